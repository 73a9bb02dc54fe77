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
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const asked = /~L_(en|zh)(?:~|$)/.exec(location.hash)?.[1] ?? kept('buildout.language');
  const preferred = [asked, ...navigator.languages].map((tag) => /^(en|zh)\b/i.exec(tag ?? '')?.[1].toLowerCase());
  if (preferred.find(Boolean) === 'zh') root.lang = 'zh-Hans';
  if (location.hash.length > 1 || location.search.length > 1) root.dataset.opening = '';
})();
