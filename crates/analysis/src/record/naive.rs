//! Rules that know no model: what a forecast must beat to be worth its trouble.

use buildout_model::{Output, Quarter, ReportedQuarter, reported_figure};

/// Quarters of a year.
const YEAR: i32 = 4;

/// A rule that forecasts every figure from its own past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NaiveRule {
    /// Each quarter is the same quarter of the year before, grown as the last known quarter had grown over a year.
    LastGrowth,
    /// Each quarter is the same quarter of the year before, again and again.
    Seasonal,
}

impl NaiveRule {
    /// Both rules.
    pub const ALL: [NaiveRule; 2] = [NaiveRule::LastGrowth, NaiveRule::Seasonal];

    /// Its name in sheets.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            NaiveRule::LastGrowth => "last-growth",
            NaiveRule::Seasonal => "seasonal",
        }
    }

    /// What it says of a figure for a quarter, from reports up to `known_to` alone; none where too little was disclosed by then.
    ///
    /// The rule is applied to what is disclosed. What only follows from that (margins, growth, free cash flow, sums of a
    /// year) is worked out from the rule's own figures, so that they fit together.
    ///
    /// ```
    /// use buildout_analysis::NaiveRule;
    /// use buildout_model::{Output, Quarter};
    ///
    /// let end = Quarter::new(2023, 4).ok_or("no quarter")?;
    /// let again = NaiveRule::Seasonal.forecast(Output::AwsRevenue, end.plus(8), end);
    /// assert_eq!(again, Some(24.204));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn forecast(self, output: Output, quarter: Quarter, known_to: Quarter) -> Option<f64> {
        self.forecast_from(output, quarter, known_to, &|quarter, output| {
            ReportedQuarter::at(quarter)?.disclosed(output)
        })
    }

    /// The same from other disclosed figures than those of the data.
    fn forecast_from(
        self,
        output: Output,
        quarter: Quarter,
        known_to: Quarter,
        disclosed: &dyn Fn(Quarter, Output) -> Option<f64>,
    ) -> Option<f64> {
        reported_figure(output, |ago, output| {
            self.go_on(quarter.plus(-ago), known_to, &|quarter| disclosed(quarter, output))
        })
    }

    /// A series gone on with beyond what is known.
    fn go_on(
        self,
        quarter: Quarter,
        known_to: Quarter,
        known: &dyn Fn(Quarter) -> Option<f64>,
    ) -> Option<f64> {
        if quarter <= known_to {
            return known(quarter);
        }
        let before = self.go_on(quarter.plus(-YEAR), known_to, known)?;
        match self {
            NaiveRule::Seasonal => Some(before),
            NaiveRule::LastGrowth => {
                // Growth from nothing or from a loss means nothing.
                let base = known(known_to.plus(-YEAR)).filter(|base| *base > 0.0)?;
                Some(before * (known(known_to)? / base))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROWTH: f64 = 1.2;

    /// Sales that grow by a fifth a year, on a season; cash flows are shares of them; nothing else is disclosed.
    fn planted(quarter: Quarter, output: Output) -> Option<f64> {
        let season = [0.9, 1.0, 0.95, 1.3][usize::from(quarter.quarter()) - 1];
        let sales = 100.0 * season * GROWTH.powi(quarter.year() - 2020);
        match output {
            Output::AwsRevenue => Some(sales),
            Output::AwsOperatingIncome => Some(0.3 * sales),
            Output::Ocf => Some(0.5 * sales),
            Output::Capex => Some(0.4 * sales),
            _ => None,
        }
    }

    fn check(rule: NaiveRule, output: Output, want: impl Fn(Quarter) -> f64) {
        let end = Quarter::new(2023, 4).unwrap();
        for ahead in 1..=11 {
            let quarter = end.plus(ahead);
            // A rule that looked past the end would panic here.
            let known = |quarter: Quarter, output| {
                assert!(quarter <= end, "{quarter} is not known yet");
                planted(quarter, output)
            };
            let found = rule.forecast_from(output, quarter, end, &known).unwrap();
            let want = want(quarter);
            assert!(
                (found - want).abs() < 1e-9 * want.abs().max(1.0),
                "{output:?} {quarter}: {found} {want}"
            );
        }
    }

    #[test]
    fn constant_growth_is_gone_on_with_exactly() {
        let truth = |output| {
            move |quarter: Quarter| {
                reported_figure(output, |ago, output| planted(quarter.plus(-ago), output)).unwrap()
            }
        };
        for output in [
            Output::AwsRevenue,
            Output::AwsMargin,
            Output::AwsGrowth,
            Output::Ocf,
            Output::Fcf,
            Output::FcfTtm,
            Output::CapexTtm,
        ] {
            check(NaiveRule::LastGrowth, output, truth(output));
        }
    }

    #[test]
    fn the_season_comes_again_without_growth() {
        let last_year = |quarter: Quarter| Quarter::new(2023, quarter.quarter()).unwrap();
        check(NaiveRule::Seasonal, Output::AwsRevenue, |quarter| {
            planted(last_year(quarter), Output::AwsRevenue).unwrap()
        });
        check(NaiveRule::Seasonal, Output::AwsMargin, |_| 0.3);
    }

    #[test]
    fn what_was_not_disclosed_in_time_is_not_forecast() {
        let end = Quarter::new(2023, 4).unwrap();
        for rule in NaiveRule::ALL {
            assert_eq!(
                rule.forecast(Output::AwsDepreciation, end.plus(1), end),
                None,
                "disclosed since 2024"
            );
            assert_eq!(rule.forecast(Output::Power, end.plus(1), end), None);
        }
        let loss = |_: Quarter, _| Some(-1.0);
        assert_eq!(NaiveRule::LastGrowth.forecast_from(Output::Ocf, end.plus(1), end, &loss), None);
    }
}
