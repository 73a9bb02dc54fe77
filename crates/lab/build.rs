//! Turns what explains the model (`data/model-steps.csv`, `data/mechanisms.csv`, `data/chain.csv`) into Rust, so that a mistake in a
//! table stops the build with the file, the row and what is wrong.
#![allow(clippy::panic, missing_docs, reason = "a build script is alone, and reports by panicking")]

use serde::de::DeserializeOwned;
use std::{env, fmt::Write, fs, path::Path};

#[derive(serde::Deserialize)]
struct StepRow {
    step: String,
    title_en: String,
    title_zh: String,
    text_en: String,
    text_zh: String,
    limits_en: String,
    limits_zh: String,
}

#[derive(serde::Deserialize)]
struct MechanismRow {
    id: String,
    phrase: String,
    mechanism_en: String,
    mechanism_zh: String,
    status: String,
    carried_en: String,
    carried_zh: String,
    figures: String,
    inputs: String,
    steps: String,
}

#[derive(serde::Deserialize)]
struct ChainRow {
    kind: String,
    from: String,
    to: String,
    label_en: String,
    label_zh: String,
    step: String,
    column: Option<u8>,
    row: Option<u8>,
}

fn rows<T: DeserializeOwned>(file: &str) -> Vec<T> {
    let path = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../data").join(file);
    println!("cargo::rerun-if-changed={}", path.display());
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("data/{file}: {error}"));
    let rows = reader.deserialize().collect::<Result<_, _>>();
    rows.unwrap_or_else(|error| panic!("data/{file}: {error}"))
}

fn list(words: &str) -> String {
    format!("{:?}", words.split_whitespace().collect::<Vec<_>>())
}

fn check_words(file: &str, row: &str, words: &[&String]) {
    if words.iter().any(|words| words.trim().is_empty()) {
        panic!("data/{file}: {row} lacks words in one of the languages");
    }
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut code = String::from("pub(super) static STEPS: &[StepWords] = &[\n");
    for row in rows::<StepRow>("model-steps.csv") {
        let StepRow { step, title_en, title_zh, text_en, text_zh, limits_en, limits_zh } = row;
        check_words(
            "model-steps.csv",
            &step,
            &[&title_en, &title_zh, &text_en, &text_zh, &limits_en, &limits_zh],
        );
        let _ = writeln!(
            code,
            "    StepWords {{ step: {step:?}, title: [{title_en:?}, {title_zh:?}], text: [{text_en:?}, {text_zh:?}], limits: [{limits_en:?}, {limits_zh:?}] }},"
        );
    }
    code.push_str("];\n\npub(super) static MECHANISMS: &[Mechanism] = &[\n");
    for row in rows::<MechanismRow>("mechanisms.csv") {
        let MechanismRow {
            id,
            phrase,
            mechanism_en,
            mechanism_zh,
            status,
            carried_en,
            carried_zh,
            figures,
            inputs,
            steps,
        } = row;
        check_words(
            "mechanisms.csv",
            &id,
            &[&phrase, &mechanism_en, &mechanism_zh, &carried_en, &carried_zh],
        );
        let is_whole = match status.as_str() {
            "carried" => true,
            "partly" => false,
            other => panic!("data/mechanisms.csv: {id}: status '{other}' is neither 'carried' nor 'partly'"),
        };
        let _ = writeln!(
            code,
            "    Mechanism {{ id: {id:?}, phrase: {phrase:?}, mechanism: [{mechanism_en:?}, {mechanism_zh:?}], is_whole: {is_whole}, carried: [{carried_en:?}, {carried_zh:?}], figures: &{}, inputs: &{}, steps: &{} }},",
            list(&figures),
            list(&inputs),
            list(&steps)
        );
    }
    let (mut nodes, mut links) = (String::new(), String::new());
    for row in rows::<ChainRow>("chain.csv") {
        let ChainRow { kind, from, to, label_en, label_zh, step, column, row } = row;
        match (kind.as_str(), column, row) {
            ("node", Some(column), Some(row)) => {
                let _ = writeln!(
                    nodes,
                    "    Node {{ id: {from:?}, label: [{label_en:?}, {label_zh:?}], step: {step:?}, column: {column}, row: {row} }},"
                );
            }
            ("edge" | "feedback", None, None) => {
                let is_feedback = kind == "feedback";
                let _ = writeln!(
                    links,
                    "    Link {{ from: {from:?}, to: {to:?}, label: [{label_en:?}, {label_zh:?}], is_feedback: {is_feedback} }},"
                );
            }
            _ => panic!(
                "data/chain.csv: '{kind}' of {from} is no node with a place, and no edge or feedback without one"
            ),
        }
    }
    let _ = write!(
        code,
        "];\n\npub(super) static NODES: &[Node] = &[\n{nodes}];\n\npub(super) static LINKS: &[Link] = &[\n{links}];\n"
    );
    let path = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("explained.rs");
    if let Err(error) = fs::write(&path, code) {
        panic!("cannot write {}: {error}", path.display());
    }
}
