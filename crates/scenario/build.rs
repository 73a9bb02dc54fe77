//! Turns `data/presets.csv` and the sentences of `data/words/presets.csv` into Rust, each change checked against the
//! model's own inputs.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a build script is alone, and reports by panicking"
)]

use buildout_model::{Baseline, Input};
use serde::Deserialize;
use std::{collections::HashSet, env, fmt::Write, fs, path::Path};

#[derive(Deserialize)]
struct Row {
    id: String,
    baseline: String,
    label_en: String,
    label_zh: String,
    changes: String,
    why: String,
}

/// The story of a preset.
#[derive(Deserialize)]
struct Sentence {
    id: String,
    sentence_en: String,
    sentence_zh: String,
}

/// The sentences of the presets, which must list `ids` in the same order and leave nothing blank.
fn sentences(data: &Path, ids: &[&str]) -> Vec<Sentence> {
    let path = data.join("words/presets.csv");
    println!("cargo::rerun-if-changed={}", path.display());
    let fail = |what: String| -> ! { panic!("data/words/presets.csv: {what}") };
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| fail(error.to_string()));
    let sentences: Vec<Sentence> =
        reader.deserialize().collect::<Result<_, _>>().unwrap_or_else(|error| fail(error.to_string()));
    let listed: Vec<&str> = sentences.iter().map(|sentence| sentence.id.as_str()).collect();
    if listed != ids {
        fail(format!("lists {listed:?} where data/presets.csv has {ids:?}"));
    }
    for Sentence { id, sentence_en, sentence_zh } in &sentences {
        if sentence_en.trim().is_empty() || sentence_zh.trim().is_empty() {
            fail(format!("{id}: a sentence is blank"));
        }
    }
    sentences
}

fn main() {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../data");
    let path = data.join("presets.csv");
    println!("cargo::rerun-if-changed={}", path.display());
    println!("cargo::rerun-if-changed=build.rs");
    let fail = |what: String| -> ! { panic!("data/presets.csv: {what}") };

    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| fail(error.to_string()));
    let rows: Vec<Row> =
        reader.deserialize().collect::<Result<_, _>>().unwrap_or_else(|error| fail(error.to_string()));
    let sentences = sentences(&data, &rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>());
    let mut ids = HashSet::new();
    let mut code = format!(
        "/// Every preset, in the order of `data/presets.csv`.\npub static PRESETS: [Preset; {}] = [\n",
        rows.len()
    );
    for (row, sentence) in rows.iter().zip(&sentences) {
        if !ids.insert(&row.id) {
            fail(format!("'{}' is used twice", row.id));
        }
        if Baseline::from_id(&row.baseline).is_none() {
            fail(format!("{}: there is no baseline '{}'", row.id, row.baseline));
        }
        let mut changes = String::new();
        for change in row.changes.split(';').filter(|change| !change.is_empty()) {
            let Some((id, value)) = change.split_once('=') else {
                fail(format!("{}: '{change}' is not id=value", row.id))
            };
            let input = Input::from_id(id).unwrap_or_else(|error| fail(format!("{}: {error}", row.id)));
            let value: f64 =
                value.parse().unwrap_or_else(|_| fail(format!("{}: '{value}' is not a number", row.id)));
            input.check(value).unwrap_or_else(|error| fail(format!("{}: {error}", row.id)));
            write!(changes, "(Input::{input:?}, {value:?}_f64), ").unwrap();
        }
        writeln!(
            code,
            "    Preset {{ id: {:?}, baseline: Baseline::B{}, label_en: {:?}, label_zh: {:?}, changes: &[{changes}], why: {:?}, \
             sentence_en: {:?}, sentence_zh: {:?} }},",
            row.id, row.baseline, row.label_en, row.label_zh, row.why, sentence.sentence_en, sentence.sentence_zh
        )
        .unwrap();
    }
    code.push_str("];\n");
    let out = Path::new(&env::var("OUT_DIR").unwrap()).join("presets.rs");
    fs::write(&out, code).unwrap_or_else(|error| fail(error.to_string()));
}
