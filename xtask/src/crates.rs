//! The crates in `Cargo.lock`: what cargo says of them, and their checksums.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::cmd;

use crate::workspace::Workspace;

/// A crate in one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CrateId {
    /// Its name.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: String,
}

impl fmt::Display for CrateId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}@{}", self.name, self.version)
    }
}

/// One crate in the version that `Cargo.lock` settles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Crate {
    /// Its name and version.
    pub(crate) id: CrateId,
    /// What it says of itself.
    pub(crate) description: Option<String>,
    /// Its licence as an SPDX expression.
    pub(crate) license: Option<String>,
    /// Whether it comes from a registry; the others are this repository's own.
    pub(crate) from_registry: bool,
    /// The folder of its `Cargo.toml`.
    pub(crate) folder: PathBuf,
}

/// All crates that `Cargo.lock` names, for every platform.
///
/// # Errors
/// If cargo cannot say, or says it in another form.
pub(crate) fn all(workspace: &Workspace) -> Result<Vec<Crate>> {
    let sh = &workspace.sh;
    let json = cmd!(sh, "cargo metadata --format-version 1 --locked").quiet().read()?;
    let metadata: Value = serde_json::from_str(&json).context("cargo metadata did not answer in JSON")?;
    let packages = metadata.get("packages").and_then(Value::as_array);
    packages
        .into_iter()
        .flatten()
        .map(|package| {
            read(package).with_context(|| format!("cargo metadata has an incomplete package: {package}"))
        })
        .collect()
}

fn read(package: &Value) -> Option<Crate> {
    let text = |key| package.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(Crate {
        id: CrateId { name: text("name")?, version: text("version")? },
        description: text("description"),
        // Older crates write `/` for `OR`.
        license: text("license").map(|license| {
            let choices: Vec<&str> = license.split('/').map(str::trim).collect();
            choices.join(" OR ")
        }),
        from_registry: text("source").is_some(),
        folder: Path::new(&text("manifest_path")?).parent()?.to_path_buf(),
    })
}

/// The checksums that `Cargo.lock` holds, SHA-256 in hexadecimal. Crates of this repository have none.
///
/// # Errors
/// If the lock file cannot be read.
pub(crate) fn checksums(workspace: &Workspace) -> Result<BTreeMap<CrateId, String>> {
    let path = workspace.root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(checksums_in(&lock))
}

fn checksums_in(lock: &str) -> BTreeMap<CrateId, String> {
    let packages = lock.split("[[package]]").skip(1);
    packages
        .filter_map(|package| {
            let text = |key: &str| {
                let rest = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
                rest.and_then(|rest| rest.strip_suffix('"')).map(str::to_owned)
            };
            Some((CrateId { name: text("name")?, version: text("version")? }, text("checksum")?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{checksums_in, read};

    #[test]
    fn licences_are_read_as_spdx_expressions() {
        let check = |license: Option<&str>, expected: Option<&str>| {
            let package = json!({
                "name": "some", "version": "1.0.0", "license": license, "source": null, "manifest_path": "/some/Cargo.toml",
            });
            let found = read(&package).unwrap();
            assert_eq!(found.license.as_deref(), expected);
            assert!(!found.from_registry);
        };
        check(Some("MIT OR Apache-2.0"), Some("MIT OR Apache-2.0"));
        check(Some("MIT/Apache-2.0"), Some("MIT OR Apache-2.0"));
        check(Some("Apache-2.0 / MIT"), Some("Apache-2.0 OR MIT"));
        check(None, None);
        assert_eq!(read(&json!({ "name": "some" })), None);
    }
    #[test]
    fn checksums_are_those_of_the_exact_version() {
        let lock = "version = 4\n\n[[package]]\nname = \"own\"\nversion = \"0.1.0\"\ndependencies = [\n \"syn 2.0.1\",\n]\n\n\
                    [[package]]\nname = \"syn\"\nversion = \"2.0.1\"\nsource = \"x\"\nchecksum = \"0a\"\n\n\
                    [[package]]\nname = \"syn\"\nversion = \"3.0.0\"\nsource = \"x\"\nchecksum = \"1b\"\n";
        let found: Vec<String> =
            checksums_in(lock).into_iter().map(|(id, checksum)| format!("{id} {checksum}")).collect();
        assert_eq!(found, ["syn@2.0.1 0a", "syn@3.0.0 1b"]);
    }
}
