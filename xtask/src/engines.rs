//! The engines of browsers that the page is tested in, beside Chromium: found, or installed from the distribution's packages.

use std::str::FromStr;

use anyhow::{Error, Result, bail};

use crate::apt;
use crate::workspace::Workspace;

/// An engine of browsers, as `tests/e2e/engines` knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// The engines that the page is tested in beside Chromium.
pub(crate) const OTHERS: [Engine; 2] = [Engine::Firefox, Engine::WebKit];

impl FromStr for Engine {
    type Err = Error;

    fn from_str(id: &str) -> Result<Self> {
        let Some(engine) = OTHERS.into_iter().find(|engine| engine.id() == id) else {
            bail!("`{id}` is none of the engines beside Chromium: {}", OTHERS.map(Engine::id).join(", "))
        };
        Ok(engine)
    }
}

impl Engine {
    /// What the tests call it in `BROWSER`.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// How to speak of it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "WebKit",
        }
    }
}

/// Makes sure of these engines: Firefox, or WebKitGTK with its driver and a display that nobody sees, which it needs.
///
/// # Errors
/// If one is missing and cannot be installed here; the message says what to install.
pub(crate) fn ensure(workspace: &Workspace, engines: &[Engine]) -> Result<()> {
    let missing = missing_packages(workspace, engines);
    if !missing.is_empty() {
        apt::install(workspace, &missing, "about 2 minutes", HOW_TO_INSTALL)?;
    }
    match missing_packages(workspace, engines).as_slice() {
        [] => Ok(()),
        _ => bail!("{HOW_TO_INSTALL}"),
    }
}

const HOW_TO_INSTALL: &str = "\
the tests in other engines need Firefox, or WebKitGTK with its driver and Xvfb. Install them:
  Debian:  sudo apt-get install firefox-esr webkit2gtk-driver xvfb
  Fedora:  sudo dnf install firefox webkit2gtk4.1 xorg-x11-server-Xvfb
  Arch:    sudo pacman -S firefox webkitgtk-6.0 xorg-server-xvfb
Without `--also` and `--all-browsers` everything runs in Chromium alone";

/// Debian's names of what is not there.
fn missing_packages(workspace: &Workspace, engines: &[Engine]) -> Vec<&'static str> {
    let needed: &[(Engine, &[&str], &str)] = &[
        (Engine::Firefox, &["firefox-esr", "firefox"], "firefox-esr"),
        // The driver's package brings the library, and the library's its small browser.
        (Engine::WebKit, &["WebKitWebDriver"], "webkit2gtk-driver"),
        (Engine::WebKit, &["Xvfb"], "xvfb"),
    ];
    let is_missing = |names: &[&str]| names.iter().all(|name| workspace.which(name).is_none());
    let missing = needed.iter().filter(|(engine, names, _)| engines.contains(engine) && is_missing(names));
    missing.map(|(.., package)| *package).collect()
}

#[cfg(test)]
mod tests {
    use super::{Engine, OTHERS};

    #[test]
    fn an_engine_is_read_by_its_name_and_others_are_refused() {
        for engine in OTHERS {
            assert_eq!(engine.id().parse::<Engine>().unwrap(), engine);
        }
        let error = "chromium".parse::<Engine>().unwrap_err().to_string();
        assert_eq!(error, "`chromium` is none of the engines beside Chromium: firefox, webkit");
    }
}
