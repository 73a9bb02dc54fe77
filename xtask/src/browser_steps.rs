//! The tests that need a browser: in Chromium, and on request in Firefox and WebKit.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Cmd, cmd};

use crate::browser::{self, Browser};
use crate::engines::{self, Engine};
use crate::steps::Steps;
use crate::test_steps::{PAGE_PACKAGE, test_files};
use crate::tools::WASM_TARGET;
use crate::workspace::Workspace;
use crate::{node, page};

/// How long CI lets the page be dragged. An hour is `cargo xtask soak`.
const BRIEF_SOAK_MINUTES: &str = "1.5";

/// How many steps there are, with so many engines beside Chromium.
pub(crate) fn count(others: usize) -> usize {
    if others == 0 { 6 } else { 7 + 2 * others }
}

/// Runs them. What fails in one engine keeps the next from nothing: whoever waits so long wants to know all of it.
///
/// # Errors
/// At the first step that fails in Chromium; after all of them, if one failed in another engine.
pub(crate) fn run(workspace: &Workspace, steps: &mut Steps, others: &[Engine]) -> Result<()> {
    let browser = steps.run("Chromium and Node packages", "the first time about 3 minutes", || {
        node::ensure(workspace)?;
        browser::ensure(workspace)
    })?;
    steps.run("wasm tests in Chromium", "the first time about 3 minutes", || {
        wasm_tests_in_chromium(workspace, &browser)
    })?;
    let cli = steps.run("page and command line, release", "the first time about 8 minutes", || {
        page::build(workspace)?;
        build_cli(workspace)
    })?;
    let in_page = InPage { workspace, browser: &browser, cli: &cli };
    steps.run("end-to-end tests in Chromium", "about 10 minutes", || in_page.end_to_end(Engine::Chromium))?;
    steps.run("soak, briefly", "about 2 minutes", || in_page.soak(BRIEF_SOAK_MINUTES))?;
    steps.run("budgets", "about 1 minute", || in_page.budgets())?;
    if others.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = others.iter().map(|engine| engine.name()).collect();
    steps
        .run(&names.join(" and "), "the first time about 2 minutes", || engines::ensure(workspace, others))?;
    let mut failed = Vec::new();
    for &engine in others {
        let name = engine.name();
        let wasm =
            steps.run(&format!("wasm tests in {name}"), "about 1 minute", || in_page.wasm_tests(engine));
        let pages = steps
            .run(&format!("end-to-end tests in {name}"), "about 15 minutes", || in_page.end_to_end(engine));
        failed.extend([wasm, pages].into_iter().filter_map(Result::err));
    }
    let failed: Vec<_> = failed.iter().map(|error| format!("{error:#}")).collect();
    ensure!(failed.is_empty(), "{}", failed.join("\n"));
    Ok(())
}

/// Drags the built page for some minutes.
///
/// # Errors
/// If memory, listeners or elements grow, a link is lost, or a tool is missing.
pub(crate) fn soak(workspace: &Workspace, minutes: &str) -> Result<()> {
    node::ensure(workspace)?;
    let browser = browser::ensure(workspace)?;
    page::ensure_built(workspace)?;
    let cli = build_cli(workspace)?;
    InPage { workspace, browser: &browser, cli: &cli }.soak(minutes)
}

/// What runs on the built page.
struct InPage<'a> {
    workspace: &'a Workspace,
    browser: &'a Browser,
    cli: &'a Path,
}

impl InPage<'_> {
    /// A command with what the tests are told.
    fn told<'a>(&self, command: Cmd<'a>, engine: Engine) -> Cmd<'a> {
        command
            .env("BROWSER", engine.id())
            .env("CHROME", &self.browser.chrome)
            .env("BUILDOUT_CLI", self.cli)
            .env("BUILDOUT_DIST", self.workspace.dist())
    }

    fn end_to_end(&self, engine: Engine) -> Result<()> {
        let files = test_files(self.workspace, &["tests", "e2e"])?;
        // One file at a time: pages that share two cores with other pages would be slow for no reason of their own.
        let tests =
            cmd!(self.workspace.sh, "node --test --test-reporter=spec --test-concurrency=1 {files...}");
        self.told(tests, engine)
            .run()
            .with_context(|| format!("end-to-end tests failed in {}", engine.name()))
    }

    fn soak(&self, minutes: &str) -> Result<()> {
        let soak = cmd!(self.workspace.sh, "node tests/e2e/soak.mjs {minutes}");
        self.told(soak, Engine::Chromium).run().context("the page did not stand it")
    }

    fn budgets(&self) -> Result<()> {
        let budgets = cmd!(self.workspace.sh, "node tests/e2e/budgets.mjs");
        self.told(budgets, Engine::Chromium).run().context("the page is over its budget")
    }

    /// The wasm tests in an engine that their own runner cannot drive.
    fn wasm_tests(&self, engine: Engine) -> Result<()> {
        let workspace = self.workspace;
        let runner = format!("node {}", workspace.root.join("tests/e2e/wasm_runner.mjs").display());
        let tests = wasm_tests(workspace, &runner).env("WASM_TEST_RUNNER", wasm_runner(workspace)?);
        self.told(tests, engine).run().with_context(|| format!("wasm tests failed in {}", engine.name()))
    }
}

fn wasm_runner(workspace: &Workspace) -> Result<PathBuf> {
    workspace
        .which("wasm-bindgen-test-runner")
        .context("wasm-bindgen-test-runner is not on the PATH, though the tools were installed")
}

/// The wasm tests, run by `runner`. `--tests` leaves out doctests: they run natively, and a runner takes only wasm-bindgen's
/// own tests.
fn wasm_tests<'a>(workspace: &'a Workspace, runner: &str) -> Cmd<'a> {
    cmd!(workspace.sh, "cargo test --package {PAGE_PACKAGE} --target {WASM_TARGET} --tests")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        // Tests that do not say where they run would run under Node.
        .env("WASM_BINDGEN_USE_BROWSER", "1")
}

fn wasm_tests_in_chromium(workspace: &Workspace, browser: &Browser) -> Result<()> {
    let runner = wasm_runner(workspace)?;
    wasm_tests(workspace, &runner.to_string_lossy())
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.webdriver_json(workspace)?)
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
