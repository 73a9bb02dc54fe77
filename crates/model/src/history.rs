//! The reported quarters that a run starts from.

use crate::{
    baseline::{Baseline, REPORTED},
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
}

impl<N: Copy> History<N> {
    /// The history of a baseline, each figure made by `number` from its output, its quarter and its value in B$.
    pub fn from_fn(baseline: Baseline, mut number: impl FnMut(Output, Quarter, f64) -> N) -> Self {
        let end = baseline.history_end();
        // The build checks that eight quarters are reported in full before every baseline.
        let quarters = core::array::from_fn(|place| {
            let quarter = end.plus(place as i32 + 1 - HISTORY_QUARTERS as i32);
            let reported = REPORTED.iter().rev().find(|reported| reported.quarter == quarter);
            let mut figure = |output: Output| {
                let value = reported.and_then(|reported| reported.get(output));
                number(output, quarter, value.unwrap_or(f64::NAN))
            };
            Reported {
                sales: figure(Output::Sales),
                aws_revenue: figure(Output::AwsRevenue),
                ads_revenue: figure(Output::AdsRevenue),
                ocf: figure(Output::Ocf),
                capex: figure(Output::Capex),
            }
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
