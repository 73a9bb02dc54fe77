// Stores the page for use without a network, once it stands and the reader has begun to look at it, and says when a new version
// is stored. The page hears of it by events, and takes the new version by one.
(() => {
  // Only a finished build has a worker; outside a secure context there is none.
  if (!document.querySelector('meta[name="buildout-version"]') || !('serviceWorker' in navigator)) return;
  const say = (name) => window.dispatchEvent(new Event(`buildout-${name}`));

  const start = async () => {
    let serviceWorker, registration;
    try {
      // In a frame without rights of its own even asking is forbidden.
      ({ serviceWorker } = navigator);
      registration = await serviceWorker.register('./sw.js');
    } catch {
      say('not-stored'); // Storage is blocked: the page needs the network, and works.
      return;
    }
    // The first visit stores the page; if that fails, as where storage is full, the worker is gone before it was ready.
    registration.installing?.addEventListener('statechange', ({ target }) => {
      if (target.state === 'redundant' && !registration.active) say('not-stored');
    });
    serviceWorker.ready.then(() => say('stored'));
    const tell = () => {
      // The first version waits for a moment too, and is no news.
      const isNext = registration.waiting?.state === 'installed' && registration.active;
      if (isNext && serviceWorker.controller) say('update');
    };
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tell));
    window.addEventListener('buildout-take-update', () => {
      // Another window may have taken it already: then it only has to be shown.
      if (!registration.waiting) return location.reload();
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting.postMessage('take over');
    });
    tell();
  };

  const root = document.documentElement;
  const stands = new MutationObserver(() => {
    if (root.dataset.ready !== 'true') return;
    stands.disconnect();
    setTimeout(start, 2000);
  });
  stands.observe(root, { attributes: true, attributeFilter: ['data-ready'] });
})();
