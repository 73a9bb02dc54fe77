//! Turns the units, the headline figures and the sources of the reported quarters in `data/` into Rust.
#![allow(clippy::panic, missing_docs, reason = "a build script is alone, and reports by panicking")]

use serde::Deserialize;
use std::{collections::HashMap, env, fmt::Write, fs, path::Path};

#[derive(Deserialize)]
struct Unit {
    unit: String,
    label_en: String,
    label_zh: String,
}

#[derive(Deserialize)]
struct Headline {
    id: String,
    unit: String,
    label_en: String,
    label_zh: String,
    meaning: String,
}

#[derive(Deserialize)]
struct Meaning {
    id: String,
    meaning_zh: String,
}

#[derive(Deserialize)]
struct Reported {
    quarter: String,
    provenance: String,
    confidence: String,
}

fn rows<T: for<'de> Deserialize<'de>>(data: &Path, file: &str) -> Vec<T> {
    let path = data.join(file);
    println!("cargo::rerun-if-changed={}", path.display());
    let fail = |error: csv::Error| -> ! { panic!("data/{file}: {error}") };
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| fail(error));
    reader.deserialize().collect::<Result<_, _>>().unwrap_or_else(|error| fail(error))
}

fn headlines(data: &Path) -> String {
    let meanings: HashMap<String, String> = rows::<Meaning>(data, "words/headlines.zh.csv")
        .into_iter()
        .map(|Meaning { id, meaning_zh }| (id, meaning_zh))
        .collect();
    let mut code = String::from("pub(crate) static HEADLINES: &[HeadlineDeclaration] = &[\n");
    for Headline { id, unit, label_en, label_zh, meaning } in rows::<Headline>(data, "headlines.csv") {
        let Some(meaning_zh) = meanings.get(&id) else {
            panic!("data/words/headlines.zh.csv: {id} is missing")
        };
        let _ = writeln!(
            code,
            "    HeadlineDeclaration {{ id: {id:?}, unit: {unit:?}, label_en: {label_en:?}, label_zh: {label_zh:?}, \
             meaning_en: {meaning:?}, meaning_zh: {meaning_zh:?} }},"
        );
    }
    code + "];\n"
}

fn main() {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../data");
    println!("cargo::rerun-if-changed=build.rs");
    let mut code = headlines(&data);
    code += "static UNITS: &[(&str, &str, &str)] = &[\n";
    for Unit { unit, label_en, label_zh } in rows::<Unit>(&data, "words/units.csv") {
        let _ = writeln!(code, "    ({unit:?}, {label_en:?}, {label_zh:?}),");
    }
    code += "];\nstatic SOURCES: &[(&str, &str, &str)] = &[\n";
    for Reported { quarter, provenance, confidence } in rows::<Reported>(&data, "amazon-quarterly.csv") {
        let _ = writeln!(code, "    ({quarter:?}, {provenance:?}, {confidence:?}),");
    }
    code += "];\n";
    let path = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("tables.rs");
    if let Err(error) = fs::write(&path, code) {
        panic!("cannot write {}: {error}", path.display());
    }
}
