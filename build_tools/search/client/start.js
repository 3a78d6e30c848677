/* On every page: loads the search when its field is first used, or at once when the address already asks for something.
   The root of the index comes at the same time as the search itself. */
(function (d) {
  'use strict';
  var form = d.getElementById('kb-search'), filters = d.getElementById('kb-filters'), results = d.getElementById('kb-results'), started;
  function add(src) {
    var script = d.createElement('script');
    script.src = src;
    d.body.appendChild(script);
    return script;
  }
  function start() {
    if (started) return;
    var client = form.getAttribute('data-client');
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
  if (!form) return;
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
  if (d.activeElement === form.q || (results && location.search.length > 1)) start();
})(document);
