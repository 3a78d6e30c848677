/* On every page: loads the search when its field is first used, or at once when the address already asks for something.
   The root of the index comes at the same time as the search itself.  Over https it also keeps pages for the time without
   a line (see sw.js), from the second page on, so that a first visit costs nothing more. */
(function (d, l, n) {
  'use strict';
  var form = d.getElementById('kb-search'), filters = d.getElementById('kb-filters'), results = d.getElementById('kb-results'),
    share = d.querySelector('[data-share]'), client, started;
  function add(src) {
    var script = d.createElement('script');
    script.src = src;
    d.body.appendChild(script);
    return script;
  }
  function start() {
    if (started) return;
    window.kbSearch = { take: function (name, data) { this.root = data; } };
    started = add(client);
    started.onerror = function () {
      started.parentNode.removeChild(started);
      started = 0;
      var failed = d.getElementById('kb-search-failed');
      if (failed) failed.hidden = false;
    };
    add(client.replace(/[^\/]+$/, 'root.js'));
  }
  // A bank that does not know its own address shares the one that the reader sees.
  if (share && /%0A$/.test(share.href) && /^http/.test(l.protocol)) share.href += encodeURIComponent(l.href.split('#')[0]);
  if (!form) return;
  client = form.getAttribute('data-client');
  if (n.serviceWorker && d.referrer.indexOf(l.origin + '/') === 0) {
    n.serviceWorker.register(client.replace(/search\/(.*)\.js$/, 'sw.js?$1'));
  }
  form.q.addEventListener('focus', start);
  // On a slow line the reader is done before the search is there: it then begins with what was asked.
  if (results) form.addEventListener('submit', function (event) {
    event.preventDefault();
    start();
    window.kbSearch.asked = true;
  });
  if (filters) {
    filters.hidden = false;
    filters.addEventListener('toggle', start);
  }
  if (d.activeElement === form.q || (results && l.search.length > 1)) start();
})(document, location, navigator);
