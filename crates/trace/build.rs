//! Turns `data/steps.csv` and `data/step-parts.csv` into Rust.
#![allow(clippy::panic, missing_docs, reason = "a build script is alone, and reports by panicking")]

use serde::Deserialize;
use std::{collections::HashSet, env, fmt::Write, fs, path::Path};

#[derive(Deserialize)]
struct Row {
    id: String,
    unit: String,
    label_en: String,
    label_zh: String,
    #[serde(default)]
    step: String,
}

fn rows(data: &Path, file: &str) -> Vec<Row> {
    let path = data.join(file);
    println!("cargo::rerun-if-changed={}", path.display());
    let fail = |what: String| -> ! { panic!("data/{file}: {what}") };
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| fail(error.to_string()));
    let rows: Vec<Row> =
        reader.deserialize().collect::<Result<_, _>>().unwrap_or_else(|error| fail(error.to_string()));
    let mut seen = HashSet::new();
    for Row { id, label_en, label_zh, .. } in &rows {
        if id.is_empty() || !seen.insert(id) {
            fail(format!("id '{id}' is empty or used twice"));
        }
        if label_en.trim().is_empty() || label_zh.trim().is_empty() {
            fail(format!("{id}: a label is blank"));
        }
    }
    rows
}

fn declarations(name: &str, rows: &[Row]) -> String {
    let mut code = format!("static {name}: [StepDeclaration; {}] = [\n", rows.len());
    for Row { id, unit, label_en, label_zh, step } in rows {
        let _ = writeln!(
            code,
            "    StepDeclaration {{ id: {id:?}, unit: {unit:?}, label_en: {label_en:?}, label_zh: {label_zh:?}, step: {step:?} }},"
        );
    }
    code + "];\n"
}

fn main() {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../data");
    println!("cargo::rerun-if-changed=build.rs");
    let code = declarations("STEPS", &rows(&data, "steps.csv"))
        + &declarations("PARTS", &rows(&data, "step-parts.csv"));
    let path = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("steps.rs");
    if let Err(error) = fs::write(&path, code) {
        panic!("cannot write {}: {error}", path.display());
    }
}
