//! What an analysis is about: a figure of the headline, or an output of a quarter.

use crate::goal::{Goal, quarters_to};
use buildout_model::{Baseline, Inputs, Number, Output, Quarter, Trajectory};
use core::{fmt, str::FromStr};

/// A figure that can be drawn over an input, sought, compared or taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A figure of the headline, written `fcf_trough`.
    Headline(Goal),
    /// An output at a quarter, written `fcf_ttm@2028Q4`.
    Figure {
        /// The output.
        output: Output,
        /// The quarter.
        quarter: Quarter,
    },
}

impl Default for Target {
    fn default() -> Self {
        Self::Headline(Goal::default())
    }
}

impl Target {
    /// The figure of a run, in its unit; none where the run does not reach it, or where there is no such rate.
    #[must_use]
    pub fn read(self, inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Option<f64> {
        match self {
            Target::Headline(goal) => goal.read(inputs, trajectory),
            Target::Figure { .. } => self.read_any(inputs, trajectory),
        }
    }

    /// The figure of a run of any kind of number; NaN for a rate that does not exist. None where the run is too short.
    #[must_use]
    pub fn read_any<N: Number>(self, inputs: &Inputs<N>, trajectory: &Trajectory<N>) -> Option<N> {
        match self {
            Target::Headline(goal) => goal.read_any(inputs, trajectory),
            Target::Figure { output, quarter } => Some(trajectory.at(quarter)?.get(output)),
        }
    }

    /// How many of `quarters` the figure looks at.
    #[must_use]
    pub fn quarters_needed(self, baseline: Baseline, quarters: usize) -> usize {
        match self {
            Target::Headline(goal) => goal.quarters_needed(baseline, quarters),
            Target::Figure { quarter, .. } => quarters_to(baseline, quarter).min(quarters),
        }
    }

    /// Unit of the figure, as in `data/outputs.csv` and `data/headlines.csv`.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Target::Headline(goal) => goal.unit(),
            Target::Figure { output, .. } => output.declaration().unit,
        }
    }
}

impl Target {
    /// The name of the figure as what is traced.
    #[must_use]
    pub fn point(self) -> String {
        match self {
            Target::Headline(goal) => format!("headline:{}", goal.id()),
            Target::Figure { .. } => format!("output:{self}"),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Headline(goal) => f.write_str(goal.id()),
            Target::Figure { output, quarter } => write!(f, "{}@{quarter}", output.id()),
        }
    }
}

/// A text that names no target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetError {
    text: String,
}

impl fmt::Display for TargetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let goals = Goal::ALL.map(Goal::id).join(", ");
        write!(
            f,
            "'{}' is no figure: give one of {goals}, or an output at a quarter such as fcf_ttm@2028Q4",
            self.text
        )
    }
}

impl std::error::Error for TargetError {}

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        let figure = || {
            let (output, quarter) = text.split_once('@')?;
            Some(Target::Figure { output: Output::from_id(output)?, quarter: Quarter::parse(quarter)? })
        };
        Goal::from_id(text)
            .map(Target::Headline)
            .or_else(figure)
            .ok_or_else(|| TargetError { text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_read_as_it_is_written() {
        let figures = [Output::FcfTtm, Output::Power, Output::Use]
            .map(|output| Target::Figure { output, quarter: Quarter::new(2028, 4).unwrap() });
        for target in Goal::ALL.map(Target::Headline).into_iter().chain(figures) {
            assert_eq!(target.to_string().parse(), Ok(target));
        }
        for text in ["", "fcf", "fcf_ttm", "fcf_ttm@2028", "fcf_ttm@2028Q5", "@2028Q4"] {
            let error = text.parse::<Target>().unwrap_err().to_string();
            assert!(error.starts_with(&format!("'{text}' is no figure")), "{error}");
        }
    }
}
