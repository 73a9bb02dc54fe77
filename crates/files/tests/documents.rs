//! The examples of `docs/files.md` open.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_files::{OWN_COLUMNS, read_batch_line, read_own_quarters, read_scenario_file};
use buildout_model::{Output, Quarter};

const DOCUMENT: &str = include_str!("../../../docs/files.md");

/// The only block of a language.
fn block(language: &str) -> &'static str {
    let blocks: Vec<_> = DOCUMENT.split(&format!("```{language}\n")).skip(1).collect();
    assert_eq!(blocks.len(), 1, "{language}");
    blocks[0].split("```").next().unwrap()
}

#[test]
fn the_scenario_is_written_as_it_stands() {
    let opened = read_scenario_file(block("json")).unwrap();
    assert_eq!(opened.notices, []);
    assert_eq!(opened.file.write(), block("json"));
}

#[test]
fn the_quarters_are_read_and_every_column_is_described() {
    let own = read_own_quarters(block("csv")).unwrap();
    assert_eq!(own.get(Quarter::new(2026, 3).unwrap(), Output::Fcf), Some(-13.5));
    assert_eq!(own.quarters().len(), 2);
    for column in &OWN_COLUMNS {
        let id = column.output.id();
        assert!(DOCUMENT.contains(&format!("`{id}`")), "{id}");
    }
}

#[test]
fn the_line_of_a_batch_is_read_and_refused_as_it_says() {
    let text = block("jsonl");
    assert_eq!(read_batch_line(text).unwrap().name, "a year late");
    let error = read_batch_line(&text.replace(": 4", ": 40")).unwrap_err();
    assert!(DOCUMENT.contains(&format!("`line 7: {error}`")), "{error}");
}
