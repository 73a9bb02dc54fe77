//! `cargo xtask shots`: what the page looks like, as pictures.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::cli::Shots;
use crate::workspace::Workspace;
use crate::{browser, node, page};

/// Writes screenshots of the built page.
///
/// # Errors
/// If the page does not build or does not open.
pub(crate) fn shots(workspace: &Workspace, options: &Shots) -> Result<()> {
    let sh = &workspace.sh;
    node::ensure(workspace)?;
    let browser = browser::ensure(workspace)?;
    page::ensure_built(workspace)?;
    let (set, folder) = if options.readme {
        ("readme", workspace.root.join("docs").join("img"))
    } else {
        ("all", workspace.target.join("shots"))
    };
    cmd!(sh, "node tests/e2e/shots.mjs {set} {folder}")
        .env("CHROME", &browser.chrome)
        .env("BUILDOUT_DIST", workspace.dist())
        .run()
        .context("the screenshots could not be taken")
}
