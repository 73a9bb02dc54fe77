//! Baselines and the reported quarters that they start from.

use crate::{calendar::Quarter, disclosed::reported_figure, output::Output};
use core::fmt;

struct BaselineDeclaration {
    id: &'static str,
    history_end: Quarter,
    label_en: &'static str,
    label_zh: &'static str,
    what: &'static str,
    what_zh: &'static str,
}

/// A quarter as Amazon reported it, in B$; `data/amazon-quarterly.csv` has the sources.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReportedQuarter {
    /// The quarter.
    pub quarter: Quarter,
    /// Net sales.
    pub sales: f64,
    /// Operating income.
    pub operating_income: f64,
    /// AWS net sales.
    pub aws_revenue: f64,
    /// AWS operating income.
    pub aws_operating_income: f64,
    /// Advertising sales, disclosed since 2021.
    pub ads_revenue: Option<f64>,
    /// Operating cash flow.
    pub ocf: f64,
    /// Cash CapEx: purchases of property and equipment less proceeds and incentives.
    pub capex: f64,
    /// Depreciation and amortisation of the cash-flow statement.
    pub depreciation: f64,
    /// Stock-based compensation.
    pub stock_compensation: f64,
    /// Performance obligations, where disclosed.
    pub backlog: Option<f64>,
    /// Depreciation of AWS plant, where disclosed.
    pub aws_depreciation: Option<f64>,
}

/// The day up to which the data were gathered; later filings and statements are not in them.
pub const DATA_AS_OF: &str = "2026-11-23";

/// What the figures of a reported quarter rest on, as `data/amazon-quarterly.csv` says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReportedEvidence {
    /// The quarter.
    pub quarter: Quarter,
    /// Its last day, `2025-09-30`.
    pub period_end: &'static str,
    /// Where the figures were found, or recalled from.
    pub source: &'static str,
    /// How sure they are, and which of them are less so.
    pub confidence: &'static str,
    /// The columns that are rounded or estimated, in M$; empty where none is.
    pub rounded: &'static str,
    /// What a reader of the figures should know; often empty.
    pub notes: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/history.rs"));

impl Baseline {
    fn declaration(self) -> &'static BaselineDeclaration {
        // One declaration a variant, in the same order: both are written by the build script.
        #[allow(clippy::indexing_slicing)]
        &BASELINES[self as usize]
    }

    /// Name in links, files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.declaration().id
    }

    /// The baseline of that name, if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|baseline| baseline.id() == id)
    }

    /// English label.
    #[must_use]
    pub fn label_en(self) -> &'static str {
        self.declaration().label_en
    }

    /// Chinese label.
    #[must_use]
    pub fn label_zh(self) -> &'static str {
        self.declaration().label_zh
    }

    /// What it is, in English.
    #[must_use]
    pub fn what(self) -> &'static str {
        self.declaration().what
    }

    /// What it is, in Chinese.
    #[must_use]
    pub fn what_zh(self) -> &'static str {
        self.declaration().what_zh
    }

    /// The last reported quarter that it knows.
    #[must_use]
    pub fn history_end(self) -> Quarter {
        self.declaration().history_end
    }

    /// The first quarter that a run computes.
    #[must_use]
    pub fn first_quarter(self) -> Quarter {
        self.history_end().plus(1)
    }
}

impl fmt::Display for Baseline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl ReportedQuarter {
    /// The reported figure that an output of the model stands for, where it is disclosed or follows from what is.
    #[must_use]
    pub fn get(&self, output: Output) -> Option<f64> {
        reported_figure(output, |ago, output| match ago {
            0 => self.disclosed(output),
            _ => Self::at(self.quarter.plus(-ago))?.disclosed(output),
        })
    }

    /// The quarter as it was reported, if it was.
    #[must_use]
    pub fn at(quarter: Quarter) -> Option<&'static Self> {
        // From the end: histories are looked up in every run, and they are the latest.
        REPORTED.iter().rev().find(|reported| reported.quarter == quarter)
    }

    /// What the figures of the quarter rest on.
    #[must_use]
    pub fn evidence(&self) -> Option<&'static ReportedEvidence> {
        EVIDENCE.iter().find(|evidence| evidence.quarter == self.quarter)
    }

    /// The figure as it stands in the filing; none where it follows from others, or is not disclosed.
    #[must_use]
    pub fn disclosed(&self, output: Output) -> Option<f64> {
        match output {
            Output::Sales => Some(self.sales),
            Output::OperatingIncome => Some(self.operating_income),
            Output::AwsRevenue => Some(self.aws_revenue),
            Output::AwsOperatingIncome => Some(self.aws_operating_income),
            Output::AdsRevenue => self.ads_revenue,
            Output::Ocf => Some(self.ocf),
            Output::Capex => Some(self.capex),
            Output::Depreciation => Some(self.depreciation),
            Output::StockCompensation => Some(self.stock_compensation),
            Output::Backlog => self.backlog,
            Output::AwsDepreciation => self.aws_depreciation,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reported_quarters_follow_each_other() {
        for pair in REPORTED.windows(2) {
            assert_eq!(pair[0].quarter.plus(1), pair[1].quarter);
        }
    }

    #[test]
    fn every_reported_quarter_says_what_it_rests_on() {
        for reported in &REPORTED {
            let evidence = reported.evidence().unwrap();
            assert_eq!(evidence.quarter, reported.quarter);
            assert!(evidence.period_end.starts_with(&reported.quarter.year().to_string()));
        }
    }

    #[test]
    fn the_day_of_the_data_is_that_of_the_evidence_notes() {
        let notes = include_str!("../../../data/assumptions.md");
        assert!(notes.contains(&format!("As of {DATA_AS_OF}.")));
    }

    #[test]
    fn trailing_sums_match_the_filing() {
        let reported = ReportedQuarter::at(Baseline::default().history_end()).unwrap();
        let close = |output, want: f64| {
            let got = reported.get(output).unwrap();
            assert!((got - want).abs() < 1e-9, "{output:?}: {got} instead of {want}");
        };
        close(Output::FcfTtm, 14.788);
        close(Output::OcfTtm, 130.691);
        close(Output::CapexTtm, 115.903);
        close(Output::AwsGrowth, 33.006 / 27.452 - 1.0);
        assert_eq!(reported.get(Output::Power), None, "power is not in a filing");
    }
}
