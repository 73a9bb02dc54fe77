//! What a chart says of one quarter: the legend with its values.

use super::{
    chart::Chart,
    fan::FanPoint,
    series::{Colour, Measure, Shape},
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
    /// Words as long as those will be, while the fan is still being counted: a place kept free, not to be read.
    pub awaited: Option<String>,
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
            let is_awaited = chart.awaits_fans_at(quarter) && at.is_some() && series.shape != Shape::Stacked;
            let awaited = is_awaited.then(|| text::spread(&value, &value, language));
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
                awaited,
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
            awaited: None,
            point: Some(Measure::Output(Output::Binding).point(Quarter::from_index(quarter), chart.period)),
            changed_point: None,
        });
        let stacks = chart.plots.iter().filter_map(|plot| {
            let spread = spread(&plot.stack_fan, quarter, plot.unit, language);
            let top = || plot.bands().last()?.2.into_iter().find(|(at, _)| *at == quarter);
            let top = chart.awaits_fans_at(quarter).then(top).flatten();
            let awaited = top.map(|(_, value)| figure(plot.unit, value, language));
            let awaited = awaited.map(|value| text::spread(&value, &value, language));
            (spread.is_some() || awaited.is_some()).then(|| Entry {
                label: text::whole_stack(language),
                colour: Colour::Total,
                value: String::new(),
                change: None,
                own: None,
                spread,
                awaited,
                point: None,
                changed_point: None,
            })
        });
        let entries = chart.series().map(entry).chain(stacks).chain(binding).collect();
        Self { quarter: Quarter::from_index(quarter).to_string(), entries }
    }
}

impl Chart {
    /// Whether a fan will have figures of a quarter that has none yet: fans are of the run alone.
    fn awaits_fans_at(&self, quarter: i32) -> bool {
        self.awaits_fans && quarter >= self.run_from
    }
}

/// Between which values nine tenths of the draws lie in a quarter.
fn spread(fan: &[FanPoint], quarter: i32, unit: &str, language: Language) -> Option<String> {
    let (_, [low, .., high]) = fan.iter().find(|(at, _)| *at == quarter)?;
    Some(text::spread(&figure(unit, *low, language), &figure(unit, *high, language), language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Run, ShownAs, chart, studied};
    use buildout_scenario::{Horizon, Panel, Period, Scenario};

    #[test]
    fn the_place_of_a_spread_is_kept_where_one_comes_and_nowhere_else() {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        for panel in Panel::ALL {
            for period in Period::ALL {
                let shown = ShownAs { period, zoom: None };
                let plain = chart(panel, &run, &run, shown, Language::English);
                let fan: Vec<FanPoint> =
                    (plain.run_from..=plain.last).map(|quarter| (quarter, [1.0; 5])).collect();
                let fans = studied(&plain).into_iter().map(|_| Some(fan.clone()));
                let awaiting = Chart { awaits_fans: true, ..plain.clone() };
                let counted = plain.with_fans(fans);
                // A fan of what has no figure would have none either.
                let is_whole = |quarter: &i32| {
                    let series = || counted.series().map(|(_, series)| series);
                    *quarter < counted.run_from
                        || series().all(|series| series.run.iter().any(|(at, _)| at == quarter))
                };
                let quarters: Vec<_> = (counted.first..=counted.last).filter(is_whole).collect();
                assert!(quarters.len() > 10, "{} {period:?}", panel.id());
                for quarter in quarters {
                    let of = |chart: &Chart| Readout::of(chart, Some(quarter), Language::English).entries;
                    let places = |has: fn(&Entry) -> bool, chart: &Chart| -> Vec<_> {
                        of(chart).iter().filter(|entry| has(entry)).map(|entry| entry.label).collect()
                    };
                    let comes = places(|entry| entry.spread.is_some(), &counted);
                    let kept = places(|entry| entry.awaited.is_some(), &awaiting);
                    assert_eq!(kept, comes, "{} {period:?} {quarter}", panel.id());
                    assert!(of(&counted).iter().all(|entry| entry.awaited.is_none()));
                }
            }
        }
    }
}
