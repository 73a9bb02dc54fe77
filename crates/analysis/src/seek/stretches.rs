//! A scanned line, cut where the figure changes sides.

use super::{
    line::{Line, Node},
    sought::{Standing, Stretch},
};

/// Stretches at what is wanted that are parted by less than this share of the range are one.
const SAME_PLACE: f64 = 1e-9;

/// A stretch with its first and its last node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    pub(crate) first: Node,
    pub(crate) last: Node,
    pub(crate) standing: Standing,
}

impl Cut {
    pub(crate) fn stretch(&self) -> Stretch {
        Stretch { from: self.first.value, to: self.last.value, standing: self.standing }
    }

    pub(crate) fn width(&self) -> f64 {
        self.last.value - self.first.value
    }
}

/// The stretches of a line, in rising order; each begins at the number after the end of the one before.
pub(crate) fn stretches<F: FnMut(f64) -> Option<f64>>(line: &mut Line<F>, nodes: &[Node]) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    for node in nodes {
        match cuts.last().copied() {
            Some(cut) => cut_between(line, cut.last, *node, &mut cuts),
            None => cuts.push(Cut { first: *node, last: *node, standing: line.side(*node) }),
        }
    }
    joined(line.width(), cuts)
}

/// Adds what lies from `left`, where the last stretch ends, to `right`.
fn cut_between<F: FnMut(f64) -> Option<f64>>(
    line: &mut Line<F>,
    mut left: Node,
    mut right: Node,
    cuts: &mut Vec<Cut>,
) {
    let end = right;
    let (side, other) = (line.side(left), line.side(right));
    if side == other {
        return extend(cuts, right);
    }
    loop {
        let middle = left.value / 2.0 + right.value / 2.0;
        if middle <= left.value || middle >= right.value {
            break;
        }
        let node = line.node(middle);
        match line.side(node) {
            found if found == side => left = node,
            found if found == other => right = node,
            _ => {
                cut_between(line, left, node, cuts);
                return cut_between(line, node, end, cuts);
            }
        }
    }
    extend(cuts, left);
    cuts.push(Cut { first: right, last: end, standing: other });
}

fn extend(cuts: &mut [Cut], to: Node) {
    if let Some(last) = cuts.last_mut() {
        last.last = to;
    }
}

/// Rounding can lift a figure off what is wanted for a moment: such gaps are closed.
fn joined(width: f64, cuts: Vec<Cut>) -> Vec<Cut> {
    let mut kept: Vec<Cut> = Vec::new();
    for cut in cuts {
        match kept.as_mut_slice() {
            [.., before, gap]
                if cut.standing == Standing::At
                    && before.standing == Standing::At
                    && gap.width() < SAME_PLACE * width =>
            {
                before.last = cut.last;
                kept.pop();
            }
            _ => kept.push(cut),
        }
    }
    kept
}
