//! A point, and the run in which it is traced.

use super::RunOf;
use core::fmt;

/// Between a point and its run.
const OF: char = '!';
const CHANGE: &str = "change:";

/// What is to be traced.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// A point of a run.
    Point {
        /// Its name, such as `output:fcf@2027Q1`.
        point: String,
        /// The run.
        of: RunOf,
    },
    /// What a point is in one run, less what it is in another.
    Change(Change),
}

/// What a point is in one run, less what it is in another, times a factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The name of the point.
    pub point: String,
    /// The run in which it is looked at.
    pub of: RunOf,
    /// The run that is taken away.
    pub less: RunOf,
    /// What the difference is multiplied by: 4 for what a quarter is in a year, or what scales a step to a unit.
    pub times: f64,
}

impl Asked {
    /// A point of a run.
    #[must_use]
    pub fn point(point: impl Into<String>, of: RunOf) -> Self {
        Self::Point { point: point.into(), of }
    }

    /// How far a point lies from the same point of what the scenario is compared with.
    #[must_use]
    pub fn from_other(point: impl Into<String>) -> Self {
        Self::Change(Change { point: point.into(), of: RunOf::Scenario, less: RunOf::Other, times: 1.0 })
    }

    /// What a change of the scenario brings to a point, times a factor.
    #[must_use]
    pub fn brought(point: impl Into<String>, by: RunOf, times: f64) -> Self {
        Self::Change(Change { point: point.into(), of: by, less: RunOf::Scenario, times })
    }

    /// Reads what [`fmt::Display`] writes. What is no such text is taken for the name of a point of the scenario, which the
    /// trace then does not find.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let change = text.strip_prefix(CHANGE).and_then(|change| {
            let mut parts = change.split(OF);
            let (point, of, less, times) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
            let (of, less) = (RunOf::read(of)?, RunOf::read(less)?);
            Some(Self::Change(Change { point: point.to_owned(), of, less, times: times.parse().ok()? }))
        });
        let point = || {
            let (point, of) = text.split_once(OF)?;
            Some(Self::point(point, RunOf::read(of)?))
        };
        change.or_else(point).unwrap_or_else(|| Self::point(text, RunOf::Scenario))
    }
}

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point { point, of: RunOf::Scenario } => f.write_str(point),
            Self::Point { point, of } => write!(f, "{point}{OF}{of}"),
            Self::Change(Change { point, of, less, times }) => {
                write!(f, "{CHANGE}{point}{OF}{of}{OF}{less}{OF}{times}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::Input;

    #[test]
    fn what_is_asked_reads_back() {
        let with = RunOf::With(vec![(Input::PowerSlip, 2.0)]);
        for (asked, text) in [
            (Asked::point("headline:npv", RunOf::Scenario), "headline:npv"),
            (Asked::point("output:fcf@2027Q1", RunOf::Other), "output:fcf@2027Q1!other"),
            (Asked::from_other("headline:npv"), "change:headline:npv!!other!1"),
            (Asked::brought("output:fcf@2027Q1", with, 0.5), "change:output:fcf@2027Q1!power_slip=2!!0.5"),
        ] {
            assert_eq!(asked.to_string(), text);
            assert_eq!(Asked::read(text), asked);
        }
        for text in ["", "x", "x!nonsense", "change:x!!", "change:x!!!y", "change:x!!!!"] {
            assert_eq!(Asked::read(text), Asked::point(text, RunOf::Scenario), "{text}");
        }
    }
}
