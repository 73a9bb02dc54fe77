//! AWS margin and depreciation to sales, with the dip and the recovery marked: depreciation first, profit later.

use super::{SHARE, only};
use crate::{
    format::figure,
    view::{Mark, Measure, Plot, Run, Series, Shape, series::Colour},
};
use buildout_model::{Figures, Headline, Output, Quarter};
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] = &[
    Output::AwsMargin,
    Output::AwsOperatingIncome,
    Output::AwsDepreciation,
    Output::ChipsDepreciation,
    Output::AwsEnergy,
    Output::AwsOpex,
    Output::AwsRevenue,
];

pub(super) fn plots(run: &Run, language: Language) -> Vec<Plot> {
    let margin = Series::new(
        Measure::Output(Output::AwsMargin),
        language.pick("AWS margin", "AWS 利润率"),
        Colour::Fcf,
        Shape::Line,
    );
    let depreciation = Series::new(
        Measure::Share(Output::AwsDepreciation, Output::AwsRevenue),
        language.pick("Depreciation to sales", "折旧占收入"),
        Colour::Capex,
        Shape::Line,
    );
    let mut plots = only(SHARE, vec![margin, depreciation]);
    if let (Some(plot), Some(headline)) = (plots.first_mut(), &run.headline) {
        plot.marks.push(Mark {
            quarter: headline.margin_trough_quarter.index(),
            value: headline.margin_trough,
            label: language.pick("dip", "谷底").to_owned(),
        });
        plot.marks.extend(step(run).map(|(quarter, figures)| Mark {
            quarter: quarter.index(),
            value: figures.aws_margin,
            label: language.pick("step", "台阶").to_owned(),
        }));
    }
    plots
}

/// The highest margin after the dip, where it lies above that of the first quarter run: the step that is hoped for.
fn step(run: &Run) -> Option<(Quarter, &Figures<f64>)> {
    let dip = run.headline?.margin_trough_quarter;
    let first = run.trajectory.figures().first()?.aws_margin;
    let after = run.trajectory.quarters().filter(|(quarter, _)| *quarter > dip);
    after
        .max_by(|a, b| a.1.aws_margin.total_cmp(&b.1.aws_margin))
        .filter(|(_, figures)| figures.aws_margin > first)
}

pub(super) fn summary(run: &Run, headline: &Headline, end: &Figures<f64>, language: Language) -> String {
    let percent = |value| figure("share", value, language);
    let (low, low_quarter) = (percent(headline.margin_trough), headline.margin_trough_quarter);
    let (margin, depreciation) = (percent(end.aws_margin), percent(end.aws_depreciation / end.aws_revenue));
    let last = run.last();
    match step(run) {
        Some((quarter, figures)) => {
            let high = percent(figures.aws_margin);
            language.pick(
                format!(
                    "The AWS margin dips to {low} in {low_quarter} and steps up to {high} in {quarter}; in {last} it is \
                     {margin} with depreciation at {depreciation} of sales."
                ),
                format!(
                    "AWS 利润率在 {low_quarter} 降至 {low}，在 {quarter} 升上 {high} 的台阶；{last} 为 {margin}，折旧占收入 {depreciation}。"
                ),
            )
        }
        None => language.pick(
            format!(
                "The AWS margin dips to {low} in {low_quarter} and does not step above where it started; in {last} it is \
                 {margin} with depreciation at {depreciation} of sales."
            ),
            format!(
                "AWS 利润率在 {low_quarter} 降至 {low}，此后未能高于起点；{last} 为 {margin}，折旧占收入 {depreciation}。"
            ),
        ),
    }
}
