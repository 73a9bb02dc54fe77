//! The panels: what each shows, its table and its sentence.

mod ads_stores;
mod ai_build;
mod backlog;
mod capacity;
mod capex;
mod cash;
mod cash_flow;
mod chips;
mod curves;
mod margin;
mod sales;
mod services;

use super::{
    chart::{Chart, Plot, Shown},
    run::Run,
};
use crate::text;
use buildout_model::{Figures, Output, Quarter};
use buildout_scenario::{Language, Panel};

/// The chart of a panel of a run, with another run as a quiet second line where it differs.
#[must_use]
pub fn chart(panel: Panel, run: &Run, base: &Run, shown: Shown, language: Language) -> Chart {
    let plots = match panel {
        Panel::CashFlow => cash_flow::plots(shown.period, language),
        Panel::Capex => capex::plots(language),
        Panel::Capacity => capacity::plots(run, language),
        Panel::Chips => chips::plots(run, language),
        Panel::Sales => sales::plots(language),
        Panel::Services => services::plots(language),
        Panel::Margin => margin::plots(run, language),
        Panel::Backlog => backlog::plots(language),
        Panel::AdsStores => ads_stores::plots(language),
        Panel::Cash => cash::plots(language),
        Panel::AiBuild => ai_build::plots(run, language),
        Panel::Curves => curves::plots(language),
    };
    let mut chart = Chart::filled(plots, run, base, shown);
    if panel == Panel::Capacity {
        let limit = |(quarter, figures): (Quarter, &Figures<f64>)| (quarter.index(), figures.binding_limit());
        chart.ribbon = run.trajectory.quarters().map(limit).collect();
    }
    chart.zoomed(shown.zoom)
}

/// The panel in a sentence.
#[must_use]
pub fn summary(panel: Panel, run: &Run, language: Language) -> String {
    let Some(end) = run.trajectory.figures().last() else { return text::nothing_run(language).to_owned() };
    let Some(headline) = &run.headline else { return text::nothing_run(language).to_owned() };
    match panel {
        Panel::CashFlow => cash_flow::summary(run, headline, language),
        Panel::Capex => capex::summary(run, language),
        Panel::Capacity => capacity::summary(run, end, language),
        Panel::Chips => chips::summary(run, end, language),
        Panel::Sales => sales::summary(run, end, language),
        Panel::Services => services::summary(run, end, language),
        Panel::Margin => margin::summary(run, headline, end, language),
        Panel::Backlog => backlog::summary(run, end, language),
        Panel::AdsStores => ads_stores::summary(run, end, language),
        Panel::Cash => cash::summary(run, end, language),
        Panel::AiBuild => ai_build::summary(headline, language),
        Panel::Curves => curves::summary(run, end, language),
    }
}

/// The outputs in the table of a panel.
#[must_use]
pub fn columns(panel: Panel) -> &'static [Output] {
    match panel {
        Panel::CashFlow => cash_flow::COLUMNS,
        Panel::Capex => capex::COLUMNS,
        Panel::Capacity => capacity::COLUMNS,
        Panel::Chips => chips::COLUMNS,
        Panel::Sales => sales::COLUMNS,
        Panel::Services => services::COLUMNS,
        Panel::Margin => margin::COLUMNS,
        Panel::Backlog => backlog::COLUMNS,
        Panel::AdsStores => ads_stores::COLUMNS,
        Panel::Cash => cash::COLUMNS,
        Panel::AiBuild => ai_build::COLUMNS,
        Panel::Curves => curves::COLUMNS,
    }
}

/// A share of two measures as a plot shows it.
pub(super) const SHARE: &str = "share";

/// A plot without a name of its own.
pub(super) fn only(unit: &'static str, series: Vec<super::Series>) -> Vec<Plot> {
    vec![Plot::new(unit, "", series)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::Input;
    use buildout_scenario::{Horizon, Period, Scenario, Zoom};

    fn shown(period: Period) -> Shown {
        Shown { period, zoom: None }
    }

    #[test]
    fn every_panel_shows_every_quarter_of_the_run() {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        for panel in Panel::ALL {
            for language in Language::ALL {
                let chart = chart(panel, &run, &run, Shown::default(), language);
                assert!(!chart.plots.is_empty());
                for (_, series) in chart.series() {
                    assert!(
                        series.run.len() >= 38,
                        "{}: {} has {}",
                        panel.id(),
                        series.label,
                        series.run.len()
                    );
                    assert!(series.run.iter().all(|point| point.1.is_finite()), "{}", panel.id());
                    assert!(series.base.is_empty(), "nothing differs from itself");
                    assert!(!series.label.is_empty());
                }
                assert!(!summary(panel, &run, language).contains("NaN"));
            }
            assert!(columns(panel).len() >= 3, "{}", panel.id());
        }
    }

    #[test]
    fn every_period_and_zoom_keeps_within_the_chart() {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        let base = Run::of(
            {
                let mut s = Scenario::default();
                s.set(Input::CapexNextYear, 200.0).unwrap();
                s
            },
            Horizon::FULL,
        );
        for panel in Panel::ALL {
            for period in Period::ALL {
                for zoom in [None, Zoom::new(2025, 2027), Zoom::new(2030, 2030), Zoom::new(2019, 2019)] {
                    let chart = chart(panel, &run, &base, Shown { period, zoom }, Language::English);
                    for (_, series) in chart.series() {
                        for (quarter, value) in series.run.iter().chain(&series.base).chain(&series.reported)
                        {
                            assert!((chart.first..=chart.last).contains(quarter));
                            assert!(value.is_finite());
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn bands_of_the_compared_run_stack_up_to_its_total() {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        let mut other = Scenario::default();
        other.set(Input::CapexNextYear, 250.0).unwrap();
        let other = Run::of(other, Horizon::FULL);
        let chart = chart(Panel::Sales, &run, &other, Shown::default(), Language::English);
        let mut compared = 0;
        for plot in &chart.plots {
            let edges = plot.compared_edges();
            let Some((_, top)) = edges.last() else { continue };
            compared += 1;
            assert_eq!(edges.len(), plot.bands().count());
            for (&(_, top), (_, figures)) in top.iter().zip(other.trajectory.quarters()) {
                assert!((top - figures.aws_revenue).abs() < 1e-9, "{top} is not {}", figures.aws_revenue);
            }
            let highest = top.iter().map(|point| point.1).fold(0.0, f64::max);
            assert!(plot.value_range().1 >= highest, "the compared bands are within the axis");
        }
        assert!(compared > 0);
    }

    #[test]
    fn the_trailing_year_of_quarters_is_the_models_own() {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        let trailing = chart(Panel::CashFlow, &run, &run, shown(Period::TrailingYear), Language::English);
        let natural = chart(Panel::CashFlow, &run, &run, shown(Period::Natural), Language::English);
        for ((_, a), (_, b)) in trailing.series().zip(natural.series()) {
            assert_eq!(a.run.len(), b.run.len());
            for (a, b) in a.run.iter().zip(&b.run) {
                assert!(a.0 == b.0 && (a.1 - b.1).abs() < 1e-9 * b.1.abs().max(1.0), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn a_calendar_year_has_one_figure() {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        let chart = chart(Panel::Capex, &run, &run, shown(Period::CalendarYear), Language::English);
        let capex =
            chart.series().find(|(_, series)| series.reported.len() > 1 || series.run.len() > 1).unwrap().1;
        assert!(capex.run.iter().all(|point| point.0.rem_euclid(4) == 3));
    }

    #[test]
    fn the_ribbon_names_the_limit_of_every_quarter() {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        let chart = chart(Panel::Capacity, &run, &run, Shown::default(), Language::English);
        assert_eq!(chart.ribbon.len(), 41);
        for ((_, limit), figures) in chart.ribbon.iter().zip(run.trajectory.figures()) {
            assert_eq!(*limit, figures.binding_limit());
        }
    }
}
