//! `cargo xtask bench`: how long the engine takes natively, and the page in Chromium.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::cli::Bench;
use crate::workspace::Workspace;
use crate::{browser, node, page};

/// Runs the native benchmarks, then times a drag on the built page.
///
/// # Errors
/// If a benchmark fails or the page does not build.
pub(crate) fn bench(workspace: &Workspace, options: &Bench) -> Result<()> {
    let sh = &workspace.sh;
    if !options.page_only {
        println!("Native benchmarks (the first time about 4 minutes).");
        cmd!(sh, "cargo bench --workspace").run().context("native benchmarks failed")?;
    }
    node::ensure(workspace)?;
    let browser = browser::ensure(workspace)?;
    page::ensure_built(workspace)?;
    println!("\nTiming a drag on the page in headless Chromium (about 20 seconds).");
    cmd!(sh, "node tests/e2e/bench.mjs")
        .env("CHROME", &browser.chrome)
        .run()
        .context("the page could not be timed")
}
