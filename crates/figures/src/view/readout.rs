//! What a chart says of one quarter: the legend with its values.

use super::{
    chart::Chart,
    fan::FanPoint,
    series::{Colour, Measure},
};
use crate::{
    chart::limit_colour,
    format::{figure, visible_change},
    text,
    traced::Asked,
};
use buildout_model::{Output, Quarter};
use buildout_scenario::Language;

/// A series in one quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub label: &'static str,
    /// Its colour.
    pub colour: Colour,
    /// Its value, where it has one in that quarter.
    pub value: String,
    /// Its change against the other run, where it differs.
    pub change: Option<String>,
    /// What the reader reports for it.
    pub own: Option<String>,
    /// Between which values nine tenths of the draws lie, where its fan is shown.
    pub spread: Option<String>,
    /// The point, as it is named to trace it; none for what is no figure of the model.
    pub point: Option<String>,
    /// The change, as it is named to trace it.
    pub changed_point: Option<String>,
}

/// All series of a chart in one quarter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readout {
    /// The quarter.
    pub quarter: String,
    /// The series.
    pub entries: Vec<Entry>,
}

impl Readout {
    /// What a chart says of `quarter`, or of its last one.
    #[must_use]
    pub fn of(chart: &Chart, quarter: Option<i32>, language: Language) -> Self {
        let quarter = quarter.unwrap_or(chart.last).clamp(chart.first, chart.last);
        let entry = |(plot, series): (&super::Plot, &super::Series)| {
            let at = series.at(quarter);
            let value = at.map_or("–".to_owned(), |(value, _)| figure(plot.unit, value, language));
            let other = at.and_then(|(value, base)| base.map(|base| value - base));
            let change = other.and_then(|other| visible_change(plot.unit, other, language));
            let own = series.own.iter().find(|point| point.0 == quarter);
            let own = own.map(|(_, value)| figure(plot.unit, *value, language));
            let spread = spread(&series.fan, quarter, plot.unit, language);
            let point =
                at.is_some().then(|| series.measure.point(Quarter::from_index(quarter), chart.period));
            let changed_point = change.is_some().then(|| point.clone()).flatten();
            let changed_point = changed_point.map(|point| Asked::from_other(point).to_string());
            Entry {
                label: series.label,
                colour: series.colour,
                value,
                change,
                own,
                spread,
                point,
                changed_point,
            }
        };
        let binding = chart.ribbon.iter().find(|(at, _)| *at == quarter).map(|(_, limit)| Entry {
            label: text::tightest_limit(language),
            colour: limit_colour(*limit),
            value: text::limit(*limit, language).to_owned(),
            change: None,
            own: None,
            spread: None,
            point: Some(Measure::Output(Output::Binding).point(Quarter::from_index(quarter), chart.period)),
            changed_point: None,
        });
        let stacks = chart.plots.iter().filter_map(|plot| {
            let spread = spread(&plot.stack_fan, quarter, plot.unit, language)?;
            Some(Entry {
                label: text::whole_stack(language),
                colour: Colour::Total,
                value: String::new(),
                change: None,
                own: None,
                spread: Some(spread),
                point: None,
                changed_point: None,
            })
        });
        let entries = chart.series().map(entry).chain(stacks).chain(binding).collect();
        Self { quarter: Quarter::from_index(quarter).to_string(), entries }
    }
}

/// Between which values nine tenths of the draws lie in a quarter.
fn spread(fan: &[FanPoint], quarter: i32, unit: &str, language: Language) -> Option<String> {
    let (_, [low, .., high]) = fan.iter().find(|(at, _)| *at == quarter)?;
    Some(text::spread(&figure(unit, *low, language), &figure(unit, *high, language), language))
}
