//! What the controls of a sheet say.

use buildout_model::Input;

/// Names and values, a line each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices(Vec<(String, String)>);

impl Choices {
    pub(crate) fn read(text: &str) -> Self {
        let pair = |line: &str| line.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self(text.lines().filter_map(pair).collect())
    }

    /// What a control says; the last word counts.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(named, _)| named == name).map(|(_, value)| value.as_str())
    }

    /// The number typed into a control.
    pub(crate) fn number(&self, name: &str) -> Option<f64> {
        buildout_figures::format::typed(self.get(name)?).filter(|value| value.is_finite())
    }

    /// The input chosen.
    pub(crate) fn input(&self, name: &str) -> Option<Input> {
        Input::from_id(self.get(name)?).ok()
    }

    /// The controls whose names begin so, with what follows.
    pub(crate) fn beginning<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> + 'a {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }

    /// Pixels that a picture may be wide.
    pub(crate) fn width_px(&self) -> f64 {
        self.number("width").unwrap_or(640.0).clamp(240.0, 1400.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_counts() {
        let choices = Choices::read("target=npv\ntarget=irr\nvalue=−1,200.5\nlow.cx=1\nnonsense");
        assert_eq!(choices.get("target"), Some("irr"));
        assert_eq!(choices.number("value"), Some(-1200.5));
        assert_eq!(choices.number("width"), None);
        assert_eq!(choices.beginning("low.").collect::<Vec<_>>(), [("cx", "1")]);
    }
}
