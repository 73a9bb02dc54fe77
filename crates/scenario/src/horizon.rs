//! How far a run goes.

use buildout_model::{Baseline, MAX_QUARTERS};
use core::fmt;

/// The last calendar year of a run; the default is as far as the model goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Horizon(Option<i32>);

/// A year that no run ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HorizonError {
    /// The year asked for.
    pub year: i32,
    /// First year allowed.
    pub first: i32,
    /// Last year allowed.
    pub last: i32,
}

impl fmt::Display for HorizonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "horizon {} is outside {} to {}", self.year, self.first, self.last)
    }
}

impl std::error::Error for HorizonError {}

impl Horizon {
    /// As far as the model goes.
    pub const FULL: Self = Self(None);

    /// First and last year that a run from `baseline` can end in: a year has to be run whole, but for the last.
    #[must_use]
    pub fn years(baseline: Baseline) -> (i32, i32) {
        let first = baseline.first_quarter();
        (first.year() + 1, first.plus(MAX_QUARTERS as i32 - 1).year())
    }

    /// A run to the end of `year`, or as far into it as the model goes.
    ///
    /// # Errors
    /// [`HorizonError`] for a year outside [`Horizon::years`].
    pub fn to_year(year: i32, baseline: Baseline) -> Result<Self, HorizonError> {
        let (first, last) = Self::years(baseline);
        if !(first..=last).contains(&year) {
            return Err(HorizonError { year, first, last });
        }
        Ok(Self((year < last).then_some(year)))
    }

    /// The year, where the run ends before the model does.
    #[must_use]
    pub fn year(self) -> Option<i32> {
        self.0
    }

    /// The same horizon for a run from another baseline, as near as that baseline allows.
    #[must_use]
    pub fn rebased(self, baseline: Baseline) -> Self {
        Self::to_year(self.last_year(baseline), baseline).unwrap_or_default()
    }

    /// The last year of a run from `baseline`.
    #[must_use]
    pub fn last_year(self, baseline: Baseline) -> i32 {
        let (first, last) = Self::years(baseline);
        self.0.map_or(last, |year| year.clamp(first, last))
    }

    /// Quarters of a run from `baseline`.
    #[must_use]
    pub fn quarters(self, baseline: Baseline) -> usize {
        let first = baseline.first_quarter();
        let whole_years = (self.last_year(baseline) - first.year()) * 4;
        let quarters = whole_years + 5 - i32::from(first.quarter());
        usize::try_from(quarters).unwrap_or(0).min(MAX_QUARTERS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_with_its_year() {
        for baseline in Baseline::ALL {
            let (first, last) = Horizon::years(baseline);
            for year in first..last {
                let quarters = Horizon::to_year(year, baseline).unwrap().quarters(baseline);
                let end = baseline.first_quarter().plus(quarters as i32 - 1);
                assert_eq!((end.year(), end.quarter()), (year, 4));
            }
            assert_eq!(Horizon::to_year(last, baseline), Ok(Horizon::FULL));
            assert_eq!(Horizon::FULL.quarters(baseline), MAX_QUARTERS);
            let error = Horizon::to_year(1999, baseline).unwrap_err();
            assert_eq!(error.to_string(), format!("horizon 1999 is outside {first} to {last}"));
        }
    }
}
