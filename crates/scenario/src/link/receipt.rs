//! The headline that a link was sent with, so that no figure changes in silence between sender and reader.
//!
//! `R_1_-146_26q3_215_26q4_…` is the version of the model, then the headline in the order of the specification: money in
//! tenths of a B$, shares and rates in tenths of a per cent, multiples in hundredths, quarters as `26q3`, and `n` for
//! what a run does not have.

use super::{
    Link,
    quote::quote,
    rounding::{MISSING, Rounded, Rounding},
};
use buildout_model::{Headline, HeadlineFigure, MODEL_VERSION};
use core::fmt;

/// Figures of a headline.
const FIGURES: usize = 12;

/// Between the figures of a receipt.
const SEPARATOR: char = '_';

const MONEY: Rounding = Rounding::To(10.0);
const SHARE: Rounding = Rounding::To(1000.0);
const MULTIPLE: Rounding = Rounding::To(100.0);

/// How each figure is rounded, in the order of [`Headline::figures`].
const ROUNDINGS: [(&str, Rounding); FIGURES] = [
    ("fcf_trough", MONEY),
    ("fcf_trough_quarter", Rounding::Quarter),
    ("margin_trough", SHARE),
    ("margin_trough_quarter", Rounding::Quarter),
    ("npv", MONEY),
    ("npv_without_book", MONEY),
    ("irr", SHARE),
    ("peak_need", MONEY),
    ("payback_quarter", Rounding::Quarter),
    ("power_multiple_2027", MULTIPLE),
    ("aws_2030", MONEY),
    ("fcf_2030", MONEY),
];

/// The version of the model and the rounded headline of the run that a link asks for.
///
/// ```
/// use buildout_scenario::{Link, Receipt};
///
/// let mut link = Link::decode("#1~2025q3~cx1_180").link;
/// link.receipt = Some(Receipt::of(&link));
/// let sent = link.encode();
///
/// let opened = Link::decode(&sent).link;
/// let today = Receipt::of(&opened);
/// let differences = opened.receipt.map(|then| then.compare(&today)).unwrap_or_default();
/// assert!(differences.is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    model_version: u32,
    figures: [Rounded; FIGURES],
}

/// A headline figure that is another one today than when the link was sent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReceiptDifference {
    /// The name of the figure in files and in the page.
    pub name: &'static str,
    /// What it was, rounded.
    pub then: HeadlineFigure,
    /// What it is, rounded alike.
    pub now: HeadlineFigure,
}

/// Why a text is no receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptError {
    /// It does not start with a version of the model.
    Version {
        /// What stands for the version.
        text: String,
    },
    /// It has another number of figures than a headline has; a later version may have changed the headline.
    Count {
        /// Figures there are.
        count: usize,
        /// Figures of a headline.
        wanted: usize,
    },
    /// A figure is not written as receipts write it.
    Figure {
        /// The name of the figure.
        name: &'static str,
        /// What stands for it.
        text: String,
    },
}

impl fmt::Display for ReceiptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReceiptError::Version { text } => {
                write!(f, "'{text}' is not a version of the model, which is a whole number from 1 on")
            }
            ReceiptError::Count { count, wanted } => write!(f, "it has {count} figures instead of {wanted}"),
            ReceiptError::Figure { name, text } => {
                write!(f, "{name} is '{text}', which is neither a rounded figure nor '{MISSING}' for none")
            }
        }
    }
}

impl std::error::Error for ReceiptError {}

impl Receipt {
    /// The receipt of what a link asks for: its first scenario, run to its horizon.
    #[must_use]
    pub fn of(link: &Link) -> Self {
        let trajectory = link.scenario.run(link.quarters());
        Self::of_headline(link.scenario.headline(&trajectory).as_ref())
    }

    /// The receipt of a headline that this version of the model has computed; none of a run without quarters.
    #[must_use]
    pub fn of_headline(headline: Option<&Headline>) -> Self {
        let mut figures = [Rounded::Missing; FIGURES];
        let of_headline = headline.into_iter().flat_map(Headline::figures);
        for ((slot, (_, rounding)), (_, figure)) in figures.iter_mut().zip(ROUNDINGS).zip(of_headline) {
            *slot = rounding.round(figure);
        }
        Self { model_version: MODEL_VERSION, figures }
    }

    /// The version of the model that computed the figures.
    #[must_use]
    pub fn model_version(&self) -> u32 {
        self.model_version
    }

    /// Every figure, rounded, with its name, in the order of the specification.
    pub fn figures(&self) -> impl Iterator<Item = (&'static str, HeadlineFigure)> {
        ROUNDINGS
            .iter()
            .zip(self.figures)
            .map(|(&(name, rounding), rounded)| (name, rounding.figure(rounded)))
    }

    /// The figures that differ from those of `today` beyond rounding. Where there are any, the versions of the model of
    /// the two receipts say whether the model has changed since.
    #[must_use]
    pub fn compare(&self, today: &Self) -> Vec<ReceiptDifference> {
        let pairs = self.figures.iter().zip(&today.figures);
        let named = self.figures().zip(today.figures()).zip(pairs);
        named
            .filter(|(_, (then, now))| !then.is_close(**now))
            .map(|(((name, then), (_, now)), _)| ReceiptDifference { name, then, now })
            .collect()
    }

    /// Reads what a link holds after `R_`.
    ///
    /// # Errors
    /// [`ReceiptError`] for anything that no receipt is written as.
    pub fn parse(text: &str) -> Result<Self, ReceiptError> {
        let mut parts = text.split(SEPARATOR);
        let version = parts.next().unwrap_or_default();
        let model_version = version
            .parse::<u32>()
            .ok()
            .filter(|parsed| *parsed > 0 && parsed.to_string() == version)
            .ok_or_else(|| ReceiptError::Version { text: quote(version) })?;
        let count = parts.clone().count();
        if count != FIGURES {
            return Err(ReceiptError::Count { count, wanted: FIGURES });
        }
        let mut figures = [Rounded::Missing; FIGURES];
        for ((slot, text), (name, rounding)) in figures.iter_mut().zip(parts).zip(ROUNDINGS) {
            *slot = rounding.parse(text).ok_or_else(|| ReceiptError::Figure { name, text: quote(text) })?;
        }
        Ok(Self { model_version, figures })
    }
}

/// What a link holds after `R_`.
impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.model_version.fmt(f)?;
        self.figures.iter().try_for_each(|figure| write!(f, "{SEPARATOR}{figure}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn the_roundings_are_those_of_the_headline() {
        let scenario = Scenario::default();
        let headline = scenario.headline(&scenario.run(1)).unwrap();
        let kinds =
            headline.figures().map(|(name, figure)| (name, matches!(figure, HeadlineFigure::Quarter(_))));
        assert_eq!(ROUNDINGS.map(|(name, rounding)| (name, rounding == Rounding::Quarter)), kinds);
    }
}
