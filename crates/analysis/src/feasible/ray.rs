//! Rays from the scenario into the plane of two inputs, along which a requirement comes to be met.

use super::nearest::NearestPlace;
use crate::{
    condition::Requirement,
    grid::{Grid, GridPlan, Place},
    rerun::Rerun,
};
use buildout_model::Input;

/// Places looked at along a ray.
const STEPS: u32 = 6;

/// Halvings between two of them: to a billionth of a cell.
const HALVINGS: u32 = 30;

/// Rays, with what it takes to run the model along them.
pub(crate) struct Rays<'a> {
    plan: &'a GridPlan,
    requirement: Requirement,
    rerun: Rerun,
    axes: (Input, Input),
    now: Place,
    /// The longer side of a cell of the grid, as a share of the range.
    cell: f64,
}

/// A way from the scenario, in shares of the ranges.
#[derive(Clone, Copy)]
pub(crate) struct Way {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

impl Way {
    pub(crate) fn length(self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    /// The direction of this way after a step `aside` at its end, as a way of length 1.
    pub(crate) fn turned(self, aside: f64) -> Self {
        let Self { x, y } = self.direction();
        let length = self.length();
        Self { x: x * length - y * aside, y: y * length + x * aside }.direction()
    }

    /// A way of length 1; along x where this way leads nowhere.
    fn direction(self) -> Self {
        let length = self.length();
        if length > 0.0 { Self { x: self.x / length, y: self.y / length } } else { Self { x: 1.0, y: 0.0 } }
    }
}

/// Where a ray meets the requirement.
pub(crate) struct Reach {
    direction: Way,
    /// Length of the way, in shares of the ranges.
    pub(crate) distance: f64,
    result: f64,
}

/// A place on a ray, with the target there.
#[derive(Clone, Copy)]
struct Stop {
    distance: f64,
    result: Option<f64>,
    state: State,
}

/// How the target stands to the requirement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Met,
    Below,
    Above,
    Missing,
}

impl<'a> Rays<'a> {
    pub(crate) fn new(plan: &'a GridPlan, grid: &Grid, requirement: Requirement) -> Self {
        let cells = grid.x_values().len().min(grid.y_values().len()).saturating_sub(1).max(1);
        let now = grid.now();
        Self {
            plan,
            requirement,
            rerun: plan.rerun(),
            axes: (grid.x(), grid.y()),
            now: Place { x: now.x, y: now.y },
            cell: 1.0 / cells as f64,
        }
    }

    pub(crate) fn cell(&self) -> f64 {
        self.cell
    }

    /// The way from the scenario to a place.
    pub(crate) fn way_to(&self, place: Place) -> Way {
        let (x, y) = self.axes;
        Way { x: (place.x - self.now.x) / width(x), y: (place.y - self.now.y) / width(y) }
    }

    /// Where the ray in a direction meets the requirement within a window of distances, if it does.
    pub(crate) fn reach(&mut self, direction: Way, window: (f64, f64)) -> Option<Reach> {
        let (nearest, farthest) = (window.0.max(0.0), window.1.min(self.longest(direction)));
        let mut before = self.stop(direction, nearest);
        if before.state == State::Met {
            let now = self.stop(direction, 0.0);
            return self.halve(direction, now, before);
        }
        for step in 1..=STEPS {
            let distance = nearest + (farthest - nearest) * f64::from(step) / f64::from(STEPS);
            let after = self.stop(direction, distance);
            // What turns missing is met nowhere between.
            if after.state != before.state
                && after.state != State::Missing
                && let Some(reach) = self.halve(direction, before, after)
            {
                return Some(reach);
            }
            before = after;
        }
        None
    }

    /// A reach as a place, with the model's figure.
    pub(crate) fn place(&self, reach: &Reach) -> NearestPlace {
        let place = self.at(reach.direction, reach.distance);
        NearestPlace { place, result: reach.result, distance: reach.distance }
    }

    /// Where the state of one end changes, if the requirement is met there.
    fn halve(&mut self, direction: Way, mut before: Stop, mut after: Stop) -> Option<Reach> {
        for _ in 0..HALVINGS {
            let between = self.stop(direction, (before.distance + after.distance) / 2.0);
            if between.state == before.state {
                before = between;
            } else {
                after = between;
            }
        }
        // Nothing is met at a jump over the value, nor where a figure begins to exist on the wrong side of it.
        let Stop { distance, result, state } = after;
        Some(Reach { direction, distance, result: result.filter(|_| state == State::Met)? })
    }

    /// How far a ray goes before it leaves the range of an input.
    fn longest(&self, direction: Way) -> f64 {
        let (x, y) = self.axes;
        let sides = [(x, self.now.x, direction.x), (y, self.now.y, direction.y)];
        sides.into_iter().fold(f64::INFINITY, |longest, (input, now, along)| {
            let declaration = input.declaration();
            let end = if along > 0.0 { declaration.max } else { declaration.min };
            if along == 0.0 { longest } else { longest.min((end - now) / width(input) / along) }
        })
    }

    fn stop(&mut self, direction: Way, distance: f64) -> Stop {
        let Place { x, y } = self.at(direction, distance);
        let result = self.plan.cell(&mut self.rerun, x, y).result;
        let state = match result {
            None => State::Missing,
            Some(result) if self.requirement.is_met(result) => State::Met,
            Some(result) if result < self.requirement.value => State::Below,
            Some(_) => State::Above,
        };
        Stop { distance, result, state }
    }

    /// Within the ranges: the end of a ray that stops at one can be beyond it by rounding.
    fn at(&self, direction: Way, distance: f64) -> Place {
        let (x, y) = self.axes;
        Place {
            x: x.declaration().clamp(self.now.x + distance * direction.x * width(x)),
            y: y.declaration().clamp(self.now.y + distance * direction.y * width(y)),
        }
    }
}

fn width(input: Input) -> f64 {
    let declaration = input.declaration();
    declaration.max - declaration.min
}
