//! The place nearest to the scenario that meets a requirement.
//!
//! Contours are interpolated, so their nearest places are guesses. The model then tells where exactly the requirement is met
//! on the ray from the scenario to each guess, and on rays around the shortest of them.

use super::{
    edge,
    ray::{Rays, Reach, Way},
};
use crate::{
    condition::Requirement,
    grid::{Contour, Grid, GridPlan, Place},
};

/// A place that meets a requirement, as near to the scenario as there is one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NearestPlace {
    /// The two inputs, in their units.
    pub place: Place,
    /// The target there, computed by the model, in its unit.
    pub result: f64,
    /// How far it is from the scenario: the length of the way, each input counted in shares of its range.
    pub distance: f64,
}

/// How far an interpolated line may be from the true one, in cells.
const LINE_WIDTH: f64 = 1.5;

/// Guesses that are looked at.
const MOST_GUESSES: usize = 16;

/// Cells to either side of a guess within which rays are sent.
const FAN_WIDTH: f64 = 2.0;

/// Rays to either side in a round.
const DIRECTIONS: i32 = 8;

/// Rounds, each between the neighbours of the shortest ray of the one before. The boundary has kinks, so that a search that
/// trusts in a single valley can end beside it.
const ROUNDS: u32 = 5;

pub(crate) fn nearest(
    plan: &GridPlan,
    grid: &Grid,
    boundary: &Contour,
    requirement: Requirement,
) -> Option<NearestPlace> {
    let now = grid.now();
    if let Some(result) = now.result.filter(|result| requirement.is_met(*result)) {
        return Some(NearestPlace { place: Place { x: now.x, y: now.y }, result, distance: 0.0 });
    }
    let mut rays = Rays::new(plan, grid, requirement);
    let of_grid = nearest_of_grid(&rays, grid, requirement);
    let mut guesses = guesses(&rays, boundary);
    // Interpolation can draw a line that is near on the wrong side of the scenario.
    let is_near = |guess: &&Way| guess.length() < LINE_WIDTH * rays.cell();
    let opposite: Vec<Way> =
        guesses.iter().filter(is_near).map(|guess| Way { x: -guess.x, y: -guess.y }).collect();
    guesses.extend(opposite);
    // Where there is no figure, or the figure stands still or jumps, the region ends without a contour.
    guesses.extend(of_grid.map(|nearest| rays.way_to(nearest.place)));
    let guesses = apart(guesses, rays.cell());
    let off = LINE_WIDTH * rays.cell();
    let shortest = guesses.into_iter().filter_map(|guess| {
        let reach = rays.reach(guess.turned(0.0), (guess.length() - off, guess.length() + off))?;
        Some((guess, reach))
    });
    let shortest = shortest.min_by(|a, b| a.1.distance.total_cmp(&b.1.distance));
    let found = shortest.map(|(guess, reach)| shortest_around(&mut rays, guess, reach));
    let found = found.map(|reach| rays.place(&reach));
    let found = [found, of_grid].into_iter().flatten().min_by(|a, b| a.distance.total_cmp(&b.distance));
    found.or_else(|| edge::nearest(plan, &rays, grid, requirement))
}

fn nearest_of_grid(rays: &Rays<'_>, grid: &Grid, requirement: Requirement) -> Option<NearestPlace> {
    let met = grid.cells().iter().filter_map(|cell| {
        let result = cell.result.filter(|result| requirement.is_met(*result))?;
        let place = Place { x: cell.x, y: cell.y };
        Some(NearestPlace { place, result, distance: rays.way_to(place).length() })
    });
    met.min_by(|a, b| a.distance.total_cmp(&b.distance))
}

/// The nearest place of every piece of the boundary.
fn guesses(rays: &Rays<'_>, boundary: &Contour) -> Vec<Way> {
    let pieces = boundary.lines.iter().flat_map(|line| line.iter().zip(line.iter().skip(1)));
    pieces
        .map(|(from, to)| {
            let (from, to) = (rays.way_to(*from), rays.way_to(*to));
            let along = Way { x: to.x - from.x, y: to.y - from.y };
            let square = along.x * along.x + along.y * along.y;
            let foot = if square > 0.0 { -(from.x * along.x + from.y * along.y) / square } else { 0.0 };
            let foot = foot.clamp(0.0, 1.0);
            Way { x: from.x + along.x * foot, y: from.y + along.y * foot }
        })
        .collect()
}

/// The nearest guesses, each at least half a cell from the others.
fn apart(mut guesses: Vec<Way>, cell: f64) -> Vec<Way> {
    guesses.sort_by(|a, b| a.length().total_cmp(&b.length()));
    let mut kept: Vec<Way> = Vec::new();
    for guess in guesses {
        let is_new = |other: &Way| Way { x: guess.x - other.x, y: guess.y - other.y }.length() > cell / 2.0;
        if kept.len() < MOST_GUESSES && kept.iter().all(is_new) {
            kept.push(guess);
        }
    }
    kept
}

/// The shortest ray around a guess that meets the requirement, from the one that points to the guess.
fn shortest_around(rays: &mut Rays<'_>, guess: Way, mut best: Reach) -> Reach {
    let mut off = LINE_WIDTH * rays.cell();
    let mut width = FAN_WIDTH * rays.cell();
    let mut middle = 0.0;
    for _ in 0..ROUNDS {
        let step = width / f64::from(DIRECTIONS);
        let centre = middle;
        for place in -DIRECTIONS..=DIRECTIONS {
            let aside = centre + step * f64::from(place);
            // A ray that is not shorter need not be followed to its end.
            match rays.reach(guess.turned(aside), (best.distance - off, best.distance)) {
                Some(reach) if reach.distance < best.distance => (middle, best) = (aside, reach),
                _ => {}
            }
        }
        width = step;
        off = off.min(4.0 * step);
    }
    best
}
