//! The colours of the page's style sheet, for pictures made without a page.

/// The page's own tokens, so that a colour is written down once.
const STYLE: &str = include_str!("../../../../style/tokens.css");

/// The value of a token in the light theme, which comes first; empty where there is none.
pub(super) fn light(name: &str) -> &'static str {
    let value =
        |line: &'static str| line.trim().strip_prefix(name)?.strip_prefix(':')?.trim().strip_suffix(';');
    STYLE.lines().find_map(value).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::light;
    use crate::{chart::parse_colour, view::Colour};

    #[test]
    fn every_idea_has_a_colour_in_the_style_sheet() {
        for colour in Colour::ALL {
            assert!(parse_colour(light(colour.token())).is_some(), "{}", colour.token());
        }
        assert_eq!(light("--nothing"), "");
    }
}
