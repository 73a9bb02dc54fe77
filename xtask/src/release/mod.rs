//! `cargo xtask release`: what is given to others, in `target/release-files/`.
//!
//! | file | what it is |
//! |---|---|
//! | `buildout-VERSION-model-M.tar.gz` | the page, to be unpacked on any static host |
//! | `buildout-VERSION-model-M.cdx.json` | its bill of materials, and the command's ([`sbom`]) |
//! | `SHA256SUMS` | the checksums of both, as `sha256sum --check` reads them |
//!
//! All three follow from the commit, the toolchain and the tools that the project pins: whoever builds the same commit gets the
//! same bytes, and [`check`] proves it.

mod archive;
mod check;
mod sbom;
mod tree;

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use xshell::cmd;

use crate::cli::Release;
use crate::workspace::Workspace;
use crate::{page, wasm_flags};

/// The variable by which builders agree on a time, in seconds since 1970 (reproducible-builds.org).
const SOURCE_DATE_EPOCH: &str = "SOURCE_DATE_EPOCH";
/// The file of checksums.
const CHECKSUMS: &str = "SHA256SUMS";

/// The two versions of a release.
pub(crate) struct Versions {
    /// Of the program: page, command and files. Semantic.
    program: &'static str,
    /// Of the model: figures of the same inputs change only with it.
    model: u32,
}

impl Versions {
    /// Reads them from the workspace.
    fn read(workspace: &Workspace) -> Result<Self> {
        // The headlines of each version of the model are frozen in a file, and a test holds these files and the model's own
        // number together.
        let folder = workspace.root.join("data").join("versions");
        let mut model = None;
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
            model = model.max(model_version_of(&entry?.file_name().to_string_lossy()));
        }
        let model = model.with_context(|| format!("{} names no version of the model", folder.display()))?;
        // All packages of the workspace have one version, this one too.
        Ok(Self { program: env!("CARGO_PKG_VERSION"), model })
    }

    /// The name that the files of a release begin with.
    fn name(&self) -> String {
        format!("buildout-{}-model-{}", self.program, self.model)
    }

    /// How the changelog calls them.
    fn in_words(&self) -> String {
        format!("program {}, model {}", self.program, self.model)
    }
}

fn model_version_of(file: &str) -> Option<u32> {
    file.strip_prefix("model-")?.strip_suffix(".csv")?.parse().ok()
}

/// Writes the files of a release and, if asked, builds them once more elsewhere and compares.
///
/// # Errors
/// If the working tree has changes of its own, the changelog does not know the versions, something does not build, or the second
/// build differs.
pub(crate) fn release(workspace: &Workspace, options: &Release) -> Result<()> {
    let folder = write(workspace)?;
    if options.check { check::check(workspace, &folder) } else { Ok(()) }
}

/// Writes the files and returns their folder.
fn write(workspace: &Workspace) -> Result<PathBuf> {
    let versions = Versions::read(workspace)?;
    let changelog =
        fs::read_to_string(workspace.root.join("CHANGELOG.md")).context("cannot read CHANGELOG.md")?;
    ensure!(
        changelog.contains(&versions.in_words()),
        "CHANGELOG.md has no section for {}",
        versions.in_words()
    );
    wasm_flags::ensure_hidden(workspace)?;
    let changed = time_of_change(workspace)?;
    page::ensure_built(workspace)?;

    let name = versions.name();
    let files = [
        (format!("{name}.cdx.json"), sbom::write(workspace, &versions)?.into_bytes()),
        (format!("{name}.tar.gz"), archive::pack(&workspace.dist(), &name, changed)?),
    ];
    let sums: String = files.iter().map(|(name, bytes)| format!("{}  {name}\n", sha256(bytes))).collect();

    let folder = workspace.target.join("release-files");
    if folder.is_dir() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for (name, bytes) in files.iter().chain([&(CHECKSUMS.to_owned(), sums.clone().into_bytes())]) {
        fs::write(folder.join(name), bytes).with_context(|| format!("cannot write {name}"))?;
    }
    println!("\n{}:\n{sums}", folder.display());
    Ok(folder)
}

/// When the sources were last changed: what the builder says, or the date of the commit.
fn time_of_change(workspace: &Workspace) -> Result<u64> {
    if let Some(text) = env::var_os(SOURCE_DATE_EPOCH) {
        let text = text.to_string_lossy();
        return text
            .parse()
            .with_context(|| format!("{SOURCE_DATE_EPOCH} is `{text}`, not a number of seconds since 1970"));
    }
    ensure_committed(workspace)?;
    let seconds = cmd!(workspace.sh, "git log -1 --format=%ct").quiet().read().with_context(|| {
        format!("no date for the files: this is no git repository; set {SOURCE_DATE_EPOCH}")
    })?;
    seconds.parse().with_context(|| format!("git says that the commit is of `{seconds}`"))
}

/// A release is of a commit: what is not in it cannot be built again by others.
fn ensure_committed(workspace: &Workspace) -> Result<()> {
    let changes = cmd!(workspace.sh, "git status --porcelain")
        .quiet()
        .read()
        .with_context(|| format!("git does not answer; outside a repository, set {SOURCE_DATE_EPOCH}"))?;
    ensure!(changes.is_empty(), "a release is of a commit, and these changes are in none:\n{changes}");
    Ok(())
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{Versions, model_version_of, sha256};

    #[test]
    fn a_release_is_named_after_both_versions() {
        let versions = Versions { program: "1.2.0", model: 12 };
        assert_eq!(versions.name(), "buildout-1.2.0-model-12");
        assert_eq!(versions.in_words(), "program 1.2.0, model 12");
    }

    #[test]
    fn the_model_has_the_version_of_its_latest_table() {
        let check = |file, expected| assert_eq!(model_version_of(file), expected, "{file}");
        check("model-1.csv", Some(1));
        check("model-12.csv", Some(12));
        check("model-1.csv~", None);
        check("README.md", None);
        assert_eq!(
            [None, Some(12), Some(2)].into_iter().max(),
            Some(Some(12)),
            "what is no table counts least"
        );
    }

    #[test]
    fn checksums_are_sha_256_in_hexadecimal() {
        // FIPS 180-4's own example.
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
