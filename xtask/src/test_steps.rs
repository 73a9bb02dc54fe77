//! `cargo xtask test`: everything that must pass, quickest first.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::browser::{self, Browser};
use crate::cli::Test;
use crate::steps::Steps;
use crate::tools::{self, WASM_TARGET};
use crate::workspace::Workspace;
use crate::{audit, fuzz, node, office, page};

/// The package that becomes the page.
const PAGE_PACKAGE: &str = "buildout-page";

/// Runs all tests, or those that need no browser.
///
/// # Errors
/// At the first step that fails.
pub(crate) fn test(workspace: &Workspace, options: &Test) -> Result<()> {
    let sh = &workspace.sh;
    let mut steps = Steps::new(if options.no_browser { 9 } else { 13 });

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

    let browser = steps.run("Chromium and Node packages", "the first time about 3 minutes", || {
        node::ensure(workspace)?;
        browser::ensure(workspace)
    })?;
    steps.run("wasm tests in Chromium", "the first time about 3 minutes", || {
        wasm_tests(workspace, &browser)
    })?;
    let cli = steps.run("page and command line, release", "the first time about 5 minutes", || {
        page::build(workspace)?;
        build_cli(workspace)
    })?;
    steps.run("end-to-end tests in Chromium", "about 1 minute", || {
        let files = test_files(workspace, &["tests", "e2e"])?;
        // One file at a time: pages that share two cores with other pages would be slow for no reason of their own.
        cmd!(sh, "node --test --test-reporter=spec --test-concurrency=1 {files...}")
            .env("CHROME", &browser.chrome)
            .env("BUILDOUT_CLI", &cli)
            .env("BUILDOUT_DIST", workspace.dist())
            .run()
            .context("end-to-end tests failed")
    })?;
    steps.finish();
    println!("All tests passed.");
    Ok(())
}

fn wasm_tests(workspace: &Workspace, browser: &Browser) -> Result<()> {
    let sh = &workspace.sh;
    let runner = workspace
        .which("wasm-bindgen-test-runner")
        .context("wasm-bindgen-test-runner is not on the PATH, though the tools were installed")?;
    // `--tests` leaves out doctests: they run natively, and the runner takes only wasm-bindgen's own tests.
    cmd!(sh, "cargo test --package {PAGE_PACKAGE} --target {WASM_TARGET} --tests")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.webdriver_json(workspace)?)
        // Tests that do not say where they run would run under Node.
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        // Seconds. The defaults, 5 for the driver and 20 for the tests, are short for a cold start on two busy cores.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
        .run()
        .context("wasm tests failed")
}

/// Builds the command line in release and returns its program.
fn build_cli(workspace: &Workspace) -> Result<PathBuf> {
    let sh = &workspace.sh;
    cmd!(sh, "cargo build --release --quiet --package buildout-cli").run()?;
    let program = workspace.target.join("release").join(format!("buildout{}", env::consts::EXE_SUFFIX));
    ensure!(program.is_file(), "the package buildout-cli was built, but {} is not there", program.display());
    Ok(program)
}

/// The test files of a folder by name: what `node --test` makes of a folder or a pattern differs between Node's versions.
fn test_files(workspace: &Workspace, folder: &[&str]) -> Result<Vec<PathBuf>> {
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
