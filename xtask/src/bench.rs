//! `cargo xtask bench`: how long the engine takes natively, and the page in Chromium.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::cli::Bench;
use crate::workspace::Workspace;
use crate::{browser, node, page, tools};

/// Runs the native benchmarks, then times a drag on the built page.
///
/// # Errors
/// If a benchmark fails or the page does not build.
pub(crate) fn bench(workspace: &Workspace, options: &Bench) -> Result<()> {
    let sh = &workspace.sh;
    if !options.page_only {
        println!("Native benchmarks (the first time about 4 minutes).");
        cmd!(sh, "cargo bench --package buildout-model --bench run")
            .run()
            .context("native benchmarks failed")?;
    }
    engine_in_wasm(workspace)?;
    node::ensure(workspace)?;
    let browser = browser::ensure(workspace)?;
    page::ensure_built(workspace)?;
    println!("\nTiming a drag on the page in headless Chromium (about 20 seconds).");
    cmd!(sh, "node tests/e2e/bench.mjs")
        .env("CHROME", &browser.chrome)
        .run()
        .context("the page could not be timed")
}

/// Times the model as a bare WebAssembly module, without a page around it.
fn engine_in_wasm(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    println!("\nThe model in WebAssembly (the first time about a minute).");
    tools::ensure(workspace)?;
    let profile = ["--profile", "page", "--target", tools::WASM_TARGET];
    cmd!(sh, "cargo build --quiet --package buildout-engine-bench {profile...}")
        .run()
        .context("the model could not be built for WebAssembly")?;
    let module = workspace.target.join(tools::WASM_TARGET).join("page/buildout_engine_bench.wasm");
    cmd!(sh, "wasm-bindgen --target experimental-nodejs-module --out-dir target/engine-bench {module}")
        .run()
        .context("wasm-bindgen could not write the module")?;
    cmd!(sh, "node benches/engine.mjs target/engine-bench").run().context("the model could not be timed")
}
