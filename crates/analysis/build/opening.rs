//! Reads and checks the opening position of the hindcast, and writes it as Rust.

use buildout_model::{Baseline, Input};
use serde::Deserialize;
use std::collections::HashSet;

/// The table, within `data/`.
pub const FILE: &str = "hindcast-2023q4.csv";

/// The baseline whose base values hold where the table has no row.
const BASE: &str = "2025q3";

/// An input that opens with another value than the base.
#[derive(Debug, Deserialize)]
pub struct Row {
    pub id: String,
    pub value: String,
    pub kind: String,
    pub source: String,
    pub note: String,
    pub note_zh: String,
}

/// A row whose input and value are known to be good.
#[derive(Debug)]
pub struct Checked {
    pub input: Input,
    pub value: f64,
    pub row: Row,
}

/// The rows of the table, or what is wrong with it: the row, as a spreadsheet counts it, with the value and what is allowed.
pub fn rows(text: &str) -> Result<Vec<Checked>, String> {
    let base = Baseline::from_id(BASE).ok_or_else(|| format!("there is no baseline '{BASE}'"))?;
    let mut seen = HashSet::new();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let check = |(place, row): (usize, Result<Row, csv::Error>)| {
        let at = |what: String| format!("row {}: {what}", place + 2);
        let row = row.map_err(|error| at(error.to_string()))?;
        let Row { id, value, kind, .. } = &row;
        let input = Input::from_id(id).map_err(|error| at(error.to_string()))?;
        let number: f64 = value.parse().map_err(|_| at(format!("{id} = '{value}' is not a number")))?;
        input.check(number).map_err(|error| at(error.to_string()))?;
        if number == input.declaration().base(base) {
            return Err(at(format!("{id} = {value} is the base value of {BASE}; leave it out")));
        }
        if !seen.insert(input) {
            return Err(at(format!("{id} has a row already")));
        }
        if !["reported", "derived", "assumed"].contains(&kind.as_str()) {
            return Err(at(format!("{id}: kind '{kind}' is none of reported, derived, assumed")));
        }
        if kind != "assumed" && row.source.trim().is_empty() {
            return Err(at(format!("{id}: what is {kind} needs a source")));
        }
        if row.note.trim().is_empty() || row.note_zh.trim().is_empty() {
            return Err(at(format!("{id}: a note is blank")));
        }
        Ok(Checked { input, value: number, row })
    };
    reader.deserialize().enumerate().map(check).collect()
}

/// The code of `opening.rs`.
#[allow(dead_code, reason = "the test of the table reads it only")]
pub fn code(rows: &[Checked]) -> String {
    let mut code = format!(
        "/// What the hindcast opens with where that is not the base of {BASE}, in the order of `data/{FILE}`.\n\
         pub static HINDCAST_OPENING: [OpeningInput; {}] = [\n",
        rows.len()
    );
    for Checked { input, value, row } in rows {
        let kind = match row.kind.as_str() {
            "reported" => "Reported",
            "derived" => "Derived",
            _ => "Assumed",
        };
        code += &format!(
            "    OpeningInput {{ input: Input::{input:?}, value: {value:?}_f64, kind: OpeningKind::{kind}, source: {:?}, \
             note_en: {:?}, note_zh: {:?} }},\n",
            row.source, row.note, row.note_zh
        );
    }
    code + "];\n"
}
