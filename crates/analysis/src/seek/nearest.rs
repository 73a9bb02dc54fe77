//! Where a figure comes nearest to what it never reaches.

use super::{
    findings::{nearer, reached},
    line::{Line, Node},
    sought::Reached,
};

/// Share of the range to which the place is found.
const PLACE_WIDTH: f64 = 1e-9;

/// Share of an interval at which golden-section search cuts it.
const GOLDEN: f64 = 0.618_033_988_749_894_9;

/// The place where the figure is nearest to what is wanted: around the nearest node, by golden-section search, which
/// needs no slope and bears kinks.
pub(crate) fn nearest<F: FnMut(f64) -> Option<f64>>(line: &mut Line<F>, nodes: &[Node]) -> Option<Reached> {
    let place = (0..nodes.len()).reduce(|best, next| match (nodes.get(best), nodes.get(next)) {
        (Some(a), Some(b)) if nearer(*a, *b).value != a.value => next,
        _ => best,
    })?;
    let mut best = *nodes.get(place)?;
    best.beyond?;
    let left = nodes.get(place.saturating_sub(1))?.value;
    let right = nodes.get(place + 1).or(nodes.last())?.value;
    let (mut from, mut to) = (left, right);
    while to - from > PLACE_WIDTH * line.width() {
        let low = line.node(to - GOLDEN * (to - from));
        let high = line.node(from + GOLDEN * (to - from));
        if nearer(low, high).value == low.value {
            to = high.value;
        } else {
            from = low.value;
        }
        best = nearer(best, nearer(low, high));
    }
    reached(lowest(line, nodes, best))
}

/// The lowest value of the input that comes as near, where the figure stands still from node to node.
fn lowest<F: FnMut(f64) -> Option<f64>>(line: &mut Line<F>, nodes: &[Node], best: Node) -> Node {
    let is_still = |pair: &[Node]| pair.iter().all(|node| line.is_as_near(*node, best));
    let Some(place) = nodes.windows(2).position(is_still) else { return best };
    let Some(mut found) = nodes.get(place).copied() else { return best };
    let Some(mut outside) = place.checked_sub(1).and_then(|before| nodes.get(before)).copied() else {
        return found;
    };
    loop {
        let middle = outside.value / 2.0 + found.value / 2.0;
        if middle <= outside.value || middle >= found.value {
            return found;
        }
        let node = line.node(middle);
        if line.is_as_near(node, best) {
            found = node;
        } else {
            outside = node;
        }
    }
}
