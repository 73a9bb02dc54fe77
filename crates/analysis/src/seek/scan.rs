//! Where on a line to look: an even scan, then closer where the figure could reach what is wanted between two nodes.

use super::{
    line::{Line, Node},
    sought::Standing,
};

/// Cells of the first look: a lever has hardly more kinks than that.
const CELLS: usize = 256;

/// Times that cells between two sides are halved, for what turns within them.
const SIDE_HALVINGS: u32 = 3;

/// Times that cells are halved at most, down to the last digits of a value.
const MOST_HALVINGS: u32 = 44;

/// Nodes after which no cell is halved further. Reached only by a figure that keeps swinging right beside what is wanted.
const MOST_NODES: usize = 4096;

/// How much steeper a figure may be within a cell than anywhere around it.
const STEEPER: f64 = 2.0;

/// Cells on either side from which the steepness is taken.
const AROUND: usize = 2;

/// Nodes in rising order over the whole range, both ends and the `exact` values among them.
pub(crate) fn scan<F: FnMut(f64) -> Option<f64>>(line: &mut Line<F>, exact: &[f64]) -> Vec<Node> {
    let (min, max) = line.range();
    let mut values: Vec<f64> = (0..=CELLS)
        .map(|place| place as f64 / CELLS as f64)
        .map(|share| (min * (1.0 - share) + max * share).max(min).min(max))
        .chain(exact.iter().copied())
        .collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    let mut nodes: Vec<Node> = values.into_iter().map(|value| line.node(value)).collect();
    line.learn_size(&nodes);
    for halvings in 0..MOST_HALVINGS {
        let open = open_cells(line, &nodes, halvings);
        let count = open.iter().filter(|is_open| **is_open).count();
        if count == 0 || nodes.len() + count > MOST_NODES {
            break;
        }
        nodes = halved(line, &nodes, &open);
    }
    nodes
}

fn halved<F: FnMut(f64) -> Option<f64>>(line: &mut Line<F>, nodes: &[Node], open: &[bool]) -> Vec<Node> {
    let mut closer = Vec::with_capacity(2 * nodes.len());
    for (place, node) in nodes.iter().enumerate() {
        closer.push(*node);
        if let (Some(true), Some(next)) = (open.get(place), nodes.get(place + 1)) {
            let middle = node.value / 2.0 + next.value / 2.0;
            if node.value < middle && middle < next.value {
                closer.push(line.node(middle));
            }
        }
    }
    closer
}

/// Whether each cell between two nodes has to be looked at more closely.
fn open_cells<F: FnMut(f64) -> Option<f64>>(line: &Line<F>, nodes: &[Node], halvings: u32) -> Vec<bool> {
    let slopes: Vec<f64> = cells(nodes).map(|(left, right)| steepness(left, right)).collect();
    cells(nodes)
        .enumerate()
        .map(|(place, (left, right))| {
            let (side, other) = (line.side(left), line.side(right));
            match (left.beyond, right.beyond) {
                _ if side != other || side == Standing::At => halvings < SIDE_HALVINGS,
                (Some(left_beyond), Some(right_beyond)) => {
                    // From one node to what is wanted and back to the other is at least as far as both are from it.
                    let around = slopes.iter().take(place + AROUND + 1).skip(place.saturating_sub(AROUND));
                    let steepest = around.copied().fold(0.0, f64::max);
                    let way = STEEPER * steepest * (right.value - left.value);
                    left_beyond.abs() + right_beyond.abs() <= way
                }
                _ => false,
            }
        })
        .collect()
}

fn cells(nodes: &[Node]) -> impl Iterator<Item = (Node, Node)> + '_ {
    nodes.iter().copied().zip(nodes.iter().copied().skip(1))
}

fn steepness(left: Node, right: Node) -> f64 {
    let rise = left.beyond.zip(right.beyond).map_or(0.0, |(left, right)| right - left);
    (rise / (right.value - left.value)).abs()
}
