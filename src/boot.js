// Runs before the first paint, so that nothing flashes: the theme and the language that the reader chose last, and no figures of
// the default scenario where the address asks for another one. The page itself takes over once its wasm has started.
(() => {
  const root = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage is blocked: the browser's own preferences count.
    }
  };
  const theme = kept('buildout.theme');
  const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.dataset.theme = theme === 'light' || theme === 'dark' ? theme : preferred;
  const asked = /~L_(en|zh)(?:~|$)/.exec(location.hash)?.[1] ?? kept('buildout.language');
  const tags = [asked, ...navigator.languages].map((tag) => /^(en|zh)\b/i.exec(tag ?? '')?.[1].toLowerCase());
  if (tags.find(Boolean) === 'zh') root.lang = 'zh-Hans';
  if (location.hash.length > 1 || location.search.length > 1) root.dataset.opening = '';
})();
