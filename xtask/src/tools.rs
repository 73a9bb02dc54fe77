//! The wasm target and the pinned cargo tools: trunk builds the page, wasm-bindgen-cli makes the glue and runs the wasm tests,
//! cargo-deny audits what they are made of.
//!
//! A tool on the `PATH` is used where its version fits. Otherwise it is installed once per version under
//! `$BUILDOUT_TOOLS`, or `buildout/tools` in the user's cache folder, outside `target/` so that `cargo clean` keeps it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::workspace::Workspace;

/// The target of the page.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The last trunk that the workspace's `rust-version` compiles.
const TRUNK_VERSION: &str = "0.21.14";

/// The cargo-deny that `deny.toml` is written for.
const CARGO_DENY_VERSION: &str = "0.20.2";

/// A program installed from crates.io.
struct CargoTool {
    package: &'static str,
    /// The programs this project runs; the first one prints the version.
    programs: &'static [&'static str],
    version: String,
    install_args: &'static [&'static str],
    minutes: u32,
}

/// Makes sure of the wasm target, trunk and wasm-bindgen, and puts the tools on the `PATH`.
///
/// # Errors
/// If something is missing and cannot be installed.
pub(crate) fn ensure(workspace: &Workspace) -> Result<()> {
    ensure_wasm_target(workspace)?;
    let tools = [
        CargoTool {
            package: "wasm-bindgen-cli",
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            // The tool and the library speak a private format to each other: their versions must be equal.
            version: workspace.locked_version("wasm-bindgen")?,
            install_args: &[],
            minutes: 4,
        },
        CargoTool {
            package: "trunk",
            programs: &["trunk"],
            version: TRUNK_VERSION.to_owned(),
            install_args: &["--no-default-features", "--features", "rustls"],
            minutes: 5,
        },
    ];
    tools.iter().try_for_each(|tool| ensure_tool(workspace, tool))
}

/// Makes sure of cargo-deny, and puts it on the `PATH`.
///
/// # Errors
/// If it is missing and cannot be installed.
pub(crate) fn ensure_cargo_deny(workspace: &Workspace) -> Result<()> {
    let tool = CargoTool {
        package: "cargo-deny",
        programs: &["cargo-deny"],
        version: CARGO_DENY_VERSION.to_owned(),
        install_args: &[],
        minutes: 3,
    };
    ensure_tool(workspace, &tool)
}

fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read().context("rustc does not run")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir() {
        return Ok(());
    }
    println!("Installing the Rust target {WASM_TARGET} (some seconds).");
    cmd!(sh, "rustup target add {WASM_TARGET}").run().with_context(|| {
        format!("the Rust target {WASM_TARGET} is missing; install it with rustup or from your distribution")
    })
}

/// Puts the tool's folder on the `PATH`, unless the programs found there already fit.
fn ensure_tool(workspace: &Workspace, tool: &CargoTool) -> Result<()> {
    if on_path(workspace, tool) {
        return Ok(());
    }
    let root = tools_dir()?.join(format!("{}-{}", tool.package, tool.version));
    let bin = root.join("bin");
    let installed = || {
        tool.programs
            .iter()
            .all(|program| bin.join(format!("{program}{}", env::consts::EXE_SUFFIX)).is_file())
    };
    if !installed() {
        install(workspace, tool, &root)?;
    }
    anyhow::ensure!(
        installed(),
        "{} {} was installed to {} but is not there",
        tool.package,
        tool.version,
        bin.display()
    );
    workspace.prepend_path(&[&bin])
}

fn on_path(workspace: &Workspace, tool: &CargoTool) -> bool {
    let sh = &workspace.sh;
    let Some((first, others)) = tool.programs.split_first() else { return false };
    others.iter().all(|program| workspace.which(program).is_some())
        && workspace.which(first).is_some()
        && cmd!(sh, "{first} --version")
            .quiet()
            .ignore_stderr()
            .read()
            .is_ok_and(|text| text.split_whitespace().nth(1) == Some(tool.version.as_str()))
}

fn install(workspace: &Workspace, tool: &CargoTool, root: &Path) -> Result<()> {
    let sh = &workspace.sh;
    let CargoTool { package, version, install_args, minutes, .. } = tool;
    let install_args = *install_args;
    let has_binstall = cmd!(sh, "cargo binstall -V").quiet().ignore_stdout().ignore_stderr().run().is_ok();
    if has_binstall {
        println!("Fetching {package} {version} with cargo-binstall (some seconds).");
        if cmd!(sh, "cargo binstall --no-confirm --root {root} {package}@{version}").run().is_ok() {
            return Ok(());
        }
        println!("cargo-binstall could not; compiling it instead.");
    }
    println!("Installing {package} {version}: compiled once, about {minutes} minutes on two cores.");
    // How fast these tools run hardly matters here; how long a newcomer waits for them does. In the ordinary release profile
    // trunk alone takes twice as long.
    cmd!(sh, "cargo install --quiet --locked --root {root} --version {version} {install_args...} {package}")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env_remove("CARGO_TARGET_DIR")
        .run()
        .with_context(|| format!("{package} {version} could not be installed"))
}

fn tools_dir() -> Result<PathBuf> {
    if let Some(dir) = env::var_os("BUILDOUT_TOOLS") {
        return Ok(std::path::absolute(dir)?);
    }
    let cache = env::var_os("XDG_CACHE_HOME")
        .or_else(|| env::var_os("LOCALAPPDATA"))
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .context("no home folder to keep tools in; set BUILDOUT_TOOLS to a folder")?;
    Ok(cache.join("buildout").join("tools"))
}
