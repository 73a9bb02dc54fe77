//! The four curves to watch.
//!
//! The thesis of the build-out holds as long as four curves keep rising: power, Trainium's share, the adoption of managed
//! services, and advertising with its AI conversion (mechanism M25 of `docs/model.md`). What matters is the slope: each
//! is read over two years from the start and compared with the slope before, where that is known.

use buildout_model::{Baseline, Input, Quarter, REPORTED, Trajectory};
use buildout_scenario::Scenario;

/// Quarters over which the slope is taken: two years, so that seasons cancel and a slip of a year shows.
pub const WATCHED_QUARTERS: usize = 8;

/// Yearly slope, as a share of the level, up to which a curve is flat either way: two years of it are a change of 4 %, as
/// little as the estimates of power and mix can tell apart.
pub const FLAT_SLOPE: f64 = 0.02;

/// A curve breaks where its slope is less than this share of the slope before: a third of the pace is lost, which a delay
/// of three quarters in two years does and no ordinary fading of growth.
pub const BREAKING_SHARE: f64 = 2.0 / 3.0;

/// A curve to watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WatchedCurve {
    /// Power energised, GW; its slope is the cadence of additions.
    Power,
    /// Trainium's share of the AI fleet.
    Trainium,
    /// Bedrock and AgentCore, share of AI sales.
    Managed,
    /// Advertising, sales of the trailing year, B$.
    Advertising,
}

/// How a curve goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Up, at no less than [`BREAKING_SHARE`] of the slope before.
    Rising,
    /// Neither up nor down by more than [`FLAT_SLOPE`] a year.
    Flat,
    /// Down, or up at less than [`BREAKING_SHARE`] of the slope before.
    Breaking,
}

/// The value of a curve at the end of a quarter, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The quarter.
    pub quarter: Quarter,
    /// The value.
    pub value: f64,
}

/// What there is to say about a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Watched {
    /// The curve.
    pub curve: WatchedCurve,
    /// At the start: the end of history, or the first quarter run where history does not tell.
    pub start: Reading,
    /// After [`WATCHED_QUARTERS`], or at the end of a shorter run.
    pub end: Reading,
    /// Mean yearly change between them, in the unit of the curve.
    pub slope: f64,
    /// Yearly change over the year before the start, where it is known: for power, four times the quarterly additions
    /// known at the date of the baseline; for advertising, as reported.
    pub slope_before: Option<f64>,
    /// How it goes on.
    pub verdict: Verdict,
}

impl WatchedCurve {
    /// Every curve, in the order of the chain from power to cash.
    pub const ALL: [WatchedCurve; 4] =
        [WatchedCurve::Power, WatchedCurve::Trainium, WatchedCurve::Managed, WatchedCurve::Advertising];

    /// The name used in files and in the page.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            WatchedCurve::Power => "power",
            WatchedCurve::Trainium => "trainium",
            WatchedCurve::Managed => "managed",
            WatchedCurve::Advertising => "advertising",
        }
    }

    /// The curve over every quarter of a run.
    #[must_use]
    pub fn readings(self, trajectory: &Trajectory<f64>) -> Vec<Reading> {
        if self == WatchedCurve::Advertising {
            return advertising_years(trajectory);
        }
        let value = |(quarter, figures): (Quarter, &buildout_model::Figures<f64>)| Reading {
            quarter,
            value: match self {
                WatchedCurve::Power => figures.power,
                WatchedCurve::Trainium => figures.trainium_fleet_share,
                WatchedCurve::Managed if figures.ai_revenue > 0.0 => {
                    figures.managed_revenue / figures.ai_revenue
                }
                WatchedCurve::Managed | WatchedCurve::Advertising => 0.0,
            },
        };
        trajectory.quarters().map(value).collect()
    }

    /// The curve at the end of history, where it is known.
    fn at_history_end(self, scenario: &Scenario) -> Option<f64> {
        match self {
            WatchedCurve::Power => Some(scenario.inputs().power_start),
            WatchedCurve::Trainium => Some(scenario.inputs().trainium_mix_start),
            WatchedCurve::Managed => None,
            WatchedCurve::Advertising => reported_advertising_year(scenario.baseline().history_end()),
        }
    }

    fn slope_before(self, baseline: Baseline) -> Option<f64> {
        match self {
            WatchedCurve::Power => Some(4.0 * Input::PowerAddThisYear.declaration().base(baseline)),
            WatchedCurve::Advertising => {
                let end = baseline.history_end();
                Some(reported_advertising_year(end)? - reported_advertising_year(end.plus(-4))?)
            }
            WatchedCurve::Trainium | WatchedCurve::Managed => None,
        }
    }
}

impl Watched {
    /// The slope as a share of the mean of both readings, a year.
    #[must_use]
    pub fn relative_slope(&self) -> f64 {
        relative_slope(self.start, self.end, self.slope)
    }
}

impl Verdict {
    fn of(relative_slope: f64, slope: f64, slope_before: Option<f64>) -> Self {
        let is_slower = slope_before.is_some_and(|before| before > 0.0 && slope < BREAKING_SHARE * before);
        if is_slower || relative_slope < -FLAT_SLOPE {
            Verdict::Breaking
        } else if relative_slope <= FLAT_SLOPE {
            Verdict::Flat
        } else {
            Verdict::Rising
        }
    }
}

/// The four curves to watch, as the run of a scenario draws them; a curve of fewer than two readings is left out.
#[must_use]
pub fn watch(scenario: &Scenario, trajectory: &Trajectory<f64>) -> Vec<Watched> {
    WatchedCurve::ALL.into_iter().filter_map(|curve| watched(curve, scenario, trajectory)).collect()
}

fn watched(curve: WatchedCurve, scenario: &Scenario, trajectory: &Trajectory<f64>) -> Option<Watched> {
    let readings = curve.readings(trajectory);
    let opening = curve
        .at_history_end(scenario)
        .map(|value| Reading { quarter: scenario.baseline().history_end(), value });
    let start = opening.or_else(|| readings.first().copied())?;
    let end = *readings.iter().take(WATCHED_QUARTERS).next_back()?;
    let years = f64::from(end.quarter.index() - start.quarter.index()) / 4.0;
    if years <= 0.0 {
        return None;
    }
    let slope = (end.value - start.value) / years;
    let slope_before = curve.slope_before(scenario.baseline());
    let verdict = Verdict::of(relative_slope(start, end, slope), slope, slope_before);
    Some(Watched { curve, start, end, slope, slope_before, verdict })
}

fn relative_slope(start: Reading, end: Reading, slope: f64) -> f64 {
    let level = (start.value.abs() + end.value.abs()) / 2.0;
    if level > 0.0 { slope / level } else { 0.0 }
}

/// Advertising sales of the trailing year, reported quarters included.
fn advertising_years(trajectory: &Trajectory<f64>) -> Vec<Reading> {
    let end = trajectory.baseline().history_end();
    let before: Vec<f64> = (-2..=0).filter_map(|ago| reported_advertising(end.plus(ago))).collect();
    let quarterly: Vec<f64> =
        before.into_iter().chain(trajectory.figures().iter().map(|figures| figures.ads_revenue)).collect();
    let years = quarterly.windows(4).map(|year| year.iter().sum());
    trajectory.quarters().zip(years).map(|((quarter, _), value)| Reading { quarter, value }).collect()
}

fn reported_advertising(quarter: Quarter) -> Option<f64> {
    REPORTED.iter().find(|reported| reported.quarter == quarter)?.ads_revenue
}

/// Reported advertising sales of the year that ends with `quarter`, B$.
fn reported_advertising_year(quarter: Quarter) -> Option<f64> {
    (-3..=0).map(|ago| reported_advertising(quarter.plus(ago))).sum()
}
