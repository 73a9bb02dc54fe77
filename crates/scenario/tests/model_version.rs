//! The headline of every preset is what this version of the model has always given.
//!
//! `data/versions/` has a file for each version: a row a preset, full precision. No file is ever changed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_model::{Baseline, HeadlineFigure, MAX_QUARTERS, MODEL_VERSION};
use buildout_scenario::{PRESETS, Scenario};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Relative, or absolute below 1: what a compiler may change, and far less than a reader sees.
const ROUNDING: f64 = 1e-9;

/// What stands for a figure that a run does not have.
const MISSING: &str = "";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/versions")
}

fn file_name(version: u32) -> String {
    format!("model-{version}.csv")
}

/// The headlines of today as a table: every baseline as it stands, then every preset.
fn today() -> Vec<Vec<String>> {
    let bases = Baseline::ALL.map(|baseline| ("base", Scenario::base(baseline)));
    let presets = PRESETS.iter().map(|preset| (preset.id, preset.scenario()));
    let mut rows = Vec::new();
    for (name, scenario) in bases.into_iter().chain(presets) {
        let headline = scenario.headline(&scenario.run(MAX_QUARTERS)).unwrap();
        if rows.is_empty() {
            let names = headline.figures().map(|(name, _)| name);
            rows.push(["scenario", "baseline"].into_iter().chain(names).map(str::to_owned).collect());
        }
        let figures = headline.figures().map(|(_, figure)| match figure {
            HeadlineFigure::Number(number) => number.map_or(MISSING.to_owned(), |number| number.to_string()),
            HeadlineFigure::Quarter(quarter) => {
                quarter.map_or(MISSING.to_owned(), |quarter| quarter.to_string())
            }
        });
        let mut row = vec![name.to_owned(), scenario.baseline().to_string()];
        row.extend(figures);
        rows.push(row);
    }
    rows
}

fn is_same(then: &str, now: &str) -> bool {
    match (then.parse::<f64>(), now.parse::<f64>()) {
        (Ok(then), Ok(now)) => (then - now).abs() <= ROUNDING * then.abs().max(1.0),
        _ => then == now,
    }
}

/// The cells of `then` that are others in `now`. Rows that `now` has besides are presets added since.
fn differences(then: &[Vec<String>], now: &[Vec<String>]) -> Vec<String> {
    let mut differences = Vec::new();
    for row in then {
        let Some(today) = now.iter().find(|today| today[..2] == row[..2]) else {
            differences.push(format!("{} of {} is gone", row[0], row[1]));
            continue;
        };
        for ((name, cell), today) in then[0].iter().zip(row).zip(today) {
            if !is_same(cell, today) {
                differences.push(format!("{} of {}: {name} was '{cell}', is '{today}'", row[0], row[1]));
            }
        }
    }
    differences
}

#[test]
fn the_figures_are_those_of_the_version() {
    let file = file_name(MODEL_VERSION);
    let text = fs::read_to_string(folder().join(&file)).unwrap_or_default();
    let then: Vec<Vec<String>> =
        text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
    let now = today();
    let differences = differences(&then, &now);
    if then.is_empty() || !differences.is_empty() {
        let fresh = Path::new(env!("CARGO_TARGET_TMPDIR")).join("today.csv");
        let lines: Vec<_> = now.iter().map(|row| row.join(",") + "\n").collect();
        fs::write(&fresh, lines.concat()).unwrap();
        panic!(
            "these are not the figures of model version {MODEL_VERSION} in {file}:\n{}\nWhere the change is meant, raise \
             MODEL_VERSION and add {} with today's table, {}.",
            differences.join("\n"),
            file_name(MODEL_VERSION + 1),
            fresh.display()
        );
    }
}

#[test]
fn a_changed_figure_is_found_and_the_last_digits_are_not() {
    let then = today();
    let changed = |row: usize, column: usize, text: &str| {
        let mut now = then.clone();
        now[row][column] = text.to_owned();
        differences(&then, &now).len()
    };
    let figure: f64 = then[1][2].parse().unwrap();
    assert_eq!(changed(1, 2, &(figure * (1.0 + 1e-12)).to_string()), 0);
    assert_eq!(changed(1, 2, &(figure * (1.0 + 1e-6)).to_string()), 1);
    assert_eq!(changed(1, 3, "2031Q1"), 1);
    assert_eq!(changed(1, 8, MISSING), 1);
    assert_eq!(changed(1, 0, "another name"), 1);
}

#[test]
fn every_version_has_its_file_and_there_is_no_other() {
    let found: BTreeSet<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let wanted: BTreeSet<_> = (1..=MODEL_VERSION).map(file_name).collect();
    assert_eq!(found, wanted);
}
