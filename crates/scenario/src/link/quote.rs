//! Somebody's text in a notice.

/// Characters that are repeated.
const QUOTED: usize = 40;

/// The beginning of a text, for a notice: one line, however long and odd the text is.
pub(super) fn quote(text: &str) -> String {
    let mut quoted: String =
        text.chars().take(QUOTED).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if text.chars().nth(QUOTED).is_some() {
        quoted.push('…');
    }
    quoted
}
