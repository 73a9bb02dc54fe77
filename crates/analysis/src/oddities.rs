//! What a reader should be warned of in a run.

use buildout_model::{Figures, Overfull, Quarter, Trajectory, overfull_opening};
use buildout_scenario::Scenario;

/// Chips wait long where as many wait as power lets in over this many quarters: half a year of earnings lost on hardware
/// that loses value every quarter. Against chip supply it could not be seen, because no more is bought ahead than
/// `max_waiting` quarters of supply.
pub const LONG_WAIT: f64 = 2.0;

/// Quarters that chips must wait so long before it is said.
pub const WAITING_QUARTERS: usize = 2;

/// AI demand over AI sales from which demand goes unserved: beyond it the model lets scarcity move prices no further, so
/// that the rest of the demand changes nothing.
pub const UNSERVED_RATIO: f64 = 2.0;

/// AI capacity is idle where less than this share of what could be used is used.
pub const IDLE_USE: f64 = 0.75;

/// Quarters of unserved demand or idle capacity before it is said: a year, more than a season or a ramp.
pub const SETTLED_QUARTERS: usize = 4;

/// Quarters in which the core must lack room before it is said.
const SQUEEZED_QUARTERS: usize = 2;

/// GW and B$ below which a figure is rounding.
const ROUNDING: f64 = 1e-6;

/// Longest pause that does not end a span, in quarters: what comes back within a year is a season.
const PAUSE: i32 = 3;

/// Quarters in which something is found, together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first of them.
    pub first: Quarter,
    /// The last of them.
    pub last: Quarter,
    /// How many there are; fewer than from first to last where it pauses for less than a year.
    pub quarters: usize,
}

/// Something odd about a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Oddity {
    /// The opening position holds more AI than its room has place for.
    OpeningOverfull(Overfull),
    /// Chips are paid for and wait long for power.
    ChipsWaiting {
        /// When, in order; never empty.
        when: Vec<Span>,
        /// The most that wait, GW of IT.
        peak: f64,
    },
    /// AI demand is far above what is sold.
    DemandUnserved {
        /// When, in order; never empty.
        when: Vec<Span>,
        /// Highest ratio of demand to sales, among quarters in which anything is sold.
        peak_ratio: Option<f64>,
    },
    /// AI capacity is in place and little used.
    CapacityIdle {
        /// When, in order; never empty.
        when: Vec<Span>,
        /// Lowest utilisation, share of ready capacity that is sold.
        lowest_use: f64,
    },
    /// Cash is at its floor, and the build is paid with debt.
    CashAtFloor {
        /// When, in order; never empty.
        when: Vec<Span>,
        /// Highest debt among those quarters, B$.
        peak_debt: f64,
    },
    /// The core cloud, which is served first, has less room than it wants, and leaves none for new AI chips.
    CoreSqueezed {
        /// When, in order; never empty.
        when: Vec<Span>,
        /// What its IT changes by in those quarters all the same, GW; it gives up IT where negative.
        core_change: f64,
    },
}

/// What is odd about the run of a scenario, in the order of the chain from power to cash.
#[must_use]
pub fn oddities(scenario: &Scenario, trajectory: &Trajectory<f64>) -> Vec<Oddity> {
    let run = Moments::of(trajectory);
    [
        overfull_opening(scenario.inputs()).map(Oddity::OpeningOverfull),
        core_squeezed(&run),
        chips_waiting(&run),
        demand_unserved(&run),
        capacity_idle(&run, scenario.inputs().utilisation),
        cash_at_floor(&run, scenario.inputs().min_cash, scenario.inputs().debt_start),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn core_squeezed(run: &Moments<'_>) -> Option<Oddity> {
    // It takes what it wants as long as that leaves any room.
    let (when, found) = run.find(SQUEEZED_QUARTERS, |Moment { now, .. }| now.limit_power <= ROUNDING)?;
    let changes =
        found.iter().filter_map(|Moment { before, now, .. }| Some(now.core_it - (*before)?.core_it));
    Some(Oddity::CoreSqueezed { when, core_change: changes.sum() })
}

fn chips_waiting(run: &Moments<'_>) -> Option<Oddity> {
    let (when, found) = run.find(WAITING_QUARTERS, |Moment { now, .. }| {
        now.waiting > (LONG_WAIT * now.installed).max(ROUNDING)
    })?;
    Some(Oddity::ChipsWaiting { when, peak: highest(found.iter().map(|moment| moment.now.waiting))? })
}

fn demand_unserved(run: &Moments<'_>) -> Option<Oddity> {
    let (when, found) = run
        .find(SETTLED_QUARTERS, |Moment { now, .. }| now.ai_demand > UNSERVED_RATIO * 4.0 * now.ai_revenue)?;
    let sold = found.iter().filter(|moment| moment.now.ai_revenue > ROUNDING);
    let peak_ratio = highest(sold.map(|Moment { now, .. }| now.ai_demand / (4.0 * now.ai_revenue)));
    Some(Oddity::DemandUnserved { when, peak_ratio })
}

fn capacity_idle(run: &Moments<'_>, utilisation: f64) -> Option<Oddity> {
    let (when, found) = run.find(SETTLED_QUARTERS, |Moment { now, .. }| {
        now.ai_it > ROUNDING && now.r#use < IDLE_USE * utilisation
    })?;
    let lowest_use = -highest(found.iter().map(|moment| -moment.now.r#use))?;
    Some(Oddity::CapacityIdle { when, lowest_use })
}

fn cash_at_floor(run: &Moments<'_>, min_cash: f64, debt_start: f64) -> Option<Oddity> {
    let (when, found) = run
        .find(1, |Moment { now, .. }| now.cash <= min_cash + ROUNDING && now.debt > debt_start + ROUNDING)?;
    Some(Oddity::CashAtFloor { when, peak_debt: highest(found.iter().map(|moment| moment.now.debt))? })
}

fn highest(values: impl Iterator<Item = f64>) -> Option<f64> {
    values.reduce(f64::max)
}

/// A quarter with the one run before it.
#[derive(Clone, Copy)]
struct Moment<'a> {
    quarter: Quarter,
    before: Option<&'a Figures<f64>>,
    now: &'a Figures<f64>,
}

struct Moments<'a>(Vec<Moment<'a>>);

impl<'a> Moments<'a> {
    fn of(trajectory: &'a Trajectory<f64>) -> Self {
        let before = core::iter::once(None).chain(trajectory.figures().iter().map(Some));
        let moments = trajectory.quarters().zip(before);
        Self(moments.map(|((quarter, now), before)| Moment { quarter, before, now }).collect())
    }

    /// The quarters of every unbroken stretch of at least `least` in which `holds`, with their spans, if there are any.
    fn find(
        &self,
        least: usize,
        holds: impl Fn(&Moment<'a>) -> bool,
    ) -> Option<(Vec<Span>, Vec<Moment<'a>>)> {
        let stretches = self.0.chunk_by(|a, b| holds(a) == holds(b));
        let found: Vec<_> = stretches
            .filter(|stretch| stretch.len() >= least && stretch.first().is_some_and(&holds))
            .flatten()
            .copied()
            .collect();
        let spans = found.chunk_by(|a, b| b.quarter.index() - a.quarter.index() <= PAUSE + 1);
        let when: Vec<_> = spans
            .filter_map(|span| {
                let (first, last) = (span.first()?.quarter, span.last()?.quarter);
                Some(Span { first, last, quarters: span.len() })
            })
            .collect();
        (!when.is_empty()).then_some((when, found))
    }
}
