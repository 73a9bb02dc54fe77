//! Contour lines by marching squares: each cell between four points is crossed by the line where its corners lie on
//! different sides of the level, at the places between them that linear interpolation gives.

use super::table::{Grid, GridCell};
use std::collections::BTreeMap;

/// A place on a map, in the units of the two inputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Value of the input along x.
    pub x: f64,
    /// Value of the input along y.
    pub y: f64,
}

/// The lines on which a figure has a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// The value, in the unit of the figure.
    pub level: f64,
    /// The lines, each from end to end; one that closes ends where it begins. They end at the edge of the map and where
    /// there is no figure.
    pub lines: Vec<Vec<Place>>,
}

/// The side of a square that a line crosses, by the column and row of its lower or left end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    /// To the next column.
    Across { column: usize, row: usize },
    /// To the next row.
    Up { column: usize, row: usize },
}

impl Grid {
    /// The lines on which the target is `level`. A point at the level itself counts as above it, so that no line branches.
    ///
    /// They are exact where the figure is linear between the points of the grid, and off by a part of a cell elsewhere.
    #[must_use]
    pub fn contour(&self, level: f64) -> Contour {
        Contour { level, lines: joined(&segments(self, level), |edge| self.crossing(edge, level)) }
    }

    /// Where an edge has the level.
    fn crossing(&self, edge: Edge, level: f64) -> Option<Place> {
        let (column, row, to_column, to_row) = match edge {
            Edge::Across { column, row } => (column, row, column + 1, row),
            Edge::Up { column, row } => (column, row, column, row + 1),
        };
        let (from, to) = (self.at(column, row)?, self.at(to_column, to_row)?);
        let (low, high) = (from.result?, to.result?);
        let share = ((level - low) / (high - low)).clamp(0.0, 1.0);
        Some(Place { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
    }
}

/// The pieces of the lines: pairs of edges of one square.
fn segments(grid: &Grid, level: f64) -> Vec<(Edge, Edge)> {
    let mut segments = Vec::new();
    let rows: Vec<&[GridCell]> = grid.rows().collect();
    for (row, (lower, upper)) in rows.iter().zip(rows.iter().skip(1)).enumerate() {
        for (column, pair) in lower.windows(2).zip(upper.windows(2)).enumerate() {
            let ([a, b], [d, c]) = pair else { continue };
            if let (Some(a), Some(b), Some(c), Some(d)) = (a.result, b.result, c.result, d.result) {
                segments.extend(of_square([a, b, c, d], level, column, row));
            }
        }
    }
    segments
}

/// The pieces within a square with corners a, b, c, d counter-clockwise from the lower left.
fn of_square(corners: [f64; 4], level: f64, column: usize, row: usize) -> Vec<(Edge, Edge)> {
    let bottom = Edge::Across { column, row };
    let top = Edge::Across { column, row: row + 1 };
    let left = Edge::Up { column, row };
    let right = Edge::Up { column: column + 1, row };
    match corners.map(|corner| corner >= level) {
        [false, false, false, false] | [true, true, true, true] => vec![],
        [true, false, false, false] | [false, true, true, true] => vec![(left, bottom)],
        [false, true, false, false] | [true, false, true, true] => vec![(bottom, right)],
        [false, false, true, false] | [true, true, false, true] => vec![(right, top)],
        [false, false, false, true] | [true, true, true, false] => vec![(top, left)],
        [true, true, false, false] | [false, false, true, true] => vec![(left, right)],
        [true, false, false, true] | [false, true, true, false] => vec![(bottom, top)],
        // A saddle: the middle of the square says which corners belong together.
        [is_a_above, ..] => {
            let [a, b, c, d] = corners;
            let is_middle_above = (a + b + c + d) / 4.0 >= level;
            if is_a_above == is_middle_above {
                vec![(bottom, right), (top, left)]
            } else {
                vec![(left, bottom), (right, top)]
            }
        }
    }
}

/// Pieces that share an edge, joined to lines. An edge has at most two pieces, one in each square beside it.
fn joined(segments: &[(Edge, Edge)], place: impl Fn(Edge) -> Option<Place>) -> Vec<Vec<Place>> {
    let mut beside: BTreeMap<Edge, Vec<Edge>> = BTreeMap::new();
    for (from, to) in segments {
        beside.entry(*from).or_default().push(*to);
        beside.entry(*to).or_default().push(*from);
    }
    // Lines with ends begin at one of them; what is left after those closes.
    let ends = beside.iter().filter(|(_, next)| next.len() == 1).map(|(edge, _)| *edge);
    let starts: Vec<Edge> = ends.chain(beside.keys().copied()).collect();
    let mut lines = Vec::new();
    for start in starts {
        let mut line: Vec<Place> = Vec::new();
        let mut here = Some(start);
        while let Some(edge) = here {
            let point = place(edge).filter(|point| line.last() != Some(point));
            line.extend(point);
            here = step_on(&mut beside, edge);
        }
        if line.len() > 1 {
            lines.push(line);
        }
    }
    lines
}

/// The other end of a piece at this edge, which is then used up.
fn step_on(beside: &mut BTreeMap<Edge, Vec<Edge>>, edge: Edge) -> Option<Edge> {
    let next = beside.get_mut(&edge)?.pop()?;
    let back = beside.get_mut(&next)?;
    if let Some(place) = back.iter().position(|candidate| *candidate == edge) {
        back.remove(place);
    }
    Some(next)
}
