//! Somebody's text in a message.

/// Characters that are repeated.
const QUOTED: usize = 40;

/// The beginning of a text, for a message: one line, however long and odd the text is.
pub(crate) fn quote(text: &str) -> String {
    let plain = |c: char| match c {
        // The spaces between the words of a value that stands on several lines.
        '\t' | '\n' | '\r' => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    let mut quoted: String = text.chars().take(QUOTED).map(plain).collect();
    if text.chars().nth(QUOTED).is_some() {
        quoted.push('…');
    }
    quoted
}
