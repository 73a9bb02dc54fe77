//! A scenario with what running it gave.

use buildout_model::{Headline, Quarter, REPORTED, ReportedQuarter, Trajectory};
use buildout_scenario::{Horizon, Scenario};

/// Reported quarters shown before a run.
const SHOWN_BEFORE: i32 = 8;

/// A scenario, its run and its headline.
#[derive(Clone, Debug)]
pub struct Run {
    /// The scenario.
    pub scenario: Scenario,
    /// Its quarters.
    pub trajectory: Trajectory<f64>,
    /// Its headline.
    pub headline: Option<Headline>,
}

impl Run {
    /// Runs a scenario to a horizon.
    #[must_use]
    pub fn of(scenario: Scenario, horizon: Horizon) -> Self {
        Self::ran(scenario, scenario.run(horizon.quarters(scenario.baseline())))
    }

    /// A scenario that has been run.
    #[must_use]
    pub fn ran(scenario: Scenario, trajectory: Trajectory<f64>) -> Self {
        let headline = scenario.headline(&trajectory);
        Self { scenario, trajectory, headline }
    }

    /// The first quarter run.
    #[must_use]
    pub fn first(&self) -> Quarter {
        self.scenario.baseline().first_quarter()
    }

    /// The last quarter run.
    #[must_use]
    pub fn last(&self) -> Quarter {
        self.first().plus(self.trajectory.figures().len() as i32 - 1)
    }

    /// The reported quarters shown before the run, oldest first.
    pub fn reported_before(&self) -> impl Iterator<Item = &'static ReportedQuarter> {
        let first = self.first();
        let start = first.plus(-SHOWN_BEFORE);
        REPORTED.iter().filter(move |reported| (start..first).contains(&reported.quarter))
    }

    /// Every reported quarter before the run, oldest first.
    pub fn reported_known(&self) -> impl Iterator<Item = &'static ReportedQuarter> {
        let first = self.first();
        REPORTED.iter().filter(move |reported| reported.quarter < first)
    }

    /// Quarters of the run that have been reported since.
    pub fn reported_since(&self) -> impl Iterator<Item = &'static ReportedQuarter> {
        let run = self.first()..=self.last();
        REPORTED.iter().filter(move |reported| run.contains(&reported.quarter))
    }
}
