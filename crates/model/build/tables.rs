//! Reads and checks the tables of `data/`.

use serde::Deserialize;
use std::{collections::HashSet, fs, path::Path};

/// A baseline: what was known at one date.
#[derive(Deserialize)]
pub struct BaselineRow {
    pub id: String,
    pub history_end: String,
    pub label_en: String,
    pub label_zh: String,
    pub what: String,
    #[serde(skip)]
    pub what_zh: String,
}

/// An input as declared, its base values in the order of the baselines.
pub struct InputRow {
    pub id: String,
    pub key: String,
    pub group: String,
    pub level: String,
    pub label_en: String,
    pub label_zh: String,
    pub unit: String,
    pub min: f64,
    pub max: f64,
    pub step: f64,
    pub base: Vec<f64>,
    pub uncertainty: Option<(String, f64, f64)>,
    pub grade: String,
    pub source: String,
    pub note: String,
    pub meaning_en: String,
    pub meaning_zh: String,
}

/// An output of a quarter.
#[derive(Deserialize)]
pub struct OutputRow {
    pub id: String,
    pub unit: String,
    pub label_en: String,
    pub label_zh: String,
    pub step: String,
    pub meaning: String,
    #[serde(skip)]
    pub meaning_zh: String,
}

/// A rank correlation between two uncertain inputs.
#[derive(Deserialize)]
pub struct CorrelationRow {
    pub a: String,
    pub b: String,
    pub rank_correlation: f64,
    pub why: String,
}

/// A reported quarter: the columns that the model and its charts use, in M$ as filed.
#[derive(Deserialize)]
pub struct ReportedRow {
    pub quarter: String,
    pub net_sales_total: f64,
    pub operating_income_total: f64,
    pub aws_net_sales: f64,
    pub aws_operating_income: f64,
    pub advertising_services: Option<f64>,
    pub ocf_quarter: f64,
    pub cash_capex_net: f64,
    pub da_cash_flow: f64,
    pub sbc: f64,
    pub rpo_backlog: Option<f64>,
    pub aws_depreciation: Option<f64>,
    pub period_end: String,
    pub rounded_or_estimated_fields: String,
    pub notes: String,
    pub provenance: String,
    pub confidence: String,
}

/// Stops the build with `file` and what is wrong.
fn fail(file: &str, what: &str) -> ! {
    panic!("data/{file}: {what}")
}

fn records(data: &Path, file: &str) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let text = fs::read(data.join(file)).unwrap_or_else(|error| fail(file, &error.to_string()));
    let mut reader = csv::Reader::from_reader(text.as_slice());
    let header = reader.headers().cloned().unwrap_or_else(|error| fail(file, &error.to_string()));
    let rows =
        reader.records().collect::<Result<_, _>>().unwrap_or_else(|error| fail(file, &error.to_string()));
    (header, rows)
}

fn rows<T: for<'de> Deserialize<'de>>(data: &Path, file: &str) -> Vec<T> {
    let (header, rows) = records(data, file);
    let parsed = rows.iter().map(|row| row.deserialize(Some(&header)));
    parsed.collect::<Result<_, _>>().unwrap_or_else(|error| fail(file, &error.to_string()))
}

fn check_unique<'a>(file: &str, column: &str, values: impl Iterator<Item = &'a str>) {
    let mut seen = HashSet::new();
    for value in values {
        if value.is_empty() || !seen.insert(value) {
            fail(file, &format!("{column} '{value}' is empty or used twice"));
        }
    }
}

/// The words that belong to `ids`: the named columns of a table that lists the same ids in the same order.
fn words<const COLUMNS: usize>(
    data: &Path,
    file: &str,
    ids: &[&str],
    columns: [&str; COLUMNS],
) -> Vec<[String; COLUMNS]> {
    let (header, records) = records(data, file);
    let place = |name: &str| {
        header
            .iter()
            .position(|field| field == name)
            .unwrap_or_else(|| fail(file, &format!("no column '{name}'")))
    };
    let id = place("id");
    let places = columns.map(place);
    let listed: Vec<&str> = records.iter().map(|record| &record[id]).collect();
    for row in 0..ids.len().max(listed.len()) {
        if ids.get(row) != listed.get(row) {
            let name = |id: Option<&&str>| id.map_or("nothing", |id| *id).to_owned();
            let (here, there) = (name(listed.get(row)), name(ids.get(row)));
            fail(file, &format!("row {}: '{here}' where the table that it words has '{there}'", row + 2));
        }
    }
    let worded = |record: &csv::StringRecord| {
        places.map(|place| match record[place].trim() {
            "" => fail(file, &format!("{}: {} is blank", &record[id], &header[place])),
            words => words.to_owned(),
        })
    };
    records.iter().map(worded).collect()
}

/// The baselines, in order; the first is the default.
pub fn baselines(data: &Path) -> Vec<BaselineRow> {
    let mut rows: Vec<BaselineRow> = rows(data, "baselines.csv");
    check_unique("baselines.csv", "id", rows.iter().map(|row| row.id.as_str()));
    let ids: Vec<_> = rows.iter().map(|row| row.id.as_str()).collect();
    let words = words::<1>(data, "words/baselines.zh.csv", &ids, ["what_zh"]);
    for (row, [what_zh]) in rows.iter_mut().zip(words) {
        row.what_zh = what_zh;
    }
    rows
}

/// The outputs of a quarter, in the order of the specification.
pub fn outputs(data: &Path) -> Vec<OutputRow> {
    let mut rows: Vec<OutputRow> = rows(data, "outputs.csv");
    check_unique("outputs.csv", "id", rows.iter().map(|row| row.id.as_str()));
    let ids: Vec<_> = rows.iter().map(|row| row.id.as_str()).collect();
    let words = words::<1>(data, "words/outputs.zh.csv", &ids, ["meaning_zh"]);
    for (row, [meaning_zh]) in rows.iter_mut().zip(words) {
        row.meaning_zh = meaning_zh;
    }
    rows
}

/// The inputs in registry order, each range and base value checked.
pub fn inputs(data: &Path, baselines: &[BaselineRow]) -> Vec<InputRow> {
    const FILE: &str = "inputs.csv";
    let (header, records) = records(data, FILE);
    let column = |name: &str| {
        header
            .iter()
            .position(|field| field == name)
            .unwrap_or_else(|| fail(FILE, &format!("no column '{name}'")))
    };
    let mut rows: Vec<InputRow> = records
        .iter()
        .map(|record| {
            let text = |name: &str| record[column(name)].trim().to_owned();
            let number = |name: &str| -> f64 {
                let field = text(name);
                match field.parse() {
                    Ok(value) => value,
                    Err(_) => fail(FILE, &format!("{}: {name} '{field}' is not a number", text("id"))),
                }
            };
            let kind = text("u_kind");
            InputRow {
                id: text("id"),
                key: text("key"),
                group: text("group"),
                level: text("level"),
                label_en: text("label_en"),
                label_zh: text("label_zh"),
                unit: text("unit"),
                min: number("min"),
                max: number("max"),
                step: number("step"),
                base: baselines.iter().map(|baseline| number(&format!("base_{}", baseline.id))).collect(),
                uncertainty: (!kind.is_empty()).then(|| (kind, number("u_low"), number("u_high"))),
                grade: text("grade"),
                source: text("source"),
                note: text("note"),
                meaning_en: String::new(),
                meaning_zh: String::new(),
            }
        })
        .collect();
    let ids: Vec<_> = rows.iter().map(|row| row.id.as_str()).collect();
    let words = words::<2>(data, "words/inputs.csv", &ids, ["meaning_en", "meaning_zh"]);
    for (row, [meaning_en, meaning_zh]) in rows.iter_mut().zip(words) {
        (row.meaning_en, row.meaning_zh) = (meaning_en, meaning_zh);
    }
    check_unique(FILE, "id", rows.iter().map(|row| row.id.as_str()));
    check_unique(FILE, "key", rows.iter().map(|row| row.key.as_str()));
    for row in &rows {
        if !(row.min < row.max && row.step > 0.0) {
            fail(FILE, &format!("{}: range {} to {} by {}", row.id, row.min, row.max, row.step));
        }
        if row.base.iter().any(|base| !(row.min..=row.max).contains(base)) {
            fail(
                FILE,
                &format!("{}: a base value of {:?} is outside {} to {}", row.id, row.base, row.min, row.max),
            );
        }
        if row.key.starts_with(|c: char| c.is_ascii_uppercase())
            || !row.key.chars().all(|c| c.is_ascii_alphanumeric())
        {
            fail(FILE, &format!("{}: key '{}' must be lower-case letters and digits", row.id, row.key));
        }
    }
    rows
}

/// The rank correlations; both sides must be inputs that have an uncertainty.
pub fn correlations(data: &Path, inputs: &[InputRow]) -> Vec<CorrelationRow> {
    let rows: Vec<CorrelationRow> = rows(data, "correlations.csv");
    for row in &rows {
        for id in [&row.a, &row.b] {
            if !inputs.iter().any(|input| &input.id == id && input.uncertainty.is_some()) {
                fail("correlations.csv", &format!("'{id}' is not an uncertain input"));
            }
        }
        if !(-1.0..=1.0).contains(&row.rank_correlation) {
            fail("correlations.csv", &format!("{} with {}: {}", row.a, row.b, row.rank_correlation));
        }
    }
    rows
}

/// The reported quarters, oldest first.
pub fn reported(data: &Path) -> Vec<ReportedRow> {
    rows(data, "amazon-quarterly.csv")
}
