// Paper, in browsers whose drivers cannot turn the page into it: rules for print apply, and those for the screen do not.

/** Runs in the page. */
export function showAsPrint() {
  const turn = (rules) => {
    for (const rule of rules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const { media } = rule;
      if (/\bprint\b/.test(media.mediaText)) media.mediaText = media.mediaText.replace(/\bprint\b/g, 'all');
      else if (/\bscreen\b/.test(media.mediaText)) media.mediaText = 'not all';
      turn(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) turn(sheet.cssRules);
}
