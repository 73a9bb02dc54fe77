//! Checks `data/chain.csv` and writes it as code.

use crate::table::{Row, rows};
use serde::Deserialize;
use std::{fmt::Write, path::Path};

#[derive(Deserialize)]
struct Link {
    kind: String,
    id: String,
    to: String,
    label_en: String,
    label_zh: String,
    column: Option<u8>,
    row: Option<u8>,
    route: String,
}

/// The code of `chain.rs`.
pub fn code(data: &Path) -> String {
    let rows = rows::<Link>(data, "chain.csv");
    let (mut nodes, mut edges) = (String::new(), String::new());
    let mut known: Vec<(&str, u8, u8)> = vec![];
    for row in &rows {
        let Link { kind, id, to, label_en, label_zh, .. } = &row.of;
        if kind == "node" {
            let (Some(column), Some(line)) = (row.of.column, row.of.row) else {
                row.fail("column", "", "a node has a column and a row")
            };
            if known.iter().any(|(other, c, r)| other == id || (*c, *r) == (column, line)) {
                row.fail("id", id, "another node has that id or that place");
            }
            known.push((id.as_str(), column, line));
            let label = row.both("label", label_en, label_zh);
            let _ = writeln!(
                nodes,
                "    Node {{ id: {:?}, label: {label}, column: {column}, row: {line} }},",
                row.words("id", id)
            );
            continue;
        }
        let place = |column: &str, id: &str| match known.iter().position(|(known, ..)| *known == id) {
            Some(place) => place,
            None => row.fail(column, id, "it must be a node of a row above"),
        };
        let (from, to) = (place("id", id), place("to", to));
        let kind = match kind.as_str() {
            "edge" => format!("EdgeKind::Forward({})", route(row, known[from], known[to])),
            "feedback" => format!("EdgeKind::Feedback({})", row.both("label", label_en, label_zh)),
            other => row.fail("kind", other, "it must be node, edge or feedback"),
        };
        let _ = writeln!(edges, "    Edge {{ from: &NODES[{from}], to: &NODES[{to}], kind: {kind} }},");
    }
    let count = edges.lines().count();
    format!(
        "static NODES: [Node; {}] = [\n{nodes}];\nstatic EDGES: [Edge; {count}] = [\n{edges}];\n",
        known.len()
    )
}

fn route(row: &Row<Link>, from: (&str, u8, u8), to: (&str, u8, u8)) -> &'static str {
    let is_straight = from.1 == to.1 || from.2 == to.2;
    match (row.of.route.as_str(), is_straight) {
        ("", true) => "Route::Straight",
        ("across", false) => "Route::AcrossThenDown",
        ("down", false) => "Route::DownThenAcross",
        (other, _) => row.fail(
            "route",
            other,
            "it must be across or down between nodes in different columns and rows, and else empty",
        ),
    }
}
