//! `cargo xtask audit`: what the project depends on.
//!
//! Licences, duplicates and sources follow from `Cargo.lock` and `deny.toml` alone, so every test run checks them ([`policy`]).
//! Advisories are news: they come over the network and change while the project does not, so only the audit asks for them.
//! An advisory list that cannot be had is a failure of its own, never a pass.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use xshell::cmd;

use crate::node::{self, NPM};
use crate::tools;
use crate::workspace::Workspace;

/// What became of one check; the text says what was found, or why nothing could be.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed(String),
    Failed(String),
    NotChecked(String),
}

/// Checks everything, prints what became of each check, and fails unless all passed.
///
/// # Errors
/// If a tool is missing, something was found, or something could not be checked.
pub(crate) fn audit(workspace: &Workspace) -> Result<()> {
    node::ensure_node(workspace)?;
    tools::ensure_cargo_deny(workspace)?;
    let rust_policy = match policy(workspace) {
        Ok(()) => Outcome::Passed("as deny.toml allows".to_owned()),
        Err(error) => Outcome::Failed(format!("{error:#}")),
    };
    let checks = [
        ("Rust: licences, duplicates, sources", rust_policy),
        ("Rust: advisories", rust_advisories(workspace)?),
        ("Node: advisories", node_advisories(workspace)?),
    ];
    println!();
    for (name, outcome) in &checks {
        let (word, text) = match outcome {
            Outcome::Passed(text) => ("passed", text),
            Outcome::Failed(text) => ("FAILED", text),
            Outcome::NotChecked(text) => ("NOT CHECKED", text),
        };
        println!("{name:<36} {word:<12} {text}");
    }
    let count = |wanted: fn(&Outcome) -> bool| checks.iter().filter(|(_, outcome)| wanted(outcome)).count();
    let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    let not_checked = count(|outcome| matches!(outcome, Outcome::NotChecked(_)));
    if failed + not_checked > 0 {
        bail!("of {} checks, {failed} failed and {not_checked} could not be made", checks.len());
    }
    Ok(())
}

/// Checks licences, duplicates and sources of all Rust crates against `deny.toml`.
///
/// # Errors
/// If cargo-deny cannot be installed, or a crate is not as `deny.toml` allows.
pub(crate) fn policy(workspace: &Workspace) -> Result<()> {
    tools::ensure_cargo_deny(workspace)?;
    let sh = &workspace.sh;
    // Without `--workspace` only the page and what it depends on would be looked at.
    cmd!(sh, "cargo deny --locked --workspace check --hide-inclusion-graph bans licenses sources")
        .run()
        .context("a dependency is not as deny.toml allows")
}

/// Checks all Rust crates against RustSec's advisories.
fn rust_advisories(workspace: &Workspace) -> Result<Outcome> {
    let sh = &workspace.sh;
    // Apart from the check: cargo-deny ends with the same status for a crate with an advisory and a database out of reach.
    if cmd!(sh, "cargo deny fetch db").run().is_err() {
        return Ok(Outcome::NotChecked(
            "RustSec's database could not be fetched from https://github.com/RustSec/advisory-db".to_owned(),
        ));
    }
    let check =
        cmd!(sh, "cargo deny --locked --workspace check --disable-fetch --show-stats advisories").run();
    Ok(match check {
        Ok(()) => Outcome::Passed("no crate has one".to_owned()),
        Err(_) => Outcome::Failed("cargo-deny names the crates above".to_owned()),
    })
}

/// Asks npm's registry for advisories of the packages that `package-lock.json` names. All are tools of build and tests.
fn node_advisories(workspace: &Workspace) -> Result<Outcome> {
    let sh = &workspace.sh;
    let output = cmd!(sh, "{NPM} audit --json --package-lock-only")
        .ignore_status()
        .output()
        .context("npm does not run")?;
    Ok(npm_outcome(&String::from_utf8_lossy(&output.stdout)))
}

/// What `npm audit --json` said: a report, or why there is none. Its status tells the two apart no better than cargo-deny's.
fn npm_outcome(stdout: &str) -> Outcome {
    let Ok(answer) = serde_json::from_str::<Value>(stdout) else {
        return Outcome::NotChecked("npm did not answer in JSON".to_owned());
    };
    let count = |pointer: &str| answer.pointer(pointer).and_then(Value::as_u64);
    let counts = count("/metadata/vulnerabilities/total").zip(count("/metadata/dependencies/total"));
    match counts {
        Some((0, packages)) => Outcome::Passed(format!("no advisory for {packages} packages")),
        Some((found, packages)) => {
            let mut names: Vec<&str> = answer
                .get("vulnerabilities")
                .and_then(Value::as_object)
                .map(|packages| packages.keys().map(String::as_str).collect())
                .unwrap_or_default();
            names.sort_unstable();
            Outcome::Failed(format!("{found} of {packages} packages: {}", names.join(", ")))
        }
        None => {
            let why = ["/message", "/error/summary"].iter().find_map(|pointer| {
                answer.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty())
            });
            Outcome::NotChecked(format!(
                "npm's registry gave no report: {}",
                why.unwrap_or("no reason given")
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, npm_outcome};

    #[test]
    fn only_a_report_without_advisories_passes() {
        let check = |stdout: &str, expected: Outcome| assert_eq!(npm_outcome(stdout), expected, "{stdout}");
        check(
            r#"{"auditReportVersion": 2, "vulnerabilities": {},
                "metadata": {"vulnerabilities": {"high": 0, "total": 0}, "dependencies": {"dev": 35, "total": 34}}}"#,
            Outcome::Passed("no advisory for 34 packages".to_owned()),
        );
        check(
            r#"{"auditReportVersion": 2, "vulnerabilities": {"tar": {"severity": "high"}, "ansi": {"severity": "low"}},
                "metadata": {"vulnerabilities": {"high": 1, "low": 1, "total": 2}, "dependencies": {"total": 34}}}"#,
            Outcome::Failed("2 of 34 packages: ansi, tar".to_owned()),
        );
        let refused =
            "405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk";
        check(
            &format!(
                r#"{{"message": "{refused}", "statusCode": 405, "error": {{"summary": "", "detail": ""}}}}"#
            ),
            Outcome::NotChecked(format!("npm's registry gave no report: {refused}")),
        );
        check(
            r#"{"error": {"code": "ENOLOCK", "summary": "This command requires an existing lockfile."}}"#,
            Outcome::NotChecked(
                "npm's registry gave no report: This command requires an existing lockfile.".to_owned(),
            ),
        );
        check("{}", Outcome::NotChecked("npm's registry gave no report: no reason given".to_owned()));
        check("", Outcome::NotChecked("npm did not answer in JSON".to_owned()));
    }
}
