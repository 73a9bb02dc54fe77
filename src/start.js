// Starts the page: fetches its module and, where that fails or comes incomplete, says so and offers to try again.
const JS = '%JS%';
const WASM = '%WASM%';
const isChinese = document.documentElement.lang.startsWith('zh');
const say = (english, chinese) => (isChinese ? chinese : english);

function tell(words, again) {
  document.querySelector('.not-started')?.remove();
  const box = document.createElement('div');
  box.className = 'notice not-started';
  box.setAttribute('role', 'alert');
  box.append(words);
  if (again) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.action = 'try-again';
    button.textContent = say('Try again', '重试');
    button.addEventListener('click', () => {
      box.remove();
      again();
    });
    box.append(' ', button);
  }
  document.body.prepend(box);
}

async function start(attempt) {
  // A module that could not be fetched is not fetched again under the same address.
  const again = attempt === 0 ? '' : `?again=${attempt}`;
  try {
    const { default: init } = await import(`${JS}${again}`);
    await init({ module_or_path: `${WASM}${again}` });
  } catch (error) {
    // Once the page stands it tells of its own faults; a program that ended by itself was fetched whole.
    const hasEnded = error instanceof WebAssembly.RuntimeError;
    if (document.documentElement.dataset.ready === 'true' || hasEnded || document.querySelector('.fault')) throw error;
    console.info('not started:', error);
    tell(
      say(
        'The page could not be fetched whole; perhaps the network was interrupted. What is shown is the default scenario.',
        '页面未能完整加载，可能是网络中断。当前显示的是默认情景。',
      ),
      () => start(attempt + 1),
    );
  }
}

const isFramed = window.self !== window.top;
const isEmbedded = new URLSearchParams(location.search).has('embed');
if (typeof WebAssembly !== 'object') {
  tell(say('This browser has no WebAssembly, which the model runs in. What is shown is the default scenario.', '此浏览器不支持 WebAssembly，无法运行模型。当前显示的是默认情景。'));
} else if (isFramed && !isEmbedded) {
  // Only what is made for frames is shown in one: a page around this one could hide what a reader clicks.
  const link = document.createElement('a');
  link.href = location.href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = say('Open Buildout in a window of its own', '在新窗口中打开 Buildout');
  document.body.replaceChildren(link);
} else {
  start(0);
}
