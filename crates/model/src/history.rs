//! The reported quarters that a run starts from.

use crate::{
    baseline::{Baseline, ReportedQuarter},
    calendar::Quarter,
    number::Number,
    output::Output,
};

/// Reported quarters that a run looks back on: a year.
pub const HISTORY_QUARTERS: usize = 4;

/// What a run takes from a reported quarter, B$.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reported<N> {
    /// Net sales.
    pub sales: N,
    /// AWS net sales.
    pub aws_revenue: N,
    /// Advertising sales.
    pub ads_revenue: N,
    /// Operating cash flow.
    pub ocf: N,
    /// Cash CapEx.
    pub capex: N,
}

/// What is taken, in the order of the fields of [`Reported`].
const TAKEN: [Output; 5] =
    [Output::Sales, Output::AwsRevenue, Output::AdsRevenue, Output::Ocf, Output::Capex];

/// The quarters of a history that ends so, oldest first.
fn places(end: Quarter) -> [Quarter; HISTORY_QUARTERS] {
    core::array::from_fn(|place| end.plus(place as i32 + 1 - HISTORY_QUARTERS as i32))
}

/// The last reported quarters of a baseline, as the number that a run computes with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct History<N> {
    end: Quarter,
    /// Oldest first.
    quarters: [Reported<N>; HISTORY_QUARTERS],
}

impl<N: Number> History<N> {
    /// The history of a baseline.
    #[must_use]
    pub fn of(baseline: Baseline) -> Self {
        Self::from_fn(baseline, |_, _, value| N::of(value))
    }

    /// The history that ends with any quarter, for a run from where there is no baseline. None where one of its
    /// [`HISTORY_QUARTERS`] quarters is not reported in full: advertising is disclosed since 2021.
    ///
    /// ```
    /// use buildout_model::{Baseline, History, Quarter};
    ///
    /// let baseline = Baseline::default();
    /// assert_eq!(History::<f64>::ending(baseline.history_end()), Some(History::of(baseline)));
    /// assert_eq!(Quarter::new(2020, 4).and_then(History::<f64>::ending), None);
    /// ```
    #[must_use]
    pub fn ending(end: Quarter) -> Option<Self> {
        let is_full = |quarter| {
            let reported = ReportedQuarter::at(quarter);
            reported.is_some_and(|reported| TAKEN.iter().all(|output| reported.get(*output).is_some()))
        };
        places(end).into_iter().all(is_full).then(|| Self::gather(end, |_, _, value| N::of(value)))
    }
}

impl<N: Copy> History<N> {
    /// The history of a baseline, each figure made by `number` from its output, its quarter and its value in B$.
    pub fn from_fn(baseline: Baseline, number: impl FnMut(Output, Quarter, f64) -> N) -> Self {
        // The build checks that eight quarters are reported in full before every baseline.
        Self::gather(baseline.history_end(), number)
    }

    /// The quarters up to `end`; a figure that is not reported is made from NaN.
    fn gather(end: Quarter, mut number: impl FnMut(Output, Quarter, f64) -> N) -> Self {
        let quarters = places(end).map(|quarter| {
            let reported = ReportedQuarter::at(quarter);
            let [sales, aws_revenue, ads_revenue, ocf, capex] = TAKEN.map(|output| {
                let value = reported.and_then(|reported| reported.get(output));
                number(output, quarter, value.unwrap_or(f64::NAN))
            });
            Reported { sales, aws_revenue, ads_revenue, ocf, capex }
        });
        Self { end, quarters }
    }

    /// The last reported quarter.
    #[must_use]
    pub fn end(&self) -> Quarter {
        self.end
    }

    /// What was reported for it.
    #[must_use]
    pub fn last(&self) -> Reported<N> {
        let [.., last] = self.quarters;
        last
    }

    /// Every quarter, oldest first.
    pub fn quarters(&self) -> impl Iterator<Item = (Quarter, Reported<N>)> + '_ {
        let first = self.end.plus(1 - HISTORY_QUARTERS as i32);
        self.quarters.iter().enumerate().map(move |(place, reported)| (first.plus(place as i32), *reported))
    }

    /// One figure of every quarter, oldest first.
    pub(crate) fn figure(&self, figure: impl Fn(&Reported<N>) -> N) -> [N; HISTORY_QUARTERS] {
        self.quarters.each_ref().map(figure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_history_may_end_with_any_quarter_that_follows_three_others_in_full() {
        for baseline in Baseline::ALL {
            assert_eq!(History::<f64>::ending(baseline.history_end()), Some(History::of(baseline)));
        }
        let first_full = Quarter::new(2021, 4).unwrap();
        let history = History::<f64>::ending(first_full).unwrap();
        assert_eq!(history.last().ads_revenue, 9.716);
        assert_eq!(History::<f64>::ending(first_full.plus(-1)), None, "no advertising in 2020");
        let after_the_last = crate::REPORTED.last().unwrap().quarter.plus(1);
        assert_eq!(History::<f64>::ending(after_the_last), None);
    }
}
