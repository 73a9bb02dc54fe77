//! The numeric claims of the article.

use crate::Words;
use buildout_model::{Input, Output, Quarter, ReportedQuarter};

/// What a claim or a mechanism is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// An input, which it sets or bounds.
    Input(Input),
    /// An output, which it can be compared with.
    Output(Output),
}

/// A figure that the article states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim {
    /// Its number, from 1 on, in the order of `data/assumptions.md`.
    pub number: u8,
    /// The phrase quoted, Chinese as in the article.
    pub phrase: &'static str,
    /// What the phrase says, in English.
    pub gloss_en: &'static str,
    /// What it means for the model, with its sign.
    pub meaning: Words,
    /// The value; none where the phrase gives no number.
    pub stated: Option<Stated>,
    /// Unit of the value, as `data/inputs.csv` writes units; empty where the claim has none.
    pub unit: &'static str,
    /// When it holds: a quarter (`2025Q3`), or a year, month or day (`2025-10-30`).
    pub date: &'static str,
    /// What was reported or said since.
    pub since: Words,
    /// The figure of a filing, where the claim is about one.
    pub reported: Option<Filed>,
    /// What became of it.
    pub verdict: Verdict,
    /// The inputs that it sets and the outputs that it is about.
    pub about: &'static [About],
    /// Where both stand, in the short form of `data/inputs.csv`.
    pub source: &'static str,
}

/// A value as a phrase states it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stated {
    /// How it is stated.
    pub sense: Sense,
    /// The value, in the unit of the claim; of a range the lower end.
    pub value: f64,
    /// The upper end of a range; the value itself of anything else.
    pub to: f64,
    /// Decimal places that the phrase gives, in that unit.
    pub decimals: u8,
}

/// How a phrase states its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sense {
    /// As it is.
    Is,
    /// As a round number near it.
    About,
    /// As the least that it is.
    AtLeast,
    /// As something that it is above.
    Above,
    /// As something between two ends.
    Range,
}

/// A figure of a filing, or what follows from some.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filed {
    /// The output that stands for it.
    pub output: Output,
    /// Year and quarter.
    at: (i32, u8),
    /// Year and quarter of the figure that is taken from it, for a change.
    less: Option<(i32, u8)>,
    /// What it is multiplied by: 4 turns a quarter into a run-rate.
    pub factor: f64,
}

/// What became of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// A filing, or the statement that the article reports, says the same.
    Agrees,
    /// It was announced, and came true.
    Met,
    /// It was announced or was a threshold, and more came.
    Exceeded,
    /// It was announced for a date that the data do not reach; what is reported so far points there.
    OnCourse,
    /// What was reported is another figure, or the same on another footing.
    Differs,
    /// The seller's own comparison, measured by nobody else.
    VendorClaim,
    /// A view of the future, with nothing yet to hold it against.
    Opinion,
}

include!(concat!(env!("OUT_DIR"), "/claims.rs"));

/// The article's numeric claims, in the order of `data/claims.csv`.
#[must_use]
pub fn claims() -> &'static [Claim] {
    &CLAIMS
}

impl Stated {
    /// Whether a figure, in the unit of the claim, is what is stated, to the decimal places of the phrase.
    #[must_use]
    pub fn agrees_with(&self, figure: f64) -> bool {
        // A figure half a last place away would be written as this one; a little more, for what binary fractions are not.
        let half_place = 0.5 * 0.1_f64.powi(i32::from(self.decimals)) * (1.0 + 1e-9);
        match self.sense {
            Sense::Is | Sense::About => (figure - self.value).abs() <= half_place,
            Sense::AtLeast => figure >= self.value,
            Sense::Above => figure > self.value,
            Sense::Range => (self.value - half_place..=self.to + half_place).contains(&figure),
        }
    }
}

impl Filed {
    /// The quarter.
    #[must_use]
    pub fn quarter(&self) -> Option<Quarter> {
        Quarter::new(self.at.0, self.at.1)
    }

    /// The quarter whose figure is taken from it, where the claim is a change.
    #[must_use]
    pub fn less_quarter(&self) -> Option<Quarter> {
        self.less.and_then(|(year, quarter)| Quarter::new(year, quarter))
    }

    /// The figure, times the factor; none where that quarter was not reported, which the build excludes.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        let of = |quarter: Quarter| ReportedQuarter::at(quarter)?.get(self.output);
        let less = match self.less_quarter() {
            Some(quarter) => of(quarter)?,
            None => 0.0,
        };
        Some((of(self.quarter()?)? - less) * self.factor)
    }
}

impl Verdict {
    /// Every verdict, the firmest first.
    pub const ALL: [Verdict; 7] = [
        Verdict::Agrees,
        Verdict::Met,
        Verdict::Exceeded,
        Verdict::OnCourse,
        Verdict::Differs,
        Verdict::VendorClaim,
        Verdict::Opinion,
    ];

    /// The name used in `data/claims.csv` and in the page.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Agrees => "agrees",
            Verdict::Met => "met",
            Verdict::Exceeded => "exceeded",
            Verdict::OnCourse => "on-course",
            Verdict::Differs => "differs",
            Verdict::VendorClaim => "vendor-claim",
            Verdict::Opinion => "opinion",
        }
    }

    /// The verdict of that name, if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.id() == id)
    }
}
