//! Breaking words into lines.

use crate::chart::text_width_px;

/// Size of the texts that [`text_width_px`] estimates, CSS pixels.
const ESTIMATED_FONT_PX: f64 = 11.5;

/// `text` in lines no wider than `width_px` at a font size, `most` of them; what does not fit ends with `…`.
///
/// Lines break at spaces, between Chinese characters, and inside a word that is wider than a line, such as a link.
#[must_use]
pub fn wrap(text: &str, font_px: f64, width_px: f64, most: usize) -> Vec<String> {
    let width_of = |text: &str| text_width_px(text) * font_px / ESTIMATED_FONT_PX;
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let fits = |line: &str, more: &str| width_of(line) + width_of(more.trim_end()) <= width_px;
        if lines.last().is_some_and(|line| !line.is_empty() && !fits(line, piece)) {
            lines.push(String::new());
        }
        for character in piece.chars() {
            // A word wider than a line is broken wherever the line is full.
            let mut bytes = [0; 4];
            let more = character.encode_utf8(&mut bytes);
            if lines.last().is_some_and(|line| !line.is_empty() && !fits(line, more)) {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(character);
            }
        }
    }
    let is_cut = lines.len() > most;
    lines.truncate(most);
    for line in &mut lines {
        *line = line.trim().to_owned();
    }
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        while !last.is_empty() && width_of(last) + width_of("…") > width_px {
            last.pop();
        }
        last.push('…');
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Pieces between which a line may break: words with the space after them, and single characters that are not Latin.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = vec![];
    let (mut start, mut before) = (0, None);
    for (at, character) in text.char_indices() {
        let breaks = match before {
            None => false,
            Some(' ') => character != ' ',
            Some(before) => {
                character != ' ' && !is_closing(character) && (is_wide(before) || is_wide(character))
            }
        };
        if breaks {
            pieces.extend(text.get(start..at));
            start = at;
        }
        before = Some(character);
    }
    pieces.extend(text.get(start..));
    pieces
}

/// Characters that stand for a word of their own.
fn is_wide(character: char) -> bool {
    character as u32 >= 0x2E80
}

/// Punctuation that stays with what is before it.
fn is_closing(character: char) -> bool {
    matches!(character, '，' | '。' | '；' | '：' | '、' | '）' | '”' | '！' | '？')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_break_at_spaces_and_chinese_between_characters() {
        let wrapped = |text: &str, width_px: f64, most: usize| wrap(text, 11.5, width_px, most).join("|");
        for (text, width_px, most, want) in [
            ("", 100.0, 3, ""),
            ("one two three", 1000.0, 3, "one two three"),
            ("one two three", 50.0, 3, "one two|three"),
            ("one two three", 50.0, 1, "one t…"),
            ("https://example.org/#1~2025q3", 70.0, 9, "https://ex|ample.org/|#1~2025q3"),
            ("电力与承载，芯片", 61.0, 9, "电力与承|载，芯片"),
            ("电力与承载的，芯片", 73.0, 9, "电力与承载|的，芯片"),
        ] {
            assert_eq!(wrapped(text, width_px, most), want, "{text} in {width_px}");
        }
    }

    #[test]
    fn no_line_is_wider_than_it_may_be() {
        let text = "Lowest free cash flow 自由现金流 of the run, https://example.org/#1~2025q3~cx1_180~psl_2.5~tm_0.7";
        for width in 20..200 {
            let width_px = f64::from(width);
            for line in wrap(text, 11.5, width_px, 100) {
                assert!(
                    text_width_px(&line) <= width_px || line.chars().count() == 1,
                    "{line} in {width_px}"
                );
            }
        }
    }
}
