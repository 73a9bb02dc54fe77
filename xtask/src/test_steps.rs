//! `cargo xtask test`: everything that must pass, quickest first.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::cli::Test;
use crate::engines::Engine;
use crate::steps::Steps;
use crate::tools::{self, WASM_TARGET};
use crate::workspace::Workspace;
use crate::{audit, browser_steps, engines, fuzz, node, office};

/// The package that becomes the page.
pub(crate) const PAGE_PACKAGE: &str = "buildout-page";

/// Runs all tests, or those that need no browser.
///
/// # Errors
/// At the first step that fails.
pub(crate) fn test(workspace: &Workspace, options: &Test) -> Result<()> {
    let sh = &workspace.sh;
    let is_meant = |engine: &Engine| options.all_browsers || options.also.contains(engine);
    let others: Vec<Engine> = engines::OTHERS.into_iter().filter(is_meant).collect();
    ensure!(
        !options.no_browser || others.is_empty(),
        "--no-browser cannot be meant together with --also or --all-browsers"
    );
    let of_browsers = if options.no_browser { 0 } else { browser_steps::count(others.len()) };
    let mut steps = Steps::new(9 + of_browsers);

    steps.run("formatting", "seconds", || {
        cmd!(sh, "cargo fmt --all -- --check")
            .run()
            .context("some files are not formatted; run `cargo fmt --all`")
    })?;
    steps.run("plain JavaScript of the bench", "seconds", || {
        node::ensure_node(workspace)?;
        let files = test_files(workspace, &["benches", "plain-js"])?;
        cmd!(sh, "node --test --test-reporter=dot {files...}")
            .run()
            .context("the model in plain JavaScript is not the one that is timed against it")
    })?;
    steps.run("lints", "the first time about 3 minutes", || {
        Ok(cmd!(sh, "cargo clippy --workspace --all-targets --quiet -- -D warnings").run()?)
    })?;
    let office = steps.run("LibreOffice", "the first time about 3 minutes", || {
        // Whoever leaves out the browser wants to install nothing.
        if options.no_browser { office::find(workspace) } else { office::ensure(workspace).map(Some) }
    })?;
    steps.run("native tests", "the first time about 5 minutes", || {
        let tests = cmd!(sh, "cargo test --workspace --quiet");
        let tests = match &office {
            Some(program) => tests.env("SOFFICE", program).env_remove(office::WITHOUT),
            None => tests.env(office::WITHOUT, "1"),
        };
        Ok(tests.run()?)
    })?;
    steps.run("fuzzing, briefly", "the first time about 2 minutes", || fuzz::briefly(workspace))?;
    steps.run("wasm target and tools", "the first time about 9 minutes, of compiling tools once", || {
        tools::ensure(workspace)
    })?;
    steps.run("dependencies", "the first time about 3 minutes, of compiling cargo-deny once", || {
        audit::policy(workspace)
    })?;
    steps.run("lints for wasm", "the first time about 2 minutes", || {
        Ok(cmd!(sh, "cargo clippy --package {PAGE_PACKAGE} --all-targets --target {WASM_TARGET} --quiet -- -D warnings")
            .run()?)
    })?;

    if options.no_browser {
        steps.finish();
        println!("All tests that need no browser passed; the wasm and end-to-end tests were left out.");
        if office.is_none() {
            println!("So were those that recalculate workbooks: there is no LibreOffice here.");
        }
        return Ok(());
    }

    browser_steps::run(workspace, &mut steps, &others)?;
    steps.finish();
    println!("All tests passed.");
    Ok(())
}

/// The test files of a folder by name: what `node --test` makes of a folder or a pattern differs between Node's versions.
pub(crate) fn test_files(workspace: &Workspace, folder: &[&str]) -> Result<Vec<PathBuf>> {
    let folder = folder.iter().fold(workspace.root.clone(), |path, name| path.join(name));
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    ensure!(!files.is_empty(), "no tests in {}", folder.display());
    files.sort();
    Ok(files)
}
