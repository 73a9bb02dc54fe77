//! Node and the packages it runs here: those of the build, of the end-to-end tests and of the bench.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::freshness;
use crate::workspace::Workspace;

/// The oldest Node that the packages run under.
const NODE_MAJOR: u32 = 20;

/// npm is a script, which Windows only starts by its full name.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Makes sure that Node is there; its packages are not looked at.
///
/// # Errors
/// If Node is missing or too old.
pub(crate) fn ensure_node(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    let version = cmd!(sh, "node --version").quiet().ignore_stderr().read().map_err(|_| {
        anyhow::anyhow!(
            "Node is not on the PATH; install Node {NODE_MAJOR} or newer with npm (https://nodejs.org)"
        )
    })?;
    let major: Option<u32> =
        version.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok());
    if major.is_none_or(|major| major < NODE_MAJOR) {
        bail!("Node {version} is too old; install Node {NODE_MAJOR} or newer");
    }
    Ok(())
}

/// Makes sure of Node and of `node_modules/`, and puts its programs on the `PATH`.
///
/// # Errors
/// If Node is missing or too old, or its packages cannot be installed.
pub(crate) fn ensure(workspace: &Workspace) -> Result<()> {
    ensure_node(workspace)?;
    let sh = &workspace.sh;
    // npm knows no cheap answer to "is node_modules what the lock file says?", so it is written down after each install.
    // `npm ci` empties the folder first, the note with it.
    let lock = freshness::hash_paths(&workspace.root, &["package.json", "package-lock.json"])?;
    let modules = workspace.root.join("node_modules");
    let note: PathBuf = modules.join(".buildout-lock");
    if fs::read_to_string(&note).ok().as_deref() != Some(lock.as_str()) {
        println!("Installing Node packages as locked in package-lock.json (under a minute).");
        cmd!(sh, "{NPM} ci --no-audit --no-fund --loglevel=error")
            .run()
            .context("Node packages could not be installed")?;
        fs::write(&note, &lock).with_context(|| format!("cannot write {}", note.display()))?;
    }
    workspace.prepend_path(&[&modules.join(".bin")])
}
