//! The contract of the command line.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use assert_cmd::Command;
use buildout_model::{Baseline, MODEL_VERSION, Output};
use buildout_scenario::Scenario;

fn buildout(arguments: &[&str], input: &str) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_buildout")).args(arguments).write_stdin(input).output().unwrap()
}

/// Standard output of a command that must succeed and say nothing else.
fn stdout(arguments: &[&str], input: &str) -> String {
    let output = buildout(arguments, input);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.is_empty(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// What a command that must fail with `code` says, which must hold every one of `words`.
fn check_failure(arguments: &[&str], input: &str, code: i32, words: &[&str]) {
    let output = buildout(arguments, input);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    for word in words {
        assert!(said.contains(word), "{arguments:?}: '{said}' does not name '{word}'");
    }
}

#[test]
fn csv_has_the_outputs_in_full_precision() {
    let text = stdout(&["run"], "");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<_> = ["quarter"].into_iter().chain(Output::ALL.iter().map(|output| output.id())).collect();
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names);
    let trajectory = Scenario::base(Baseline::default()).run(41);
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 41);
    for (row, (quarter, figures)) in rows.iter().zip(trajectory.quarters()) {
        assert_eq!(row[0], quarter.to_string());
        for (output, text) in Output::ALL.into_iter().zip(row.iter().skip(1)) {
            if output == Output::Binding {
                assert_eq!(text, figures.binding_limit().id());
            } else {
                assert_eq!(text.parse(), Ok(figures.get(output)), "{quarter} {}", output.id());
            }
        }
    }
}

#[test]
fn a_link_a_preset_and_changes_choose_the_same_scenario() {
    let by_preset = stdout(&["run", "--preset", "power-bound", "--headline"], "");
    let link = stdout(&["link", "--preset", "power-bound"], "");
    assert_eq!(link, "#1~2025q3~cx1_190~psl_3~mw_1\n");
    assert_eq!(stdout(&["run", link.trim(), "--headline"], ""), by_preset);
    let changes = ["--set", "capex_next_year=190", "--set", "power_slip=3", "--set", "max_waiting=1"];
    assert_eq!(stdout(&[&["run", "--headline"], &changes[..]].concat(), ""), by_preset);
    assert!(by_preset.contains("\"payback_quarter\": null"), "{by_preset}");
    assert!(by_preset.contains("\"gigawatt_trainium\""), "{by_preset}");
}

#[test]
fn the_horizon_of_a_link_ends_the_run() {
    let rows = |arguments: &[&str]| stdout(arguments, "").lines().count() - 1;
    assert_eq!(rows(&["run", "#1~2025q3~H_2030"]), 21);
    assert_eq!(rows(&["run", "#1~2025q3~H_2030", "--quarters", "5"]), 5);
    assert_eq!(rows(&["run", "--baseline", "2026q2", "--quarters", "41"]), 41);
}

#[test]
fn a_batch_is_its_runs() {
    let lines = "{\"name\": \"one\", \"baseline\": \"2026q2\", \"set\": {\"power_slip\": 4}}\n\n{\"name\": \"two, quoted\"}\n";
    let text = stdout(&["batch", "-", "--quarters", "3"], lines);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let names: Vec<_> = rows.iter().map(|row| row[0].to_owned()).collect();
    assert_eq!(names, ["one", "one", "one", "two, quoted", "two, quoted", "two, quoted"]);
    let alone = stdout(&["run", "--baseline", "2026q2", "--set", "power_slip=4", "--quarters", "3"], "");
    let alone: Vec<_> = csv::Reader::from_reader(alone.as_bytes()).records().map(Result::unwrap).collect();
    for (row, alone) in rows.iter().zip(alone) {
        assert!(row.iter().skip(1).eq(alone.iter()));
    }
}

#[test]
fn a_batch_reads_the_very_numbers_that_are_written() {
    // A quick reader of JSON is off in the last digit of some of these.
    for count in 1..40 {
        let value = 1.0 + f64::from(count) / 67.0;
        let line = format!("{{\"name\": \"x\", \"set\": {{\"power_slip\": {value}}}}}");
        let alone = stdout(&["run", "--set", &format!("power_slip={value}"), "--quarters", "6"], "");
        let batch = stdout(&["batch", "-", "--quarters", "6"], &line);
        let batch: Vec<_> = batch.lines().skip(1).map(|line| line.strip_prefix("x,").unwrap()).collect();
        assert_eq!(batch, alone.lines().skip(1).collect::<Vec<_>>(), "{value}");
    }
}

#[test]
fn json_and_table_print_every_quarter() {
    let json: serde_json::Value = serde_json::from_str(&stdout(&["run", "--format", "json"], "")).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 41);
    assert_eq!(json[0]["quarter"], "2025Q4");
    assert!(json[0]["fcf_ttm"].is_f64());
    assert!(stdout(&["run", "--format", "table"], "").contains("2035Q4"));
}

#[test]
fn explain_tells_what_was_not_taken() {
    let text = stdout(&["explain", "https://example.org/#1~2025q3~zz9_4~cx1_abc~tm_7~psl_2"], "");
    for word in [
        "'zz9_4'",
        "'abc'",
        "trainium_mix (tm): 7 is outside 0 to 1",
        "power_slip (psl) = 2",
        "#1~2025q3~psl_2~tm_1",
    ] {
        assert!(text.contains(word), "'{text}' does not name '{word}'");
    }
    assert!(stdout(&["explain", "#1~2025q3"], "").contains("as it stands"));
}

#[test]
fn mistakes_name_the_thing_the_value_and_what_is_allowed() {
    check_failure(
        &["run", "--set", "capex_next_year=999"],
        "",
        2,
        &["capex_next_year = 999", "60 to 450 B$"],
    );
    check_failure(
        &["run", "--set", "capex_next_year=NaN"],
        "",
        2,
        &["capex_next_year = NaN", "60 to 450 B$"],
    );
    check_failure(&["run", "--set", "capex_next_year=much"], "", 2, &["capex_next_year", "'much'"]);
    check_failure(&["run", "--set", "capex=1"], "", 2, &["'capex'"]);
    check_failure(&["run", "--set", "capex_next_year"], "", 2, &["ID=VALUE"]);
    check_failure(&["run", "--baseline", "2020q1"], "", 2, &["'2020q1'", "2025q3, 2026q2"]);
    check_failure(&["run", "--preset", "boom"], "", 2, &["'boom'", "power-bound"]);
    check_failure(&["run", "--preset", "latest", "--baseline", "2025q3"], "", 2, &["latest", "2026q2"]);
    check_failure(&["run", "--quarters", "42"], "", 2, &["42", "1..=41"]);
    check_failure(&["fly"], "", 2, &["fly"]);
    check_failure(
        &["batch", "-"],
        "{\"name\": \"a\", \"set\": {\"pue\": 9}}",
        1,
        &["line 1: a: set.pue is 9, outside 1.03 to 1.6"],
    );
    check_failure(&["batch", "-"], "{\"name\": \"a\"}\n{\"name\": 5}", 1, &["line 2"]);
    check_failure(&["batch", "-"], "{\"name\": \"a\", \"sets\": {}}", 1, &["line 1", "sets"]);
    check_failure(&["batch", "no-such-file.jsonl"], "", 1, &["no-such-file.jsonl"]);
}

#[test]
fn a_damaged_link_runs_and_is_told_unless_quiet() {
    let output = buildout(&["run", "#1~2025q3~cx1_999", "--headline"], "");
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("999 is outside 60 to 450"));
    assert_eq!(
        stdout(&["run", "#1~2025q3~cx1_999", "--headline", "--quiet"], ""),
        stdout(&["run", "--set", "capex_next_year=450", "--headline"], "")
    );
}

#[test]
fn the_version_is_the_programs_with_the_models_beside() {
    let expected = format!("buildout {}, model {MODEL_VERSION}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(stdout(&["--version"], ""), expected);
}

/// Every command has its manual page and its completions, from the same declarations.
#[test]
fn shells_and_manuals_know_every_command() {
    let commands =
        ["run", "batch", "link", "explain", "export", "uncertainty", "sensitivity", "bridge", "seek", "grid"];
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = stdout(&["completions", shell], "");
        assert!(commands.iter().all(|command| script.contains(command)), "{shell}");
    }
    assert!(stdout(&["man"], "").contains(".TH buildout"));
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("man");
    stdout(&["man", "--into", &into.to_string_lossy()], "");
    for command in commands {
        let page = std::fs::read_to_string(into.join(format!("buildout-{command}.1"))).unwrap();
        assert!(page.contains(".SH OPTIONS"), "{command}: {page}");
    }
    let taken = into.join("buildout.1");
    check_failure(&["man", "--into", &taken.to_string_lossy()], "", 1, &["buildout.1"]);
}
