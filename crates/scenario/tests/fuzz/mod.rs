//! Links as damage, other programs and other people make them, and what must hold for all of them.

pub mod check;
mod mutate;

pub use mutate::Mutator;

use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    link: String,
}

/// Every link of the corpus.
///
/// # Panics
/// Where the corpus is not a JSON object a line.
pub fn corpus() -> Vec<String> {
    let text = include_str!("../../../../tests/links/corpus.jsonl");
    text.lines().map(|line| serde_json::from_str::<Line>(line).expect("a line of the corpus").link).collect()
}

/// What the fuzz target starts from besides, and what it found.
///
/// # Panics
/// Where the file is not a JSON string a line.
#[allow(dead_code, reason = "the example damages links that somebody could have sent")]
pub fn seeds() -> Vec<String> {
    let text = include_str!("../../../../fuzz/seeds/links.jsonl");
    text.lines().map(|line| serde_json::from_str(line).expect("a line of the seeds")).collect()
}
