//! Where a figure passes the value required between two neighbours of a grid: what is left to try when no ray meets it.
//!
//! In a corner of the plane a figure can pass the value so near to an edge that the ray to the interpolated line leaves the plane
//! before it. Between two neighbours on different sides of the value it is passed for certain, unless it jumps.

use super::{nearest::NearestPlace, ray::Rays};
use crate::{
    condition::Requirement,
    grid::{Grid, GridCell, GridPlan, Place},
};

/// Pairs of neighbours that are looked at.
const MOST_PAIRS: usize = 16;
/// Halvings between them: to a billionth of a cell and beyond, as equality asks for.
const HALVINGS: u32 = 50;

/// The place nearest to the scenario that is met between two neighbours of the grid.
pub(super) fn nearest(
    plan: &GridPlan,
    rays: &Rays<'_>,
    grid: &Grid,
    requirement: Requirement,
) -> Option<NearestPlace> {
    let distance = |a: &GridCell, b: &GridCell| {
        rays.way_to(Place { x: a.x.midpoint(b.x), y: a.y.midpoint(b.y) }).length()
    };
    let mut pairs: Vec<(f64, GridCell, GridCell)> = Vec::new();
    for (column, row) in
        (0..grid.x_values().len()).flat_map(|column| (0..grid.y_values().len()).map(move |row| (column, row)))
    {
        for (other_column, other_row) in [(column + 1, row), (column, row + 1)] {
            if let (Some(a), Some(b)) = (grid.at(column, row), grid.at(other_column, other_row))
                && let (Some(from), Some(to)) = (a.result, b.result)
                && (from < requirement.value) != (to < requirement.value)
            {
                pairs.push((distance(a, b), *a, *b));
            }
        }
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut rerun = plan.rerun();
    let met = pairs.into_iter().take(MOST_PAIRS).filter_map(|(_, mut a, mut b)| {
        for _ in 0..HALVINGS {
            let middle = plan.cell(&mut rerun, a.x.midpoint(b.x), a.y.midpoint(b.y));
            let result = middle.result?;
            if requirement.is_met(result) {
                let place = Place { x: middle.x, y: middle.y };
                return Some(NearestPlace { place, result, distance: rays.way_to(place).length() });
            }
            let is_on_side_of_a =
                a.result.is_some_and(|of_a| (of_a < requirement.value) == (result < requirement.value));
            if is_on_side_of_a {
                a = middle;
            } else {
                b = middle;
            }
        }
        None
    });
    met.min_by(|a, b| a.distance.total_cmp(&b.distance))
}
