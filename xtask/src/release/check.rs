//! Whether a release can be built again: once more from nothing, in another folder, with another folder of cargo's, and compared
//! byte by byte.

use std::env;
use std::fs;
use std::fs::File;
use std::path::Path;
use std::process;

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use super::{CHECKSUMS, SOURCE_DATE_EPOCH, archive, ensure_committed, time_of_change};
use crate::workspace::Workspace;

/// Builds the commit again and compares it with the files in `folder`.
///
/// # Errors
/// If the second build fails, or differs: the message names the first file that does.
pub(crate) fn check(workspace: &Workspace, folder: &Path) -> Result<()> {
    ensure_committed(workspace)?;
    let elsewhere = env::temp_dir().join(format!("buildout-release-check-{}", process::id()));
    println!("Building the same commit again in {}, from nothing (about 10 minutes).", elsewhere.display());
    let again = build(workspace, &elsewhere)?;
    compare(folder, &again)
        .with_context(|| format!("the second build is kept in {}", elsewhere.display()))?;
    let sums = fs::read_to_string(folder.join(CHECKSUMS))?;
    fs::remove_dir_all(&elsewhere).with_context(|| format!("cannot remove {}", elsewhere.display()))?;
    println!("\nThe second build is the same, byte for byte:\n{sums}");
    Ok(())
}

/// Builds the commit in a folder that nothing was built in, and returns the folder of the files.
fn build(workspace: &Workspace, elsewhere: &Path) -> Result<std::path::PathBuf> {
    let copy = elsewhere.join("a").join("copy");
    let cargo_home = elsewhere.join("cargo");
    fs::create_dir_all(&copy).with_context(|| format!("cannot create {}", copy.display()))?;
    fs::create_dir_all(&cargo_home).with_context(|| format!("cannot create {}", cargo_home.display()))?;

    let source = elsewhere.join("source.tar");
    cmd!(workspace.sh, "git archive --format=tar --output={source} HEAD").quiet().run()?;
    tar::Archive::new(File::open(&source)?)
        .unpack(&copy)
        .with_context(|| format!("cannot unpack {}", source.display()))?;
    // Where someone reaches crates.io by another way, their configuration says so.
    let old_home =
        env::var_os("CARGO_HOME").map(Into::into).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    if let Some(config) = old_home.map(|home| home.join("config.toml")).filter(|config| config.is_file()) {
        fs::copy(&config, cargo_home.join("config.toml"))?;
    }

    let sh = Shell::new()?;
    sh.change_dir(&copy);
    cmd!(sh, "cargo xtask release")
        .env("CARGO_HOME", &cargo_home)
        .env(SOURCE_DATE_EPOCH, time_of_change(workspace)?.to_string())
        .env_remove("CARGO_TARGET_DIR")
        .run()
        .context("the second build failed")?;
    Ok(copy.join("target").join("release-files"))
}

/// Compares two folders of release files.
fn compare(first: &Path, second: &Path) -> Result<()> {
    let names = |folder: &Path| -> Result<Vec<String>> {
        let mut names = vec![];
        for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    };
    let (files, others) = (names(first)?, names(second)?);
    if files != others {
        bail!("the first build made {}, the second {}", files.join(", "), others.join(", "));
    }
    // The checksums differ where anything does, and say the least about it.
    for name in files.iter().filter(|name| *name != CHECKSUMS) {
        let (bytes, other) = (fs::read(first.join(name))?, fs::read(second.join(name))?);
        if bytes == other {
            continue;
        }
        if name.ends_with(".tar.gz") {
            match archive::first_difference(&bytes, &other)? {
                Some(difference) => bail!("{name} differs: {difference}"),
                None => {
                    bail!("{name} differs, though the same files are in it: it was packed in another way")
                }
            }
        }
        bail!("{name} differs");
    }
    if fs::read(first.join(CHECKSUMS))? != fs::read(second.join(CHECKSUMS))? {
        bail!("{CHECKSUMS} differs, though the files do not");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::compare;

    #[test]
    fn any_difference_between_two_releases_is_found() {
        let root = env_folder();
        let write = |side: &str, files: &[(&str, &str)]| {
            let folder = root.join(side);
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).unwrap();
            for (name, text) in files {
                fs::write(folder.join(name), text).unwrap();
            }
            folder
        };
        let first = write("first", &[("a.cdx.json", "{}"), ("SHA256SUMS", "0")]);
        let check = |files: &[(&str, &str)], expected: Option<&str>| {
            let found = compare(&first, &write("second", files)).err().map(|error| error.to_string());
            assert_eq!(found.as_deref(), expected);
        };
        check(&[("a.cdx.json", "{}"), ("SHA256SUMS", "0")], None);
        check(&[("a.cdx.json", "[]"), ("SHA256SUMS", "0")], Some("a.cdx.json differs"));
        check(
            &[("a.cdx.json", "{}"), ("SHA256SUMS", "1")],
            Some("SHA256SUMS differs, though the files do not"),
        );
        check(
            &[("b.cdx.json", "{}"), ("SHA256SUMS", "0")],
            Some("the first build made SHA256SUMS, a.cdx.json, the second SHA256SUMS, b.cdx.json"),
        );
        fs::remove_dir_all(root).unwrap();
    }

    fn env_folder() -> std::path::PathBuf {
        std::env::temp_dir().join(format!("xtask-release-{}", std::process::id()))
    }
}
