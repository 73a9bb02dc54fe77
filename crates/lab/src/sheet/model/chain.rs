//! The chain from power to cash as a picture: boxes, arrows, and the feedbacks as dashed ones.

use crate::{html::Html, picture, sheet::Subject};
use buildout_evidence::{Edge, EdgeKind, Node, Route, Words, edges, nodes};

const ROW_PX: f64 = 62.0;
const BOX_PX: f64 = 38.0;
/// Between boxes side by side, at least as much as an arrow needs to be seen.
const GAP_PX: f64 = 26.0;
/// How far a feedback within a column swings out.
const SWING_PX: f64 = 44.0;
const HEAD_PX: f64 = 6.0;
/// A label of more characters than that is written in two lines.
const LINE: usize = 17;

/// Where everything stands.
struct Paper {
    column_px: f64,
}

pub(super) fn write(html: &mut Html, subject: &Subject) {
    let columns = nodes().iter().map(|node| node.column).max().map_or(1.0, |last| f64::from(last) + 1.0);
    let rows = nodes().iter().map(|node| node.row).max().map_or(1.0, |last| f64::from(last) + 1.0);
    let paper = Paper { column_px: (subject.choices.width_px() / columns).clamp(124.0, 164.0) };
    let says = subject.say(
        "The chain from power to cash: what follows from what within a quarter, and three feedbacks on later ones",
        "从电力到现金的链条：一个季度内的先后关系，以及对其后季度的三条反馈",
    );
    html.element("figure", &[("data-chain", "")], |html| {
        html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
            picture::picture(html, columns * paper.column_px, rows * ROW_PX, says, |html| {
                for edge in edges() {
                    paper.edge(html, edge);
                }
                for node in nodes() {
                    paper.node(html, subject, node);
                }
                for edge in edges() {
                    if let EdgeKind::Feedback(words) = edge.kind {
                        paper.feedback_words(html, subject, edge, words);
                    }
                }
            });
        });
        html.words(
            "figcaption",
            &[],
            subject.say("Solid: within a quarter. Dashed: feedback.", "实线：同一季度内；虚线：反馈。"),
        );
    });
}

impl Paper {
    /// The middle of a box.
    fn middle(&self, node: &Node) -> (f64, f64) {
        ((f64::from(node.column) + 0.5) * self.column_px, (f64::from(node.row) + 0.5) * ROW_PX)
    }

    fn half_width(&self) -> f64 {
        (self.column_px - GAP_PX) / 2.0
    }

    fn node(&self, html: &mut Html, subject: &Subject, node: &Node) {
        let (x, y) = self.middle(node);
        let sides = (x - self.half_width(), x + self.half_width());
        let named = [("data-node", node.id)];
        picture::rectangle(html, "chain-box", sides, (y - BOX_PX / 2.0, y + BOX_PX / 2.0), &named, "");
        let label = subject.language.pick(node.label.en, node.label.zh);
        match in_two(label) {
            Some((first, second)) => {
                picture::words(html, "label", (x, y - 3.0), "middle", first);
                picture::words(html, "label", (x, y + 11.0), "middle", second);
            }
            None => picture::words(html, "label", (x, y + 4.0), "middle", label),
        }
    }

    fn edge(&self, html: &mut Html, edge: &Edge) {
        let (from, to) = (self.middle(edge.from), self.middle(edge.to));
        match edge.kind {
            EdgeKind::Feedback(_) => {
                let [start, near, far, end] = self.feedback(edge);
                let [start, near, far] =
                    [start, near, far].map(|(x, y)| format!("{} {}", picture::px(x), picture::px(y)));
                let end_words = format!("{} {}", picture::px(end.0), picture::px(end.1));
                let way = format!("M{start}C{near},{far},{end_words}");
                html.element("path", &[("class", "chain-way chain-feedback"), ("d", &way)], |_| {});
                head(html, "chain-head chain-feedback", end, (-1.0, 0.0));
            }
            EdgeKind::Forward(route) => {
                let side = (to.0 - from.0).signum();
                let beside = |(x, y): (f64, f64), sign: f64| (x + sign * self.half_width(), y);
                let above = |(x, y): (f64, f64)| (x, y - BOX_PX / 2.0);
                let below = |(x, y): (f64, f64)| (x, y + BOX_PX / 2.0);
                let (points, towards) = match route {
                    Route::Straight if from.1 == to.1 => {
                        (vec![beside(from, side), beside(to, -side)], (side, 0.0))
                    }
                    Route::Straight => (vec![below(from), above(to)], (0.0, 1.0)),
                    Route::AcrossThenDown => {
                        (vec![beside(from, side), (to.0, from.1), above(to)], (0.0, 1.0))
                    }
                    Route::DownThenAcross => {
                        (vec![below(from), (from.0, to.1), beside(to, -side)], (side, 0.0))
                    }
                };
                picture::path(html, "chain-way", &points, false);
                if let Some(end) = points.last() {
                    head(html, "chain-head", *end, towards);
                }
            }
        }
    }

    /// The points of a feedback's curve: from the right side of a box back to another one's, or from a left side where it
    /// goes to a column before.
    fn feedback(&self, edge: &Edge) -> [(f64, f64); 4] {
        let (from, to) = (self.middle(edge.from), self.middle(edge.to));
        let end = (to.0 + self.half_width(), to.1);
        if edge.from.column == edge.to.column {
            let start = (from.0 + self.half_width(), from.1);
            [start, (start.0 + SWING_PX, start.1), (end.0 + SWING_PX, end.1), end]
        } else {
            let start = (from.0 - self.half_width(), from.1);
            [start, (start.0 - 2.0 * SWING_PX, start.1), (end.0 + 2.0 * SWING_PX, end.1), end]
        }
    }

    fn feedback_words(&self, html: &mut Html, subject: &Subject, edge: &Edge, words: Words) {
        let [start, near, far, end] = self.feedback(edge);
        let middle = |of: fn((f64, f64)) -> f64| (of(start) + 3.0 * of(near) + 3.0 * of(far) + of(end)) / 8.0;
        let at = (middle(|point| point.0), middle(|point| point.1) + 4.0);
        let is_swing = edge.from.column == edge.to.column;
        let (at, anchor) = if is_swing { ((at.0 + 5.0, at.1), "start") } else { (at, "middle") };
        picture::words(html, "chain-word", at, anchor, subject.language.pick(words.en, words.zh));
    }
}

/// The head of an arrow that points one way.
fn head(html: &mut Html, class: &str, (x, y): (f64, f64), (dx, dy): (f64, f64)) {
    let foot = (x - HEAD_PX * dx, y - HEAD_PX * dy);
    let half = HEAD_PX * 0.6;
    let points = [(x, y), (foot.0 - half * dy, foot.1 + half * dx), (foot.0 + half * dy, foot.1 - half * dx)];
    picture::path(html, class, &points, true);
}

/// A long label parted at the space nearest to its middle.
fn in_two(label: &str) -> Option<(&str, &str)> {
    if label.chars().count() <= LINE {
        return None;
    }
    let space = label.match_indices(' ').map(|(at, _)| at).min_by_key(|at| at.abs_diff(label.len() / 2))?;
    Some((label.get(..space)?, label.get(space + 1..)?))
}
