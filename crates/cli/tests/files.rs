//! Files in and out of the command line.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use assert_cmd::Command;
use serde_json::Value;
use std::{fs, path::Path, process};
use tempfile::TempDir;

fn buildout(folder: &Path, arguments: &[&str], input: &str) -> process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_buildout"));
    command.current_dir(folder).args(arguments).write_stdin(input).output().unwrap()
}

/// Standard output of a command that must succeed and say nothing else.
fn stdout(folder: &Path, arguments: &[&str], input: &str) -> String {
    let output = buildout(folder, arguments, input);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.is_empty(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// What a command that must fail with `code` says, which must hold every one of `words`.
fn check_failure(folder: &Path, arguments: &[&str], code: i32, words: &[&str]) {
    let output = buildout(folder, arguments, "");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    for word in words {
        assert!(said.contains(word), "{arguments:?}: '{said}' does not name '{word}'");
    }
}

#[test]
fn what_is_exported_is_the_run_and_opens_again() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let link = "#1~2025q3~cx1_190~psl_3~mw_1~H_2030";
    let said = stdout(
        folder,
        &[
            "export",
            link,
            "--csv",
            "run.csv",
            "--json",
            "run.json",
            "--scenario",
            "late.json",
            "--name",
            "Late grid",
        ],
        "",
    );
    assert_eq!(said, "");

    let headline = stdout(folder, &["run", link, "--headline"], "");
    assert_eq!(stdout(folder, &["run", "--file", "late.json", "--headline"], ""), headline);
    assert_eq!(stdout(folder, &["link", "--file", "late.json"], ""), format!("{link}\n"));
    let text = fs::read_to_string(folder.join("late.json")).unwrap();
    assert_eq!(stdout(folder, &["run", "--file", "-", "--headline"], &text), headline);
    assert_eq!(stdout(folder, &["export", "--file", "late.json", "--scenario", "-"], ""), text);
    let explained = stdout(folder, &["explain", "late.json"], "");
    for word in
        ["name: Late grid", "power_slip (psl) = 3", "horizon: 21 quarters, to 2030", "the file was taken"]
    {
        assert!(explained.contains(word), "'{explained}' does not say '{word}'");
    }

    let run: Value = serde_json::from_str(&fs::read_to_string(folder.join("run.json")).unwrap()).unwrap();
    assert_eq!(run["headline"], serde_json::from_str::<Value>(&headline).unwrap());
    let quarters = stdout(folder, &["run", link, "--format", "json"], "");
    assert_eq!(run["quarters"], serde_json::from_str::<Value>(&quarters).unwrap());
    assert_eq!(run["scenario"], serde_json::from_str::<Value>(&text).unwrap());

    let rows = |text: &str, scenario: &str| {
        let prefix = format!("{scenario},");
        text.lines().filter_map(|line| line.strip_prefix(&prefix)).map(str::to_owned).collect::<Vec<_>>()
    };
    let csv = fs::read_to_string(folder.join("run.csv")).unwrap();
    let run = stdout(folder, &["run", link], "");
    let base = stdout(folder, &["run", "#1~2025q3~H_2030"], "");
    assert_eq!(rows(&csv, "scenario"), [run.lines().next().unwrap()]);
    assert_eq!(rows(&csv, "current"), run.lines().skip(1).collect::<Vec<_>>());
    assert_eq!(rows(&csv, "base"), base.lines().skip(1).collect::<Vec<_>>());
    assert_eq!(rows(&csv, "reported")[0][..6], *"2019Q1");
}

#[test]
fn options_change_what_a_file_holds() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    stdout(folder, &["export", "--preset", "latest-slip", "--scenario", "slip.json"], "");
    let changed = stdout(folder, &["link", "--file", "slip.json", "--set", "trainium_mix=0.9"], "");
    assert_eq!(
        changed,
        stdout(folder, &["link", "--preset", "latest-slip", "--set", "trainium_mix=0.9"], "")
    );
    let rows = stdout(folder, &["export", "--file", "slip.json", "--quarters", "3", "--csv", "-"], "");
    assert_eq!(rows.lines().filter(|line| line.starts_with("current,")).count(), 3);
}

#[test]
fn a_link_with_its_receipt_tells_then_and_now() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let plain = stdout(folder, &["link", "--preset", "power-bound"], "");
    let sent = stdout(folder, &["link", "--preset", "power-bound", "--receipt"], "");
    let receipt = sent.strip_prefix(plain.trim()).unwrap();
    assert!(receipt.starts_with("~R_1_"), "{receipt}");
    assert_eq!(stdout(folder, &["link", sent.trim()], ""), sent, "a receipt is kept");
    assert_eq!(
        stdout(folder, &["link", sent.trim(), "--set", "power_slip=3"], ""),
        sent,
        "nothing is changed"
    );
    let changed = stdout(folder, &["link", sent.trim(), "--set", "power_slip=2"], "");
    assert_eq!(changed, plain.replace("psl_3", "psl_2"), "the receipt is of another scenario");

    let same = stdout(folder, &["explain", sent.trim()], "");
    assert!(same.contains("receipt: model version 1 then and now; every figure is as it was sent"), "{same}");
    let older = sent.trim().replace("~R_1_", "~R_7_").replace("_26q4_", "_27q1_").replace("_n_", "_35q1_");
    let told = stdout(folder, &["explain", &older], "");
    for word in [
        "receipt: model version 7 then, 1 now; 2 of 12 figures are others today",
        "  margin_trough_quarter: 2027Q1 then, 2026Q4 now",
        "  payback_quarter: 2035Q1 then, none now",
    ] {
        assert!(told.contains(word), "'{told}' does not say '{word}'");
    }
    let broken = stdout(folder, &["explain", "#1~2025q3~R_1_2"], "");
    assert!(broken.contains("notice: the figures that the link was sent with, 'R_1_2'"), "{broken}");
    assert!(!broken.contains("receipt:"), "{broken}");
}

#[test]
fn mistakes_in_files_are_named_one_by_one() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let text = r#"{"format": "buildout-scenario", "version": 1, "name": "x", "baseline": "2020q1", "set": {"pue": 9, "pues": 1}}"#;
    fs::write(folder.join("wrong.json"), text).unwrap();
    fs::write(folder.join("torn.json"), &text[..20]).unwrap();
    fs::write(folder.join("binary.json"), [0xff, 0xfe, 0x00]).unwrap();
    let words = [
        "wrong.json is no scenario:",
        "baseline is \"2020q1\"",
        "set.pue is 9, outside 1.03 to 1.6",
        "set.pues",
    ];
    for command in [&["run", "--file", "wrong.json"][..], &["explain", "wrong.json"]] {
        check_failure(folder, command, 1, &words);
    }
    check_failure(
        folder,
        &["run", "--file", "torn.json"],
        1,
        &["torn.json", "line 1, column 20: this is not JSON"],
    );
    check_failure(folder, &["run", "--file", "binary.json"], 1, &["binary.json", "UTF-8"]);
    check_failure(folder, &["run", "--file", "none.json"], 1, &["none.json"]);
    check_failure(folder, &["explain", "none.json"], 1, &["none.json"]);
    check_failure(folder, &["run", "--file", "wrong.json", "--preset", "latest"], 2, &["--preset"]);
    check_failure(folder, &["run", "#1", "--file", "wrong.json"], 2, &["--file"]);
    check_failure(folder, &["export"], 2, &["--csv", "--json", "--scenario"]);
    check_failure(folder, &["export", "--csv", "no/such/folder.csv"], 1, &["no/such/folder.csv"]);
    check_failure(
        folder,
        &["export", "--csv", "-", "--json", "-"],
        2,
        &["'-' is given for two kinds of output"],
    );
    check_failure(folder, &["export", "--csv", "x.csv", "--set", "pue=9"], 2, &["pue = 9"]);
    assert!(!folder.join("x.csv").exists(), "nothing is written where nothing is run");
}

#[test]
fn an_edited_file_runs_and_its_old_link_is_told() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let text = stdout(folder, &["export", "--preset", "power-bound", "--scenario", "-"], "");
    fs::write(folder.join("edited.json"), text.replace("\"power_slip\": 3", "\"power_slip\": 2")).unwrap();
    let output = buildout(folder, &["link", "--file", "edited.json"], "");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "#1~2025q3~cx1_190~psl_2~mw_1\n");
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .contains("link: it says something else than the other fields")
    );
    assert!(stdout(folder, &["explain", "edited.json"], "").contains("notice: link: it says something else"));
}

#[test]
fn whoever_stops_reading_is_no_failure() {
    for arguments in
        [&["run"][..], &["run", "--format", "json"], &["export", "--csv", "-"], &["export", "--json", "-"]]
    {
        let mut command = process::Command::new(env!("CARGO_BIN_EXE_buildout"));
        let mut child = command
            .args(arguments)
            .stdout(process::Stdio::piped())
            .stderr(process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{arguments:?}: {said}");
    }
}

#[test]
fn pictures_and_workbooks_are_made_as_the_page_makes_them() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let link = "#1~2025q3~cx1_190~V_chips~L_zh";
    let options =
        ["export", link, "--xlsx", "run.xlsx", "--svg", "chips.svg", "--card", "card.svg", "--quarters", "9"];
    assert_eq!(stdout(folder, &options, ""), "");
    assert_eq!(&fs::read(folder.join("run.xlsx")).unwrap()[..2], b"PK");
    let chart = fs::read_to_string(folder.join("chips.svg")).unwrap();
    assert!(
        chart.contains("AI 机群构成") && chart.contains("cx1_190"),
        "in the language and of the panel of the link"
    );
    assert!(fs::read_to_string(folder.join("card.svg")).unwrap().contains(r#"width="1200" height="675""#));
}
