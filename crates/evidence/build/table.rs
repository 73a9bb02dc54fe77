//! Reads a table, and stops the build where a row of it is wrong.

use buildout_model::{Input, Output};
use serde::de::DeserializeOwned;
use std::{fmt, path::Path};

/// A row with its place, for what there is to say about it.
pub struct Row<T> {
    pub of: T,
    file: &'static str,
    line: usize,
}

impl<T> Row<T> {
    /// Stops the build with what is wrong in this row.
    pub fn fail(&self, column: &str, value: impl fmt::Display, allowed: impl fmt::Display) -> ! {
        panic!("data/{}, line {}: {column} is '{value}'; {allowed}", self.file, self.line)
    }

    /// The words of a column, which may not be blank.
    pub fn words<'a>(&self, column: &str, words: &'a str) -> &'a str {
        if words.trim().is_empty() { self.fail(column, words, "it must say something") } else { words }
    }

    /// Words in both languages, as code.
    pub fn both(&self, column: &str, en: &str, zh: &str) -> String {
        self.words(&format!("{column}_en"), en);
        self.words(&format!("{column}_zh"), zh);
        format!("Words {{ en: {en:?}, zh: {zh:?} }}")
    }

    /// Ids separated by spaces, of inputs and outputs, as code; an id that names both means both.
    pub fn about(&self, column: &str, ids: &str) -> String {
        let mut code = String::new();
        for id in ids.split_whitespace() {
            let (input, output) = (Input::from_id(id).ok(), Output::from_id(id));
            if input.is_none() && output.is_none() {
                self.fail(column, id, "it must be an id of data/inputs.csv or data/outputs.csv");
            }
            code.extend(input.map(|input| format!("About::Input(Input::{input:?}), ")));
            code.extend(output.map(|output| format!("About::Output(Output::{output:?}), ")));
        }
        format!("&[{code}]")
    }
}

/// The rows of a table of `data/`, which the build depends on from then on.
pub fn rows<T: DeserializeOwned>(data: &Path, file: &'static str) -> Vec<Row<T>> {
    let path = data.join(file);
    println!("cargo::rerun-if-changed={}", path.display());
    let fail = |error: csv::Error| -> ! { panic!("data/{file}: {error}") };
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| fail(error));
    let rows = reader.deserialize().enumerate();
    rows.map(|(row, of)| Row { of: of.unwrap_or_else(|error| fail(error)), file, line: row + 2 }).collect()
}
