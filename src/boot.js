// Runs before the first paint, so that nothing flashes: the theme and the language that the reader chose last, and no figures of
// the default scenario where the address asks for another one. The page itself takes over once its wasm has started. Here is also
// what must work when the page itself does not: the rule for markup and workers, and what is said when the page has failed.
(() => {
  // Markup that the page writes can hold nothing that runs, and workers are the page's own files: whatever a link says.
  const FILES = ['./buildout-desk_loader.js', './buildout-lab_loader.js', './sw.js'];
  const runs = /<\s*(?:script|iframe|object|embed|base|meta|link|form|style)\b|<[^>]*\s(?:on\w+|style|srcdoc)\s*=|javascript:/i;
  window.trustedTypes?.createPolicy('default', {
    createHTML: (html) => {
      // What stands in quotes is a value, in which nothing has a meaning of its own.
      if (runs.test(html.replace(/="[^"]*"/g, '=""'))) throw new TypeError('markup that could run is refused');
      return html;
    },
    createScript: () => {
      throw new TypeError('no script is made of text');
    },
    createScriptURL: (url) => {
      if (!FILES.includes(url)) throw new TypeError(`${url} is no script of this page`);
      return url;
    },
  });

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

  // A panic tells of itself. What else ends a program, such as an access beyond its memory, is heard here: nothing that it says
  // can be relied on afterwards.
  const hearEnd = (error) => {
    if (typeof WebAssembly !== 'object' || !(error instanceof WebAssembly.RuntimeError)) return;
    window.dispatchEvent(new CustomEvent('buildout-fault', { detail: `${error}\n${error.stack ?? ''}` }));
  };
  window.addEventListener('error', ({ error }) => hearEnd(error));
  window.addEventListener('unhandledrejection', ({ reason }) => hearEnd(reason));

  // The page tells of its own end. What it last showed stays to be read, and nothing of it answers any more.
  window.addEventListener('buildout-fault', ({ detail }) => {
    if (document.querySelector('.fault')) return;
    const say = (english, chinese) => (root.lang.startsWith('zh') ? chinese : english);
    const add = (parent, name, text, more = {}) => {
      const element = Object.assign(document.createElement(name), { textContent: text }, more);
      parent.append(element);
      return element;
    };
    for (const part of document.body.children) part.inert = true;
    const box = document.createElement('div');
    box.className = 'notice fault';
    box.setAttribute('role', 'alert');
    add(box, 'p', say(
      'Something in this page has failed, and it has stopped. What stands below is what it last showed. This link has your scenario:',
      '页面出现故障，已停止运行。下方是最后显示的内容。此链接保存了你的情景：',
    ));
    const link = add(box, 'input', '', { readOnly: true, value: location.href });
    link.dataset.faultLink = '';
    link.setAttribute('aria-label', say('Link to your scenario', '情景链接'));
    const button = (action, words, act) => {
      const made = add(box, 'button', words, { type: 'button' });
      made.dataset.action = action;
      made.addEventListener('click', act);
    };
    button('reload', say('Reload', '重新加载'), () => location.reload());
    button('report', say('Copy a report', '复制故障报告'), async ({ target }) => {
      const version = document.querySelector('meta[name="buildout-version"]')?.content ?? 'unbuilt';
      const report = [`Buildout ${version}`, navigator.userAgent, location.href, detail].join('\n');
      try {
        await navigator.clipboard.writeText(report);
        target.textContent = say('Copied', '已复制');
      } catch {
        link.value = report.replaceAll('\n', ' · '); // The browser does not let the page copy: then by hand.
        link.select();
      }
    });
    document.body.prepend(box);
    box.scrollIntoView();
  });
})();
