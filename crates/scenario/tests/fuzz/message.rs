//! What a reader is told is a line that can be read, whatever it is about.

use std::fmt::Display;

/// Characters of the longest message: what it repeats of a text is cut short, and the rest is ours.
const LONGEST: usize = 500;

/// A message as text.
///
/// # Errors
/// Where it is not one line of printable text, or is long.
pub fn line(message: &impl Display) -> Result<String, String> {
    let text = message.to_string();
    if text.trim().is_empty() || text.chars().any(char::is_control) {
        return Err(format!("{text:?} is not a line of text"));
    }
    match text.chars().count() {
        0..=LONGEST => Ok(text),
        length => Err(format!("a message of {length} characters: {text}")),
    }
}
