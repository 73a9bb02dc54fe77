// What runs in the page to find and look at elements. The functions are sent as text: none may refer to anything of this file but
// the others here.

/** Whether an element can be seen, as Playwright counts: it has a size and is not hidden. */
export function isVisible(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}

/** All elements that a chain of steps leads to, in the order of the page. */
export function findAll(steps, root = document) {
  const matches = (element, { text, source, flags }) => {
    const own = element.textContent.replace(/\s+/g, ' ').trim();
    return source === undefined ? own.toLowerCase().includes(text.toLowerCase()) : new RegExp(source, flags).test(own);
  };
  let found = [root];
  for (const [kind, value] of steps) {
    if (kind === 'css') found = [...new Set(found.flatMap((element) => [...element.querySelectorAll(value)]))];
    if (kind === 'visible') found = found.filter((element) => isVisible(element));
    if (kind === 'text') found = found.filter((element) => matches(element, value));
    if (kind === 'has') found = found.filter((element) => findAll(value, document).some((inner) => inner !== element && element.contains(inner)));
    if (kind === 'nth') found = found.slice(value, value === -1 ? undefined : value + 1);
    if (kind === 'or') found = [...new Set([...found, ...findAll(value, document)])];
  }
  return found.length < 2
    ? found
    : found.sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

/** The one element that a chain leads to, or nothing yet; two are a mistake of the test. */
export function findOne(steps) {
  const found = findAll(steps);
  if (found.length > 1) throw new Error(`${found.length} elements where one is meant: ${JSON.stringify(steps)}`);
  return found[0];
}

/**
 * Where to press an element, once it can be pressed: it is visible and enabled, keeps its place for a frame, and nothing lies over
 * its middle. Otherwise why not.
 */
export async function pressPoint(element) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  if (!isVisible(element)) return { not: 'it is not visible' };
  if (element.matches(':disabled')) return { not: 'it is disabled' };
  const place = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  };
  const isInSight = ({ left, top, width, height }) =>
    left + width / 2 >= 0 && left + width / 2 < innerWidth && top + height / 2 >= 0 && top + height / 2 < innerHeight;
  if (!isInSight(place())) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  await frame();
  const before = place();
  await frame();
  const now = place();
  if (JSON.stringify(before) !== JSON.stringify(now)) return { not: 'it moves' };
  const [x, y] = [now.left + now.width / 2, now.top + now.height / 2];
  const top = document.elementFromPoint(x, y);
  const label = top?.closest('label');
  const isReached = top && (element.contains(top) || top.contains(element) && top.matches('label, button, a, summary') || label?.control === element);
  // It may be scrolled away within a part of the page, or something may lie over that place: the next look finds it in another.
  if (!isReached) {
    const turns = Symbol.for('turns of what is pressed');
    const turn = (globalThis[turns] = ((globalThis[turns] ?? -1) + 1) % 3);
    element.scrollIntoView({ block: ['center', 'start', 'end'][turn], inline: 'center', behavior: 'instant' });
  }
  if (!isReached) return { not: `${top ? top.outerHTML.slice(0, 120) : 'nothing'} is where it is pressed` };
  watchPress(element);
  return { x, y };
}

/** Starts to note what becomes of the press of an element that follows. */
export function watchPress(element) {
  const name = (node) => (node instanceof Element ? node.outerHTML : String(node)).slice(0, 160);
  const press = { isThere: false, way: [] };
  globalThis[Symbol.for('the press')] = press;
  for (const kind of ['pointerdown', 'pointerup', 'click']) {
    addEventListener(kind, ({ target }) => {
      press.way.push(`${kind} on ${name(target)}`);
      press.isThere ||= kind === 'click' && (element.contains(target) || target.closest('label, button, a, summary')?.contains(element) || element.closest('label')?.contains(target));
    }, { capture: true, once: true });
  }
}

/** Where a press went astray; nothing if it came to its element, or if the document is another by now. */
export function strayPress() {
  const press = globalThis[Symbol.for('the press')];
  return press && !press.isThere ? press.way.join(', ') || 'nothing was pressed' : undefined;
}

/** Puts a text in place of what stands in a field, as a reader's own. */
export function fillIn(element, text) {
  element.focus();
  element.select();
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  if (element.value !== text) throw new Error(`the field holds \`${element.value}\`, not \`${text}\``);
}

/** Chooses an option by its value or its words, as a reader does; false if there is none such yet. */
export function chooseOption(select, wanted) {
  const option = [...select.options].find((one) => one.value === wanted || one.label === wanted);
  if (!option || !isVisible(select) || select.disabled) return false;
  select.focus();
  option.selected = true;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** Starts to note what the page complains of. Runs before the page's own scripts where it can, and once only. */
export function listen() {
  const KEY = Symbol.for('complaints');
  if (globalThis[KEY]) return;
  const complaints = [];
  Object.defineProperty(globalThis, KEY, { value: complaints });
  const tell = (value) => {
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    try {
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    } catch {
      return String(value);
    }
  };
  // What the page's own listeners take care of is no complaint, and they come after this one.
  const unlessTaken = (event, text) => setTimeout(() => {
    if (!event.defaultPrevented) complaints.push({ kind: 'weberror', text });
  });
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) unlessTaken(event, [event.message, event.error?.stack].join('\n').trim());
  });
  addEventListener('unhandledrejection', (event) => unlessTaken(event, tell(event.reason)));
  addEventListener('securitypolicyviolation', (event) =>
    complaints.push({ kind: 'error', text: `the policy refused ${event.blockedURI} for ${event.effectiveDirective}` }));
  for (const [method, kind] of [['error', 'error'], ['warn', 'warning']]) {
    const original = console[method];
    console[method] = (...words) => {
      complaints.push({ kind, text: words.map(tell).join(' ') });
      original.apply(console, words);
    };
  }
}

const LIBRARY = [isVisible, findAll, findOne, pressPoint, watchPress, strayPress, fillIn, chooseOption, listen].map(String).join('\n');

/** How a script calls its function: with nothing but the argument, or after the element or elements that the steps lead to. */
const CALLS = {
  none: 'value = await given(argument);',
  one: 'const found = findOne(steps); isMissing = !found; if (found) value = await given(found, argument);',
  all: 'value = await given(findAll(steps), argument);',
};

/**
 * The script that runs a function, given as text, in the page; `find` is a key of `CALLS`. It answers with the outcome, what the page
 * complained of, and where the page is.
 */
export const scriptOf = (given, find) => `
  const [steps, argument] = arguments;
  const done = arguments[arguments.length - 1];
  ${LIBRARY}
  listen();
  const given = ${given};
  (async () => {
    let value;
    let isMissing = false;
    ${CALLS[find]}
    return value === undefined ? { isMissing } : { isMissing, value };
  })()
    .catch((error) => ({ error: \`\${error}\n\${error?.stack ?? ''}\` }))
    .then((outcome) => done({ ...outcome, url: location.href, complaints: globalThis[Symbol.for('complaints')].splice(0) }));`;
