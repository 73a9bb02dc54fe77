// Chains of steps from a selector to elements, in the words of Playwright's locators.

/** Parts of a list of selectors: commas within brackets do not part it. */
function parts(selector) {
  const found = [''];
  let depth = 0;
  for (const letter of selector) {
    if ('([{'.includes(letter)) depth += 1;
    if (')]}'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((part) => part.trim());
}

/** Steps of a CSS selector, whose parts may all end with Playwright's `:visible`. */
function cssSteps(selector) {
  const all = parts(selector);
  const visible = all.filter((part) => part.endsWith(':visible'));
  if (visible.length === 0) return [['css', selector]];
  if (visible.length < all.length) throw new Error(`\`${selector}\` asks for sight in some parts only`);
  return [['css', all.map((part) => part.slice(0, -':visible'.length)).join(', ')], ['visible']];
}

/** Steps of `locator(selector, options)`. */
export function stepsOf(selector, { hasText, has } = {}) {
  const steps = cssSteps(selector);
  if (hasText instanceof RegExp) steps.push(['text', { source: hasText.source, flags: hasText.flags }]);
  else if (hasText !== undefined) steps.push(['text', { text: hasText }]);
  if (has) steps.push(['has', has.steps]);
  return steps;
}
