//! Calendar quarters.

use core::fmt;

/// A calendar quarter, ordered in time, written `2027Q1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    quarter: u8,
}

impl Quarter {
    /// For tables whose build script has checked the quarter.
    pub(crate) const fn literal(year: i32, quarter: u8) -> Self {
        Self { year, quarter }
    }

    /// A quarter of a year, if `quarter` is 1 to 4.
    #[must_use]
    pub fn new(year: i32, quarter: u8) -> Option<Self> {
        (1..=4).contains(&quarter).then_some(Self { year, quarter })
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The quarter of the year, 1 to 4.
    #[must_use]
    pub fn quarter(self) -> u8 {
        self.quarter
    }

    /// Quarters since year 0: a place on a time axis in steps of a quarter.
    #[must_use]
    pub fn index(self) -> i32 {
        self.year * 4 + i32::from(self.quarter) - 1
    }

    /// The quarter at a place on that axis.
    #[must_use]
    pub fn from_index(index: i32) -> Self {
        Self { year: index.div_euclid(4), quarter: index.rem_euclid(4) as u8 + 1 }
    }

    /// The quarter `quarters` later; earlier where negative.
    #[must_use]
    pub fn plus(self, quarters: i32) -> Self {
        Self::from_index(self.index() + quarters)
    }

    /// Reads `2027Q1`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, quarter) = text.split_once('Q')?;
        Self::new(year.parse().ok()?, quarter.parse().ok()?)
    }

    /// This quarter's entry of a table over quarters 1 to 4.
    pub(crate) fn of_season(self, season: &[f64; 4]) -> f64 {
        let [first, second, third, fourth] = *season;
        match self.quarter {
            1 => first,
            2 => second,
            3 => third,
            _ => fourth,
        }
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Q{}", self.year, self.quarter)
    }
}

#[cfg(test)]
mod tests {
    use super::Quarter;

    #[test]
    fn counts_across_years() {
        let start = Quarter::new(2025, 4).unwrap();
        for (plus, want) in [(0, "2025Q4"), (1, "2026Q1"), (-3, "2025Q1"), (-4, "2024Q4"), (40, "2035Q4")] {
            assert_eq!(start.plus(plus).to_string(), want);
            assert_eq!(Quarter::parse(want), Some(start.plus(plus)));
        }
        assert_eq!(Quarter::new(2025, 0), None);
        assert_eq!(Quarter::parse("2025Q5"), None);
    }
}
