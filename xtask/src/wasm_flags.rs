//! What rustc is told when it compiles for the page: where the sources are must not show in what becomes of them.
//!
//! A panic carries the path of its source file. Without these flags the paths of the machine that built would stand in every
//! module: no two machines would build the same bytes, and readers would learn the name of whoever built the page.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Cmd, cmd};

use crate::crates;
use crate::workspace::Workspace;

/// Cargo adds these flags to those of `.cargo/config.toml`, for wasm alone: build scripts and macros are compiled as ever.
const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Sets the flags of a command that compiles for wasm: those of every such command, and `more`.
///
/// # Errors
/// If cargo or rustc cannot say where things are.
pub(crate) fn set<'a>(workspace: &Workspace, command: Cmd<'a>, more: &[&str]) -> Result<Cmd<'a>> {
    let paths = hidden_paths(workspace)?;
    let remaps = paths.iter().filter_map(|(from, to)| remap(from, to));
    let flags: Vec<String> = remaps.chain(more.iter().map(|flag| (*flag).to_owned())).collect();
    // Where one of these is set, cargo looks at no other flags.
    Ok(command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS").env(VARIABLE, flags.join(" ")))
}

/// Makes sure that no folder of this machine would show in the page. One that cannot be hidden does no harm to whoever builds
/// for themselves.
///
/// # Errors
/// If there is one; the message names it.
pub(crate) fn ensure_hidden(workspace: &Workspace) -> Result<()> {
    for (from, to) in hidden_paths(workspace)? {
        ensure!(
            remap(&from, &to).is_some(),
            "a page built with {} would hold that path: one with spaces, or not in Unicode, cannot be kept out of it; move the \
             repository, CARGO_HOME or CARGO_TARGET_DIR",
            from.display()
        );
    }
    Ok(())
}

/// Folders of this machine, and what stands for them. Of two that fit, rustc takes the later.
fn hidden_paths(workspace: &Workspace) -> Result<Vec<(PathBuf, String)>> {
    let sh = &workspace.sh;
    let mut paths = vec![
        (workspace.root.clone(), "/buildout".to_owned()),
        (workspace.target.clone(), "/buildout/target".to_owned()),
    ];
    let registries: BTreeSet<PathBuf> = crates::all(workspace)?
        .into_iter()
        .filter(|found| found.from_registry)
        .filter_map(|found| found.folder.parent().map(Path::to_path_buf))
        .collect();
    paths.extend(registries.into_iter().map(|folder| (folder, "/crates".to_owned())));

    // Where the source of the standard library is installed, rustc names it; elsewhere it names the commit.
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    let about = cmd!(sh, "rustc --version --verbose").quiet().read()?;
    let commit = about
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .context("rustc does not say which commit it was made from")?;
    paths.push((Path::new(&sysroot).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")));
    Ok(paths)
}

/// The flag, or none where cargo would take the path for several flags.
fn remap(from: &Path, to: &str) -> Option<String> {
    let from = from.to_str().filter(|text| !text.contains(char::is_whitespace))?;
    Some(format!("--remap-path-prefix={from}={to}"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::remap;

    #[test]
    fn a_path_becomes_one_flag_or_none() {
        let check = |from: &str, expected: Option<&str>| {
            assert_eq!(remap(Path::new(from), "/buildout").as_deref(), expected, "{from}");
        };
        check("/somewhere/page", Some("--remap-path-prefix=/somewhere/page=/buildout"));
        check("/some=where", Some("--remap-path-prefix=/some=where=/buildout"));
        check("/some where/page", None);
        check("/some\twhere", None);
    }
}
