// Names of keys as tests write them, and the characters that WebDriver has for them: https://www.w3.org/TR/webdriver2/#keyboard-actions

const CHARACTERS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C',
  Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013',
  ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017', Meta: '\uE03D',
};

/** The character of a key, such as `Home` or `z`. */
function characterOf(key) {
  if (Object.hasOwn(CHARACTERS, key)) return CHARACTERS[key];
  if ([...key].length === 1) return key;
  throw new Error(`no key is called \`${key}\``);
}

/** The key actions of a press, such as `Control+Shift+z`. */
export function pressActions(press) {
  const parts = press === '+' ? ['+'] : press.split('+');
  const characters = parts.map((part) => characterOf(part));
  return [
    ...characters.map((value) => ({ type: 'keyDown', value })),
    ...characters.reverse().map((value) => ({ type: 'keyUp', value })),
  ];
}

/** The key actions of a text typed letter by letter. */
export const typeActions = (text) => [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
