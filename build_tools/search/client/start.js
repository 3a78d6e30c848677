/* On every page: loads the search when its field is first used, or at once when the address already asks for something. */
(function (d) {
  'use strict';
  var form = d.getElementById('kb-search'), filters = d.getElementById('kb-filters'), started;
  function start() {
    if (started) return;
    started = d.createElement('script');
    started.src = form.getAttribute('data-client');
    started.onerror = function () {
      started.parentNode.removeChild(started);
      started = 0;
      var failed = d.getElementById('kb-search-failed');
      if (failed) failed.hidden = false;
    };
    d.body.appendChild(started);
  }
  if (!form) return;
  form.q.addEventListener('focus', start);
  if (filters) {
    filters.hidden = false;
    filters.addEventListener('toggle', start);
  }
  if (d.activeElement === form.q || (d.getElementById('kb-results') && location.search.length > 1)) start();
})(document);
