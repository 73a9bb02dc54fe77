//! Colours of a theme.

use crate::view::Colour;
use plotters::style::RGBColor;
use std::collections::HashMap;

/// The colours that a chart is drawn in, read from the style sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// Behind the chart.
    pub paper: RGBColor,
    /// Words and the zero line.
    pub ink: RGBColor,
    /// Quiet words.
    pub quiet: RGBColor,
    /// Grid lines.
    pub grid: RGBColor,
    /// Behind the reported quarters.
    pub reported: RGBColor,
    /// One for each idea.
    pub ideas: HashMap<Colour, RGBColor>,
}

impl Palette {
    /// Reads the tokens of a style sheet; a missing one is drawn as ink.
    pub fn from_tokens(mut token: impl FnMut(&'static str) -> String) -> Self {
        let ink = parse_colour(&token("--ink")).unwrap_or(RGBColor(34, 34, 34));
        let mut colour = |name| parse_colour(&token(name)).unwrap_or(ink);
        Self {
            paper: colour("--panel"),
            ink,
            quiet: colour("--quiet"),
            grid: colour("--grid"),
            reported: colour("--reported"),
            ideas: Colour::ALL.into_iter().map(|idea| (idea, colour(idea.token()))).collect(),
        }
    }

    /// The page's light theme, for pictures made without a page.
    #[cfg(feature = "svg")]
    #[must_use]
    pub fn light() -> Self {
        Self::from_tokens(|name| super::tokens::light(name).to_owned())
    }

    /// The colour of an idea.
    #[must_use]
    pub fn idea(&self, colour: Colour) -> RGBColor {
        self.ideas.get(&colour).copied().unwrap_or(self.ink)
    }
}

/// Reads `#rrggbb`.
#[must_use]
pub fn parse_colour(text: &str) -> Option<RGBColor> {
    let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    Some(RGBColor(red, green, blue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tokens_as_style_sheets_write_them() {
        assert_eq!(parse_colour(" #0a1Bff"), Some(RGBColor(10, 27, 255)));
        for text in ["", "red", "#12345", "#12345g", "#1234567"] {
            assert_eq!(parse_colour(text), None, "{text}");
        }
    }
}
