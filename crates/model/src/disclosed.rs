//! Figures that follow from those that are disclosed.

use crate::output::Output;

/// Quarters of a year.
const YEAR: i32 = 4;

/// The figure of a quarter that an output of the model stands for, from figures that are disclosed: as it is where it is
/// disclosed itself, else a difference, a margin, the sum of a year or the growth over one.
///
/// Nothing is a share of no sales, or grows from none: such a figure is missing.
///
/// `disclosed` gives the disclosed figure of an output, so many quarters before this one.
///
/// ```
/// use buildout_model::{Output, reported_figure};
///
/// let disclosed = |_ago, output| match output {
///     Output::Ocf => Some(40.0),
///     Output::Capex => Some(35.0),
///     _ => None,
/// };
/// assert_eq!(reported_figure(Output::Fcf, disclosed), Some(5.0));
/// assert_eq!(reported_figure(Output::FcfTtm, disclosed), Some(20.0));
/// assert_eq!(reported_figure(Output::AwsMargin, disclosed), None);
/// ```
#[must_use]
pub fn reported_figure(output: Output, disclosed: impl Fn(i32, Output) -> Option<f64>) -> Option<f64> {
    let now = |output| disclosed(0, output);
    let free = |ago| match disclosed(ago, Output::Fcf) {
        Some(free) => Some(free),
        None => Some(disclosed(ago, Output::Ocf)? - disclosed(ago, Output::Capex)?),
    };
    let year_of = |output| (0..YEAR).rev().map(|ago| disclosed(ago, output)).sum::<Option<f64>>();
    // Of a quarter without sales nothing is a share, and nothing grows from it.
    let share = |of: f64, whole: f64| (whole != 0.0).then(|| of / whole);
    let growth_of = |output| Some(share(now(output)?, disclosed(YEAR, output)?)? - 1.0);
    if let Some(figure) = now(output) {
        return Some(figure);
    }
    match output {
        Output::AwsMargin => share(now(Output::AwsOperatingIncome)?, now(Output::AwsRevenue)?),
        Output::OtherOperatingIncome => {
            Some(now(Output::OperatingIncome)? - now(Output::AwsOperatingIncome)?)
        }
        Output::StoresRevenue => {
            Some(now(Output::Sales)? - now(Output::AwsRevenue)? - now(Output::AdsRevenue)?)
        }
        Output::Fcf => free(0),
        Output::BacklogYears => share(now(Output::Backlog)?, f64::from(YEAR) * now(Output::AwsRevenue)?),
        Output::OcfTtm => year_of(Output::Ocf),
        Output::CapexTtm => year_of(Output::Capex),
        Output::FcfTtm => (0..YEAR).rev().map(free).sum(),
        Output::AwsGrowth => growth_of(Output::AwsRevenue),
        Output::AdsGrowth => growth_of(Output::AdsRevenue),
        _ => None,
    }
}
