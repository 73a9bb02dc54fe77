//! LibreOffice Calc, which recalculates the workbooks: found where there is one, installed from the distribution's packages
//! where that is allowed.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::apt;
use crate::workspace::Workspace;

/// The variable that leaves out the tests which need LibreOffice.
pub(crate) const WITHOUT: &str = "BUILDOUT_WITHOUT_LIBREOFFICE";

const NAMES: &[&str] = &["soffice", "libreoffice"];
const PATHS: &[&str] = &[
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

const HOW_TO_INSTALL: &str = "\
the tests of workbooks recalculate them with LibreOffice Calc. Install it:
  Debian, Ubuntu:  sudo apt-get install --no-install-recommends libreoffice-calc
  Fedora:          sudo dnf install libreoffice-calc
  Arch:            sudo pacman -S libreoffice-fresh
  macOS:           brew install --cask libreoffice
or set SOFFICE to its program. `cargo xtask test --no-browser` does without where there is none";

/// The program, if there is one.
///
/// # Errors
/// If `SOFFICE` names what is not a program.
pub(crate) fn find(workspace: &Workspace) -> Result<Option<PathBuf>> {
    if let Some(value) = env::var_os("SOFFICE") {
        let path = workspace.root.join(&value);
        let found = if path.is_file() { Some(path) } else { workspace.which(&value.to_string_lossy()) };
        if found.is_none() {
            bail!("SOFFICE is set to `{}`, which is not a program", value.display());
        }
        return Ok(found);
    }
    let on_path = NAMES.iter().find_map(|name| workspace.which(name));
    Ok(on_path.or_else(|| PATHS.iter().map(PathBuf::from).find(|path| path.is_file())))
}

/// Makes sure of LibreOffice and returns its program.
///
/// # Errors
/// If it is missing and cannot be installed here; the message says what to install.
pub(crate) fn ensure(workspace: &Workspace) -> Result<PathBuf> {
    if let Some(program) = find(workspace)? {
        return Ok(program);
    }
    apt::install(workspace, &["libreoffice-calc"], "about 3 minutes", HOW_TO_INSTALL)?;
    match find(workspace)? {
        Some(program) => Ok(program),
        None => bail!("{HOW_TO_INSTALL}"),
    }
}
