//! Compiling the targets with the instruments of libFuzzer.
//!
//! cargo-fuzz would do the same; it takes as long to compile as all targets do, and gives no more than these flags. `fuzz/` is laid out
//! as it expects, so whoever has it may use it: `cargo fuzz run --sanitizer none --no-trace-compares links`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Cmd, cmd};

use crate::apt;
use crate::workspace::Workspace;

/// Counters on every edge, from the compiler's own passes, so that the stable toolchain has them. Comparisons are not recorded: that
/// takes more than half of the time, and the seeds and the dictionary have the words that texts are compared with.
const INSTRUMENTS: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-simplifycfg-branch-fold-threshold=0 \
    --cfg fuzzing";

const HOW_TO_INSTALL: &str = "\
libFuzzer is compiled with a C++ compiler. Install one:
  Debian, Ubuntu:  sudo apt-get install g++
  Fedora:          sudo dnf install gcc-c++
  Arch:            sudo pacman -S gcc
  macOS:           xcode-select --install
or set CXX to its program";

/// The folder that everything about fuzzing is written to.
pub(super) fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("fuzz")
}

/// Compiles every target and returns the folder of the programs.
///
/// # Errors
/// If there is no C++ compiler, or a target does not compile.
pub(super) fn build(workspace: &Workspace) -> Result<PathBuf> {
    ensure_compiler(workspace)?;
    let host = host(workspace)?;
    instrumented(workspace, cmd!(workspace.sh, "cargo build --quiet"), &host)
        .run()
        .context("the fuzz targets could not be built")?;
    Ok(folder(workspace).join(host).join("release"))
}

/// Whether the targets are formatted and without warnings: they are a workspace of their own, so no other step looks at them.
///
/// # Errors
/// Where they are not.
pub(super) fn lint(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    let manifest = manifest(workspace);
    cmd!(sh, "cargo fmt --manifest-path {manifest} -- --check")
        .run()
        .context("the fuzz targets are not formatted; run `cargo fmt` in fuzz/")?;
    ensure_compiler(workspace)?;
    // With the flags of the build, so that what it takes in common with this is compiled once.
    let clippy = instrumented(workspace, cmd!(sh, "cargo clippy --quiet"), &host(workspace)?);
    Ok(clippy.args(["--", "-D", "warnings"]).run()?)
}

fn manifest(workspace: &Workspace) -> PathBuf {
    workspace.root.join("fuzz").join("Cargo.toml")
}

fn instrumented<'a>(workspace: &Workspace, cargo: Cmd<'a>, host: &str) -> Cmd<'a> {
    cargo
        .args(["--locked", "--release", "--manifest-path"])
        .arg(manifest(workspace))
        // With a target, build scripts and macros are compiled without the flags.
        .args(["--target", host, "--target-dir"])
        .arg(folder(workspace))
        .env("RUSTFLAGS", INSTRUMENTS)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
}

/// The platform of the compiler.
fn host(workspace: &Workspace) -> Result<String> {
    let sh = &workspace.sh;
    let version = cmd!(sh, "rustc --version --verbose").quiet().read().context("rustc does not run")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not say what it compiles for")?.to_owned())
}

fn ensure_compiler(workspace: &Workspace) -> Result<()> {
    let is_found = || {
        workspace.sh.var_os("CXX").is_some()
            || ["c++", "cl"].iter().any(|program| workspace.which(program).is_some())
            || cfg!(windows) && Path::new("C:\\Program Files\\Microsoft Visual Studio").is_dir()
    };
    if is_found() { Ok(()) } else { apt::install(workspace, &["g++"], "about 1 minute", HOW_TO_INSTALL) }
}
