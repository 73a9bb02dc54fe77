//! Running a target.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use super::{Target, build, seeds};
use crate::workspace::Workspace;

/// Seconds that no text may take: what a link or a file makes a page do is bounded. Each takes far below a thousandth of one.
const LONGEST_SECONDS: u32 = 10;

/// Megabytes that no text may make a target take; they start with 30.
const MOST_MEGABYTES: u32 = 512;

/// Lines of the log that are shown of a failure.
const SHOWN_LINES: usize = 30;

/// What becomes of the texts that reach further than those before them.
pub(super) enum Found {
    /// They go into a folder, where the next run finds them.
    Kept(PathBuf),
    /// They go, and the next run is the same.
    Dropped,
}

/// Runs a target for so many executions, and says how many there were and how fast.
///
/// # Errors
/// If an input does not hold; the message has what does not, and where the input is.
pub(super) fn run(
    workspace: &Workspace,
    programs: &Path,
    target: &Target,
    runs: u64,
    found: &Found,
) -> Result<()> {
    let Target { name, max_bytes } = target;
    let folder = build::folder(workspace);
    let seeds = seeds::unpack(workspace, name)?;
    let failures = folder.join("failures").join(name);
    let log = folder.join(format!("{name}.log"));
    fs::create_dir_all(&failures).with_context(|| format!("cannot make {}", failures.display()))?;
    let file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;

    let start = Instant::now();
    println!("Fuzzing {name}: {runs} executions; {} has how it goes.", log.display());
    let mut command = Command::new(programs.join(name));
    match found {
        Found::Kept(corpus) => command.arg(corpus),
        Found::Dropped => command.arg("-seed=1"),
    };
    let status = command
        .arg(&seeds)
        .arg(format!("-runs={runs}"))
        .arg(format!("-max_len={max_bytes}"))
        .arg(format!("-dict={}", seeds::dictionary(workspace)?.display()))
        .arg(format!("-timeout={LONGEST_SECONDS}"))
        .arg(format!("-rss_limit_mb={MOST_MEGABYTES}"))
        .arg(format!("-artifact_prefix={}{}", failures.display(), std::path::MAIN_SEPARATOR))
        .args(["-print_final_stats=1", "-reload=0"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(file)
        .status()
        .with_context(|| format!("the target {name} does not start"))?;

    let bytes = fs::read(&log).with_context(|| format!("cannot read {}", log.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    if !status.success() {
        let lines: Vec<_> = text.lines().collect();
        let last = lines.iter().skip(lines.len().saturating_sub(SHOWN_LINES));
        last.for_each(|line| println!("{line}"));
        bail!(
            "an input of {name} does not hold; it is in {} (give it to {} to see it again)",
            failures.display(),
            programs.join(name).display()
        );
    }
    let executions = executions(&text).with_context(|| format!("{} does not say how many", log.display()))?;
    let speed = executions as f64 / start.elapsed().as_secs_f64();
    println!("{name}: {executions} executions, {speed:.0} a second, all of them held");
    Ok(())
}

/// How many executions there were, of libFuzzer's last lines.
fn executions(log: &str) -> Option<u64> {
    let count = |line: &str| line.strip_prefix("stat::number_of_executed_units:")?.trim().parse().ok();
    log.lines().rev().find_map(count)
}

#[cfg(test)]
mod tests {
    use super::executions;

    #[test]
    fn the_last_lines_have_the_number() {
        let log = "#5\tNEW cov: 1\nDone 5 runs in 1 second(s)\nstat::number_of_executed_units: 5\n\
                   stat::peak_rss_mb:              31\n";
        assert_eq!(executions(log), Some(5));
        assert_eq!(executions("#5\tNEW cov: 1\n"), None);
    }
}
