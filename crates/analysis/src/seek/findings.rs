//! Stretches, read: solutions, flat stretches, jumps, and where there is no figure.

use super::{
    line::{Line, Node},
    sought::{Finding, Reached, Standing},
    stretches::Cut,
};

/// Share of the range up to which a stretch at what is wanted is one solution, blurred by rounding.
const POINT_WIDTH: f64 = 1e-5;

pub(crate) fn findings<F: FnMut(f64) -> Option<f64>>(line: &mut Line<F>, cuts: &[Cut]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, cut) in cuts.iter().enumerate() {
        match cut.standing {
            Standing::At if cut.width() <= POINT_WIDTH * line.width() => {
                findings.extend(solution(line, *cut));
            }
            Standing::At => findings.push(Finding::Flat { from: cut.first.value, to: cut.last.value }),
            Standing::Missing => {
                findings.push(Finding::Missing { from: cut.first.value, to: cut.last.value })
            }
            Standing::Below | Standing::Above => {}
        }
        if let Some(next) = cuts.get(place + 1) {
            findings.extend(crossing(line, *cut, *next));
        }
    }
    findings
}

/// The middle of a narrow stretch where the figure goes through what is wanted; its nearest place where it touches it.
fn solution<F: FnMut(f64) -> Option<f64>>(line: &mut Line<F>, cut: Cut) -> Option<Finding> {
    let (mut left, mut right) = (cut.first, cut.last);
    let is_rising = |left: Node, right: Node| Some(left.beyond? < right.beyond?);
    let rises = is_rising(left, right)?;
    let mut best = nearer(left, right);
    loop {
        let middle = left.value / 2.0 + right.value / 2.0;
        if middle <= left.value || middle >= right.value {
            break;
        }
        let node = line.node(middle);
        best = nearer(best, node);
        if (node.beyond? < 0.0) == rises {
            left = node;
        } else {
            right = node;
        }
    }
    reached(best).map(Finding::Solution)
}

/// What lies between two stretches: a solution where they are as near as numbers can be, or a jump.
fn crossing<F: FnMut(f64) -> Option<f64>>(line: &Line<F>, cut: Cut, next: Cut) -> Option<Finding> {
    if !matches!(
        (cut.standing, next.standing),
        (Standing::Below, Standing::Above) | (Standing::Above, Standing::Below)
    ) {
        return None;
    }
    let best = nearer(cut.last, next.first);
    if best.beyond?.abs() <= line.tolerance() {
        return reached(best).map(Finding::Solution);
    }
    Some(Finding::Jump { before: reached(cut.last)?, after: reached(next.first)? })
}

/// The node whose figure is nearer to what is wanted.
pub(crate) fn nearer(a: Node, b: Node) -> Node {
    let distance = |node: Node| node.beyond.map_or(f64::INFINITY, f64::abs);
    if distance(b) < distance(a) { b } else { a }
}

pub(crate) fn reached(node: Node) -> Option<Reached> {
    Some(Reached { value: node.value, result: node.result? })
}
