//! The chain as a picture: what leads to what, and the three feedbacks.

use super::{
    Model,
    explained::{LINKS, NODES, Node, STEPS},
};
use crate::{html::Html, picture};
use buildout_figures::chart::text_width_px;

const COLUMN_PX: f64 = 109.0;
const ROW_PX: f64 = 94.0;
const NODE_WIDTH_PX: f64 = 90.0;
const NODE_HEIGHT_PX: f64 = 46.0;
const MARGIN_PX: f64 = 8.0;
/// How far a feedback bows out below or above what it spans.
const BOW_PX: f64 = 34.0;

fn centre(node: &Node) -> (f64, f64) {
    (
        MARGIN_PX + NODE_WIDTH_PX / 2.0 + COLUMN_PX * f64::from(node.column),
        MARGIN_PX + NODE_HEIGHT_PX / 2.0 + ROW_PX * f64::from(node.row),
    )
}

fn node(id: &str) -> Option<&'static Node> {
    NODES.iter().find(|node| node.id == id)
}

pub(super) fn write(html: &mut Html, sheet: &Model) {
    let subject = &sheet.subject;
    html.words(
        "p",
        &[],
        subject.say(
            "Power makes room, room takes chips, chips sell services, and sales less their costs pay for more of both. A dashed arrow is a feedback: it carries something of the quarter before. Everything else runs forward within a quarter.",
            "电力带来空间，空间容纳芯片，芯片出售服务，收入扣除成本后又为电力与芯片付款。虚线箭头为反馈，传递上一季度的状态；其余均在季度内向前推进。",
        ),
    );
    let columns = NODES.iter().map(|node| node.column).max().unwrap_or(0);
    let rows = NODES.iter().map(|node| node.row).max().unwrap_or(0);
    let width = 2.0 * MARGIN_PX + NODE_WIDTH_PX + COLUMN_PX * f64::from(columns);
    let height = 2.0 * MARGIN_PX + NODE_HEIGHT_PX + ROW_PX * f64::from(rows);
    let title = subject.say("From power to free cash flow", "从电力到自由现金流");
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        picture::picture(html, width, height, title, |html| {
            arrow_heads(html);
            for link in LINKS {
                if let (Some(from), Some(to)) = (node(link.from), node(link.to)) {
                    if link.is_feedback {
                        feedback(html, from, to, sheet.pick(link.label));
                    } else {
                        edge(html, from, to);
                    }
                }
            }
            for node in NODES {
                draw(html, sheet, node);
            }
        });
    });
    html.element("ul", &[("class", "feeds")], |html| {
        for step in STEPS {
            html.element("li", &[], |html| sheet.step_button(html, step));
        }
    });
}

fn arrow_heads(html: &mut Html) {
    html.element("defs", &[], |html| {
        let attributes = [
            ("id", "model-arrow"),
            ("viewBox", "0 0 8 8"),
            ("refX", "7"),
            ("refY", "4"),
            ("markerWidth", "8"),
            ("markerHeight", "8"),
            ("orient", "auto"),
        ];
        html.element("marker", &attributes, |html| {
            html.element("path", &[("class", "arrow-head"), ("d", "M0 0L8 4L0 8Z")], |_| {});
        });
    });
}

/// Where a straight line from one node to another leaves the first and meets the second.
fn ends(from: &Node, to: &Node) -> ((f64, f64), (f64, f64)) {
    let ((x1, y1), (x2, y2)) = (centre(from), centre(to));
    let (dx, dy) = (x2 - x1, y2 - y1);
    // The share of the way at which it crosses the frame of a node.
    let across = |half_width: f64, half_height: f64| {
        let by_width = if dx == 0.0 { f64::INFINITY } else { half_width / dx.abs() };
        let by_height = if dy == 0.0 { f64::INFINITY } else { half_height / dy.abs() };
        by_width.min(by_height)
    };
    let share = across(NODE_WIDTH_PX / 2.0, NODE_HEIGHT_PX / 2.0);
    let near = across(NODE_WIDTH_PX / 2.0 + 3.0, NODE_HEIGHT_PX / 2.0 + 3.0);
    ((x1 + dx * share, y1 + dy * share), (x2 - dx * near, y2 - dy * near))
}

/// Whether a straight line between two nodes of a column would pass behind a third.
fn is_hidden(from: &Node, to: &Node) -> bool {
    from.column == to.column
        && NODES.iter().any(|node| {
            let rows = from.row.min(to.row)..from.row.max(to.row);
            node.column == from.column && rows.contains(&node.row) && ![from.id, to.id].contains(&node.id)
        })
}

fn edge(html: &mut Html, from: &Node, to: &Node) {
    let ((x1, y1), (x2, y2)) = ends(from, to);
    let [from_x, from_y, to_x, to_y] = [x1, y1, x2, y2].map(picture::px);
    let path = if is_hidden(from, to) {
        // Around the left of what stands between, in the gap beside it.
        let [cx, cy] = [x1 - COLUMN_PX, y1.midpoint(y2)].map(picture::px);
        format!("M{from_x} {from_y}Q{cx} {cy} {to_x} {to_y}")
    } else {
        format!("M{from_x} {from_y}L{to_x} {to_y}")
    };
    html.element(
        "path",
        &[("class", "chain-edge"), ("marker-end", "url(#model-arrow)"), ("d", &*path)],
        |_| {},
    );
}

/// A dashed line with its words: straight between rows, a bow within one.
fn feedback(html: &mut Html, from: &Node, to: &Node, label: &str) {
    if from.row != to.row {
        let ((x1, y1), (x2, y2)) = ends(from, to);
        let [from_x, from_y, to_x, to_y] = [x1, y1, x2, y2].map(picture::px);
        let path = format!("M{from_x} {from_y}L{to_x} {to_y}");
        html.element(
            "path",
            &[("class", "chain-feedback"), ("marker-end", "url(#model-arrow)"), ("d", &*path)],
            |_| {},
        );
        return picture::words(html, "tick", (x1.midpoint(x2), y1.midpoint(y2) - 8.0), "middle", label);
    }
    let ((x1, y1), (x2, _)) = (centre(from), centre(to));
    // Back along the chain below it, forward above it.
    let side = if from.column > to.column { 1.0 } else { -1.0 };
    let edge_y = y1 + side * NODE_HEIGHT_PX / 2.0;
    let middle = x1.midpoint(x2);
    let at = [x1, edge_y, middle, edge_y + side * BOW_PX, x2, edge_y + side * 3.0].map(picture::px);
    let [x1, y1, cx, cy, x2, y2] = at;
    let path = format!("M{x1} {y1}Q{cx} {cy} {x2} {y2}");
    html.element(
        "path",
        &[("class", "chain-feedback"), ("marker-end", "url(#model-arrow)"), ("d", &*path)],
        |_| {},
    );
    let words_y = edge_y + side * (BOW_PX / 2.0 + if side > 0.0 { 14.0 } else { 5.0 });
    picture::words(html, "tick", (middle, words_y), "middle", label);
}

fn draw(html: &mut Html, sheet: &Model, node: &Node) {
    let (x, y) = centre(node);
    let label = sheet.pick(node.label);
    let choices = format!("{}={}", super::SECTION, node.step);
    html.element("g", &[("class", "chain-node"), ("data-choose", &*choices)], |html| {
        let (left, right) = (x - NODE_WIDTH_PX / 2.0, x + NODE_WIDTH_PX / 2.0);
        let (top, bottom) = (y - NODE_HEIGHT_PX / 2.0, y + NODE_HEIGHT_PX / 2.0);
        picture::rectangle(html, "chain-box", (left, right), (top, bottom), &[("rx", "7")], "");
        let lines = wrapped(label, NODE_WIDTH_PX - 10.0);
        let first = y + 4.0 - 7.0 * (lines.len() as f64 - 1.0);
        for (place, line) in lines.iter().enumerate() {
            picture::words(html, "name", (x, first + 14.0 * place as f64), "middle", line);
        }
    });
}

/// A label in lines of a width; Chinese breaks anywhere, English between words.
fn wrapped(label: &str, width_px: f64) -> Vec<String> {
    let is_chinese = !label.is_ascii();
    let parts: Vec<String> = if is_chinese {
        label.chars().map(String::from).collect()
    } else {
        label.split_inclusive(' ').map(str::to_owned).collect()
    };
    let mut lines = vec![String::new()];
    for part in parts {
        let fits =
            lines.last().is_some_and(|line| text_width_px(&format!("{line}{}", part.trim_end())) <= width_px);
        match lines.last_mut() {
            Some(line) if fits || line.is_empty() => line.push_str(&part),
            _ => lines.push(part),
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}
