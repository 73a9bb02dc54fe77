//! `cargo xtask fuzz`: texts by the million at everything that reads what a reader may open.
//!
//! `fuzz/` has the targets, `fuzz/seeds/` the texts they start from. libFuzzer changes them and keeps what reaches code that nothing
//! reached before, in `target/fuzz/corpus/`.

mod build;
mod run;
mod seeds;

use anyhow::{Result, bail};

use crate::cli::Fuzz;
use crate::workspace::Workspace;
use run::Found;

/// What is fuzzed, and the longest text that is made for it, in bytes: far shorter than what is read, so that many are tried.
struct Target {
    name: &'static str,
    max_bytes: u32,
}

const TARGETS: [Target; 4] = [
    Target { name: "links", max_bytes: 512 },
    Target { name: "scenario_files", max_bytes: 1024 },
    Target { name: "own_csv", max_bytes: 1024 },
    Target { name: "batch_lines", max_bytes: 512 },
];

/// Executions of a target where nobody says how many.
const RUNS: u64 = 1_000_000;

/// Executions of each target in `cargo xtask test`: some seconds, enough to find what was broken since the last long run.
const BRIEF_RUNS: u64 = 100_000;

/// Runs the target asked for, or each in turn.
///
/// # Errors
/// If there is no such target, it cannot be built, or an input does not hold.
pub(crate) fn fuzz(workspace: &Workspace, options: &Fuzz) -> Result<()> {
    let asked: Vec<_> = TARGETS
        .iter()
        .filter(|target| options.target.as_deref().is_none_or(|name| name == target.name))
        .collect();
    if asked.is_empty() {
        let names = TARGETS.map(|target| target.name).join(", ");
        bail!("there is no target `{}`; there are {names}", options.target.as_deref().unwrap_or_default());
    }
    println!("Building the targets (the first time about 2 minutes).");
    let programs = build::build(workspace)?;
    for target in asked {
        let found = Found::Kept(seeds::corpus(workspace, target.name)?);
        run::run(workspace, &programs, target, options.runs.unwrap_or(RUNS), &found)?;
        if options.keep {
            seeds::keep(workspace, &programs, target.name)?;
        }
    }
    Ok(())
}

/// Checks the targets themselves, then runs each for some seconds, from the seeds alone and in the same order every time.
///
/// # Errors
/// As [`fuzz`], and where the targets are not clean.
pub(crate) fn briefly(workspace: &Workspace) -> Result<()> {
    build::lint(workspace)?;
    let programs = build::build(workspace)?;
    TARGETS.iter().try_for_each(|target| run::run(workspace, &programs, target, BRIEF_RUNS, &Found::Dropped))
}
