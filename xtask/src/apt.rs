//! Packages of Debian-like systems, installed where that is allowed.

use std::path::Path;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::workspace::Workspace;

/// Installs packages with apt-get.
///
/// # Errors
/// If that is not allowed here or fails; the message ends with `how_to_install`.
pub(crate) fn install(
    workspace: &Workspace,
    packages: &[&str],
    how_long: &str,
    how_to_install: &str,
) -> Result<()> {
    let sh = &workspace.sh;
    let Some(sudo) = may_install(workspace) else { bail!("{how_to_install}") };
    println!("Installing {} with apt-get ({how_long}).", packages.join(", "));
    // `env` starts the command with or without sudo before it, and sets what sudo would drop: a package that asks questions
    // would wait for ever where nobody answers.
    let settings = "DEBIAN_FRONTEND=noninteractive";
    cmd!(sh, "env {sudo...} apt-get update -q").run().context("the list of packages could not be updated")?;
    cmd!(sh, "env {sudo...} env {settings} apt-get install -y -q --no-install-recommends {packages...}")
        .run()
        .with_context(|| format!("{} could not be installed.\n{how_to_install}", packages.join(", ")))
}

/// How to run a command as root on a system with apt-get: as it is, through sudo without a password, or not at all.
fn may_install(workspace: &Workspace) -> Option<&'static [&'static str]> {
    let sh = &workspace.sh;
    if !Path::new("/etc/debian_version").is_file() || workspace.which("apt-get").is_none() {
        return None;
    }
    if cmd!(sh, "id -u").quiet().read().is_ok_and(|id| id == "0") {
        return Some(&[]);
    }
    let sudo = workspace.which("sudo").is_some()
        && cmd!(sh, "sudo -n true").quiet().ignore_stdout().ignore_stderr().run().is_ok();
    sudo.then_some(&["sudo", "-n"])
}
