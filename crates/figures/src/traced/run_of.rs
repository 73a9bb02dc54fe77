//! The run in which something is traced.

use buildout_analysis::unit_of;
use buildout_model::{Input, Limit, Quarter, Relief};
use buildout_scenario::Scenario;
use core::fmt;

const OTHER: &str = "other";
const RELIEF: &str = "relief:";

/// The run in which something is traced.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RunOf {
    /// The scenario as it stands; written as nothing.
    #[default]
    Scenario,
    /// What it is compared with: the pinned scenario, else the base case. Written `other`.
    Other,
    /// The scenario with inputs at other values, written `power_slip=2,capex_next_year=180`.
    With(Vec<(Input, f64)>),
    /// The scenario with one unit more of a limit in a quarter, or from it on, written `relief:power@2027Q1`.
    Relieved(Limit, Quarter),
}

impl RunOf {
    /// Reads what [`fmt::Display`] writes; none for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Scenario);
        }
        if text == OTHER {
            return Some(Self::Other);
        }
        if let Some(relief) = text.strip_prefix(RELIEF) {
            let (limit, quarter) = relief.split_once('@')?;
            let limit = Limit::ALL.into_iter().find(|one| one.id() == limit)?;
            return Some(Self::Relieved(limit, Quarter::parse(quarter)?));
        }
        let value = |part: &str| {
            let (name, value) = part.split_once('=')?;
            Some((Input::from_id(name).ok()?, value.parse().ok()?))
        };
        text.split(',').map(value).collect::<Option<Vec<_>>>().map(Self::With)
    }

    /// The scenario that is run; `other` is what the one on the screen is compared with. Values are kept to their ranges.
    #[must_use]
    pub fn scenario(&self, scenario: &Scenario, other: &Scenario) -> Scenario {
        match self {
            Self::Scenario | Self::Relieved(..) => *scenario,
            Self::Other => *other,
            Self::With(values) => {
                let mut changed = *scenario;
                for (input, value) in values {
                    // A value within its range is always taken; what is no number is left as it stands.
                    let _ = changed.set(*input, input.declaration().clamp(*value));
                }
                changed
            }
        }
    }

    /// The limit that is loosened in the run of a scenario.
    #[must_use]
    pub fn relief(&self, scenario: &Scenario) -> Option<Relief> {
        let Self::Relieved(limit, quarter) = *self else { return None };
        let place = usize::try_from(quarter.index() - scenario.baseline().first_quarter().index()).ok()?;
        Some(Relief { limit, place, amount: unit_of(limit) })
    }
}

impl fmt::Display for RunOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scenario => Ok(()),
            Self::Other => f.write_str(OTHER),
            Self::With(values) => {
                for (place, (input, value)) in values.iter().enumerate() {
                    let comma = if place == 0 { "" } else { "," };
                    write!(f, "{comma}{}={value}", input.id())?;
                }
                Ok(())
            }
            Self::Relieved(limit, quarter) => write!(f, "{RELIEF}{}@{quarter}", limit.id()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_reads_back_and_nonsense_is_none() {
        let runs = [
            RunOf::Scenario,
            RunOf::Other,
            RunOf::With(vec![(Input::PowerSlip, 2.25), (Input::CapexNextYear, 1.0 / 3.0)]),
            RunOf::Relieved(Limit::Chips, Quarter::parse("2027Q1").unwrap()),
        ];
        for run in runs {
            assert_eq!(RunOf::read(&run.to_string()), Some(run));
        }
        for text in ["pinned", "power_slip", "power_slip=x", "none=1", "relief:power", "relief:x@2027Q1", ","]
        {
            assert_eq!(RunOf::read(text), None, "{text}");
        }
    }

    #[test]
    fn values_are_kept_to_their_ranges() {
        let (scenario, other) = (Scenario::default(), Scenario::default());
        let with = RunOf::With(vec![(Input::PowerSlip, 99.0), (Input::CapexNextYear, f64::NAN)]);
        let run = with.scenario(&scenario, &other);
        assert_eq!(run.get(Input::PowerSlip), Input::PowerSlip.declaration().max);
        assert!(run.get(Input::CapexNextYear).is_finite());
    }
}
