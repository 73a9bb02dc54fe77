//! The release page in `dist/`.
//!
//! Trunk compiles the page and runs wasm-bindgen and wasm-opt; `Trunk.toml` and `index.html` say how. Trunk fetches tools that
//! it does not find, so all of them are put on the `PATH` first, in the versions it looks for.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::workspace::Workspace;
use crate::{freshness, node, tools, wasm_flags};

/// Everything that decides what the page becomes. `package-lock.json` settles the version of wasm-opt.
const INPUTS: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "Trunk.toml",
    "index.html",
    "package-lock.json",
    "src",
    "crates",
    "data",
    "style",
    "pwa",
    "public",
    "assets",
    "locales",
    "xtask/markers.mjs",
    "xtask/minify.mjs",
    "xtask/offline.mjs",
    "xtask/policy.mjs",
    "xtask/src/lab.rs",
    "xtask/src/page.rs",
    "xtask/src/wasm_flags.rs",
];

/// Writes the page to `dist/` unless it is there and still good, and prints its sizes.
///
/// # Errors
/// If a tool is missing and cannot be installed, or the build fails.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    if !ensure_built(workspace)? {
        println!("dist/ is up to date.");
    }
    print_sizes(workspace)
}

/// Writes the page to `dist/` unless it is there and still good. Returns whether it had to.
///
/// # Errors
/// As [`build`].
pub(crate) fn ensure_built(workspace: &Workspace) -> Result<bool> {
    let inputs = hash_inputs(workspace)?;
    if fs::read_to_string(stamp_path(workspace)).ok() == Some(stamp(workspace, &inputs)?) {
        return Ok(false);
    }
    tools::ensure(workspace)?;
    node::ensure(workspace)?;
    println!(
        "Building the page into dist/ (the first time about 4 minutes on two cores, later less than one)."
    );
    let sh = &workspace.sh;
    let trunk = cmd!(sh, "trunk --skip-version-check build --release --locked");
    wasm_flags::set(workspace, trunk, &[])?
        // Trunk takes `NO_COLOR=1`, which many people have set, for a bad value of its own flag.
        .env_remove("NO_COLOR")
        // A page and its worker are compiled apart; by this they know that they belong together.
        .env("BUILDOUT_BUILD", build_id(workspace)?)
        .run()
        .context("the page did not build")?;
    ensure!(
        workspace.dist().join("index.html").is_file(),
        "trunk reported success but wrote no dist/index.html"
    );

    put_first_paint(workspace)?;
    let dist = workspace.dist();
    cmd!(sh, "node xtask/markers.mjs {dist}")
        .run()
        .context("the page could not be made the same on every machine")?;
    cmd!(sh, "node xtask/policy.mjs {dist} src/start.js")
        .run()
        .context("the page could not be given its policy")?;
    cmd!(sh, "node xtask/minify.mjs {dist}")
        .run()
        .context("the scripts and style sheets of the page could not be shortened")?;
    cmd!(sh, "node xtask/offline.mjs {dist} pwa/sw.js")
        .run()
        .context("the page could not be made to work without a network")?;

    // The inputs as they were before the build: a file saved meanwhile makes the next build start again.
    let path = stamp_path(workspace);
    let text = stamp(workspace, &inputs)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(true)
}

/// Where `index.html` takes what it shows before the wasm has started.
const FIRST_PAINT: &str = "<!-- first paint -->";

/// Puts the finished default scenario into the page, so that a reader sees it before anything has run.
fn put_first_paint(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    let html = cmd!(sh, "cargo run --quiet --package buildout-figures --features svg --example first_paint")
        .read()
        .context("the first paint could not be drawn")?;
    let path = workspace.dist().join("index.html");
    let index = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    ensure!(index.contains(FIRST_PAINT), "{} has no place for the first paint", path.display());
    let page = index.replacen(FIRST_PAINT, &html, 1);
    fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))
}

/// Prints how large the page's files are, as they are and as a host sends them.
pub(crate) fn print_sizes(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    cmd!(sh, "node xtask/sizes.mjs dist").quiet().run().context("the sizes of dist/ cannot be measured")
}

fn stamp_path(workspace: &Workspace) -> PathBuf {
    workspace.target.join("xtask").join("page.stamp")
}

fn hash_inputs(workspace: &Workspace) -> Result<String> {
    let sh = &workspace.sh;
    let rustc = cmd!(sh, "rustc --version").quiet().read().context("rustc does not run")?;
    Ok(format!("{} {rustc}", freshness::hash_paths(&workspace.root, INPUTS)?))
}

/// What the compiled parts of the page are made of, as a short name.
fn build_id(workspace: &Workspace) -> Result<String> {
    freshness::hash_paths(&workspace.root, &["Cargo.lock", "Cargo.toml", "src", "crates", "data"])
}

/// What went in and what came out: a `dist/` that was deleted or changed by hand is no longer good either.
fn stamp(workspace: &Workspace, inputs: &str) -> Result<String> {
    Ok(format!("inputs {inputs}\ndist {}\n", freshness::hash_paths(&workspace.root, &["dist"])?))
}
