//! Running the command.

use assert_cmd::Command;
use buildout_scenario::{Preset, Scenario};
use serde_json::Value;

fn buildout(arguments: &[&str], threads: &str) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_buildout"));
    command.env("RAYON_NUM_THREADS", threads).args(arguments).output().unwrap()
}

/// Standard output of a command that must succeed, say nothing else, and print the same on one thread and on several.
pub(crate) fn stdout(arguments: &[&str]) -> String {
    let [alone, several] = ["1", "3"].map(|threads| {
        let output = buildout(arguments, threads);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && said.is_empty(), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    });
    assert_eq!(alone, several, "{arguments:?}: other figures on several threads");
    alone
}

pub(crate) fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(&[arguments, &["--format", "json"]].concat())).unwrap()
}

pub(crate) fn rows(arguments: &[&str]) -> Vec<Vec<String>> {
    let text = stdout(arguments);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What a command that must fail with `code` says, which must hold every one of `words`.
pub(crate) fn check_failure(arguments: &[&str], code: i32, words: &[&str]) {
    let output = buildout(arguments, "2");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    assert!(output.stdout.is_empty(), "{arguments:?}: figures beside an error");
    for word in words {
        assert!(said.contains(word), "{arguments:?}: '{said}' does not name '{word}'");
    }
}

/// A preset in which power comes late.
pub(crate) fn late() -> Scenario {
    Preset::from_id("what-happened").unwrap().scenario()
}
