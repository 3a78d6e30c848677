/* Keeps the pages that a reader has seen, and those that find help, for the time without a line.  What the line has is
   always newer, so it is asked first.  KEPT is put in when the site is built: the pages to keep, by language. */
(function (self, KEPT) {
  'use strict';
  var NAME = 'kb-pages', MOST = 200, kept = KEPT[self.location.search.slice(1)] || [];

  self.addEventListener('install', function (event) {
    event.waitUntil(self.caches.open(NAME).then(function (cache) { return cache.addAll(kept); }).then(self.skipWaiting.bind(self)));
  });
  self.addEventListener('activate', function (event) { event.waitUntil(self.clients.claim()); });

  function keep(request, answer) {
    return self.caches.open(NAME).then(function (cache) {
      return cache.put(request, answer).then(function () { return cache.keys(); }).then(function (keys) {
        var seen = keys.filter(function (key) { return kept.indexOf(key.url.slice(self.registration.scope.length)) < 0; });
        return Promise.all(seen.slice(0, Math.max(0, seen.length - MOST)).map(function (key) { return cache.delete(key); }));
      });
    });
  }

  function fromStore(request) {
    return self.caches.match(request, { ignoreSearch: true }).then(function (found) {
      if (found) return found;
      if (request.mode === 'navigate' && kept.length) return Response.redirect(new URL(kept[0], self.registration.scope).href);
      return Response.error();
    });
  }

  self.addEventListener('fetch', function (event) {
    var request = event.request, own = self.registration.scope;
    if (request.method !== 'GET' || request.url.indexOf(own) !== 0 || /\/(files|scans)\//.test(request.url)) return;
    event.respondWith(self.fetch(request).then(function (answer) {
      if (answer.ok) event.waitUntil(keep(request, answer.clone()));
      return answer;
    }, function () { return fromStore(request); }));
  });
})(self, KEPT);
