//! Errors of a figure, summed up.

use super::Compared;
use buildout_model::{Output, REPORTED};

/// How far a run was from the reports, over some quarters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Quarters compared.
    pub quarters: usize,
    /// Mean error, run less reported, in the unit of the figure: what is left when errors cancel.
    pub bias: f64,
    /// Mean size of the error, in the unit of the figure.
    pub mean_absolute: f64,
    /// Mean size of the error as a share of the size of what was reported, quarter by quarter; none where a reported figure
    /// is zero.
    pub mean_absolute_percentage: Option<f64>,
    /// Mean size of the error as a share of the mean size of what was reported; none where all of that is zero.
    pub scaled: Option<f64>,
}

impl Score {
    /// The score over some quarters; none without any.
    #[must_use]
    pub fn of(compared: &[Compared]) -> Option<Self> {
        let mean =
            |of: &dyn Fn(&Compared) -> f64| compared.iter().map(of).sum::<f64>() / compared.len() as f64;
        if compared.is_empty() {
            return None;
        }
        let shares: Option<Vec<f64>> = compared.iter().map(Compared::error_share).collect();
        let mean_absolute = mean(&|pair| pair.error().abs());
        let size = mean(&|pair| pair.reported.abs());
        Some(Self {
            quarters: compared.len(),
            bias: mean(&Compared::error),
            mean_absolute,
            mean_absolute_percentage: shares
                .map(|shares| shares.iter().map(|share| share.abs()).sum::<f64>() / shares.len() as f64),
            scaled: (size > 0.0).then(|| mean_absolute / size),
        })
    }

    /// The error relative to what was reported, by a yardstick.
    #[must_use]
    pub fn by(&self, yardstick: Yardstick) -> Option<f64> {
        match yardstick {
            Yardstick::Percentage => self.mean_absolute_percentage,
            Yardstick::Scaled => self.scaled,
        }
    }
}

/// How errors of a figure are made relative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yardstick {
    /// Each error as a share of what was reported for its quarter: the mean absolute percentage error.
    Percentage,
    /// The mean size of the errors as a share of the mean size of what was reported, for a figure that passes through zero,
    /// where the percentage of a single quarter may be anything.
    Scaled,
}

impl Yardstick {
    /// The yardstick of an output: [`Yardstick::Scaled`] if it was ever reported at or below zero.
    #[must_use]
    pub fn of(output: Output) -> Self {
        let mut reported = REPORTED.iter().filter_map(|quarter| quarter.get(output));
        if reported.any(|value| value <= 0.0) { Yardstick::Scaled } else { Yardstick::Percentage }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::Quarter;

    fn pairs(of: &[(f64, f64)]) -> Vec<Compared> {
        let first = Quarter::new(2024, 1).unwrap();
        let pair = |(place, (run, reported)): (usize, &(f64, f64))| Compared {
            quarter: first.plus(place as i32),
            run: *run,
            reported: *reported,
        };
        of.iter().enumerate().map(pair).collect()
    }

    #[test]
    fn scores_of_small_examples() {
        // Errors +1, −2, +4 on 10, 20, 40: shares 0.1, 0.1, 0.1.
        let score = Score::of(&pairs(&[(11.0, 10.0), (18.0, 20.0), (44.0, 40.0)])).unwrap();
        assert_eq!((score.quarters, score.bias), (3, 1.0));
        assert!((score.mean_absolute - 7.0 / 3.0).abs() < 1e-12);
        assert!((score.mean_absolute_percentage.unwrap() - 0.1).abs() < 1e-12);
        assert!((score.scaled.unwrap() - 0.1).abs() < 1e-12);
        // Errors +6, −4 on −2, 8: shares of sizes 3 and 0.5, but 5 on a mean size of 5.
        let score = Score::of(&pairs(&[(4.0, -2.0), (4.0, 8.0)])).unwrap();
        assert_eq!((score.bias, score.mean_absolute), (1.0, 5.0));
        assert_eq!((score.by(Yardstick::Percentage), score.by(Yardstick::Scaled)), (Some(1.75), Some(1.0)));
        let through_zero = Score::of(&pairs(&[(1.0, 0.0), (3.0, 4.0)])).unwrap();
        assert_eq!((through_zero.mean_absolute_percentage, through_zero.scaled), (None, Some(0.5)));
        assert_eq!(Score::of(&[]), None);
    }

    #[test]
    fn what_was_ever_negative_is_scaled() {
        for output in [Output::Fcf, Output::FcfTtm, Output::Ocf, Output::OtherOperatingIncome] {
            assert_eq!(Yardstick::of(output), Yardstick::Scaled, "{output:?}");
        }
        for output in [Output::Sales, Output::AwsRevenue, Output::AwsMargin, Output::Backlog, Output::Capex] {
            assert_eq!(Yardstick::of(output), Yardstick::Percentage, "{output:?}");
        }
    }
}
