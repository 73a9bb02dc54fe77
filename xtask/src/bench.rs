//! `cargo xtask bench`: how long the engine takes, natively, in WebAssembly and against plain JavaScript, and the page in
//! Chromium, also against uPlot.

use anyhow::{Context, Result, ensure};
use std::env;
use std::path::Path;
use xshell::cmd;

use crate::browser::{self, Browser};
use crate::cli::Bench;
use crate::workspace::Workspace;
use crate::{lab, node, page, tools, wasm_flags};

/// The package that does what is timed without a page.
const ENGINE_PACKAGE: &str = "buildout-engine-bench";

/// Runs the native benchmarks, times the engine beside plain JavaScript, then a drag, fans and redraws on the built page.
///
/// # Errors
/// If a benchmark fails or the page does not build.
pub(crate) fn bench(workspace: &Workspace, options: &Bench) -> Result<()> {
    let sh = &workspace.sh;
    node::ensure(workspace)?;
    let browser = browser::ensure(workspace)?;
    if options.engine_only {
        return engine_beside_plain_js(workspace, &browser);
    }
    if !options.page_only {
        println!("Native benchmarks (the first time about 4 minutes).");
        cmd!(sh, "cargo bench --package buildout-model --bench run")
            .run()
            .context("native benchmarks failed")?;
        engine_beside_plain_js(workspace, &browser)?;
    }
    page::ensure_built(workspace)?;
    println!("\nTiming a drag on the page in headless Chromium (about 20 seconds).");
    cmd!(sh, "node tests/e2e/bench.mjs")
        .env("CHROME", &browser.chrome)
        .run()
        .context("the page could not be timed")?;
    println!("\nFans by one worker and by two, and on the page (about 40 seconds).");
    cmd!(sh, "node benches/fan.mjs")
        .env("CHROME", &browser.chrome)
        .run()
        .context("fans could not be timed")?;
    println!("\nRedraws of the page beside uPlot's (about 40 seconds).");
    cmd!(sh, "node benches/redraw.mjs")
        .env("CHROME", &browser.chrome)
        .run()
        .context("redraws could not be timed")
}

/// Times the same work natively, as bare WebAssembly modules, and in plain JavaScript as a page would ship it, in turn; the
/// latter two in Chromium.
fn engine_beside_plain_js(workspace: &Workspace, browser: &Browser) -> Result<()> {
    let sh = &workspace.sh;
    println!("\nThe engine beside plain JavaScript (the first time about 2 minutes).");
    tools::ensure(workspace)?;
    let folder = workspace.target.join("engine-bench");

    module(workspace, &folder.join("page"), "page", &workspace.target, &[])?;
    let vectors = lab::vector_target(workspace);
    let lab = folder.join("lab");
    module(workspace, &lab, "lab", &vectors, lab::VECTOR_FLAGS)?;
    lab::optimize(workspace, &lab.join("buildout_engine_bench_bg.wasm"), lab::VECTOR_FEATURES)?;

    let plain = folder.join("plain.mjs");
    let bundled = ["--bundle", "--minify", "--format=esm", "--log-level=warning"];
    cmd!(sh, "esbuild benches/plain-js/work.mjs {bundled...} --outfile={plain}")
        .run()
        .context("esbuild could not bundle the model in plain JavaScript")?;

    cmd!(sh, "cargo build --quiet --release --package {ENGINE_PACKAGE} --bin {ENGINE_PACKAGE}")
        .run()
        .context("the engine could not be built natively")?;
    let program =
        workspace.target.join("release").join(format!("{ENGINE_PACKAGE}{}", env::consts::EXE_SUFFIX));
    ensure!(program.is_file(), "{ENGINE_PACKAGE} was built, but {} is not there", program.display());

    cmd!(sh, "node benches/engine.mjs {folder} {program}")
        .env("CHROME", &browser.chrome)
        .run()
        .context("the engine could not be timed")
}

/// Writes the engine as a module for the web into a folder, compiled as the page is or as its lab is.
fn module(
    workspace: &Workspace,
    folder: &Path,
    profile: &str,
    target: &Path,
    rustflags: &[&str],
) -> Result<()> {
    let sh = &workspace.sh;
    let options = ["--quiet", "--package", ENGINE_PACKAGE, "--lib", "--target", tools::WASM_TARGET];
    let cargo = cmd!(sh, "cargo build {options...} --profile {profile} --target-dir {target}");
    wasm_flags::set(workspace, cargo, rustflags)?
        .run()
        .context("the engine could not be built for WebAssembly")?;
    let module = target.join(tools::WASM_TARGET).join(profile).join("buildout_engine_bench.wasm");
    cmd!(sh, "wasm-bindgen --target web --no-typescript --out-dir {folder} {module}")
        .run()
        .context("wasm-bindgen could not write the module")
}
