//! The lab: the worker that does many runs, compiled for vectors of numbers, and once more for browsers without them.
//!
//! Trunk compiles everything with the same flags, and a module with a single vector instruction does not open where there are
//! none. So the lab is compiled here, in a hook of Trunk's build.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::tools::{self, WASM_TARGET};
use crate::wasm_flags;
use crate::workspace::Workspace;

/// What wasm-opt may use: the features that rustc's target has, one by one, as for the page.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What rustc is told of vectors.
pub(crate) const VECTOR_FLAGS: &[&str] = &["-C", "target-feature=+simd128"];

/// What wasm-opt is told of them.
pub(crate) const VECTOR_FEATURES: &[&str] = &["--enable-simd"];

/// Where cargo keeps what it compiled for vectors, apart from the rest, which it would compile again each time.
pub(crate) fn vector_target(workspace: &Workspace) -> PathBuf {
    workspace.target.join("simd")
}

/// Builds the lab into the folder in which Trunk puts the page together.
///
/// # Errors
/// If a tool is missing, or the lab does not build.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    tools::ensure(workspace)?;
    let out = env::var_os("TRUNK_STAGING_DIR").map_or_else(|| workspace.dist(), PathBuf::from);
    one(workspace, &out, "buildout-lab-plain", &workspace.target, &[], &[])?;
    one(workspace, &out, "buildout-lab", &vector_target(workspace), VECTOR_FLAGS, VECTOR_FEATURES)
}

fn one(
    workspace: &Workspace,
    out: &Path,
    name: &str,
    target: &Path,
    rustflags: &[&str],
    features: &[&str],
) -> Result<()> {
    let sh = &workspace.sh;
    let options =
        ["--quiet", "--locked", "--package", "buildout-lab", "--bin", "buildout-lab", "--profile", "lab"];
    let cargo = cmd!(sh, "cargo build {options...} --target {WASM_TARGET} --target-dir {target}");
    wasm_flags::set(workspace, cargo, rustflags)?.run().with_context(|| format!("{name} did not build"))?;
    let module = target.join(WASM_TARGET).join("lab").join("buildout-lab.wasm");
    cmd!(sh, "wasm-bindgen --target no-modules --no-typescript --out-name {name} --out-dir {out} {module}")
        .run()
        .with_context(|| format!("wasm-bindgen could not write {name}"))?;
    optimize(workspace, &out.join(format!("{name}_bg.wasm")), features)
}

/// Makes a module fast: it is fetched when it is first needed, and then works for its living.
///
/// # Errors
/// If wasm-opt cannot read it.
pub(crate) fn optimize(workspace: &Workspace, module: &Path, features: &[&str]) -> Result<()> {
    cmd!(workspace.sh, "wasm-opt -O3 {WASM_FEATURES...} {features...} {module} -o {module}")
        .run()
        .with_context(|| format!("wasm-opt could not shorten {}", module.display()))
}
