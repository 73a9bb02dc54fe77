//! The engines of browsers that the page is tested in, beside Chromium: found, or installed from the distribution's packages.

use anyhow::{Result, bail};

use crate::apt;
use crate::workspace::Workspace;

/// An engine of browsers, as `tests/e2e/engines` knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
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

/// Makes sure of Firefox, of WebKitGTK with its driver, and of a display that nobody sees, which it needs.
///
/// # Errors
/// If one is missing and cannot be installed here; the message says what to install.
pub(crate) fn ensure_others(workspace: &Workspace) -> Result<()> {
    let missing = missing_packages(workspace);
    if !missing.is_empty() {
        apt::install(workspace, &missing, "about 2 minutes", HOW_TO_INSTALL)?;
    }
    match missing_packages(workspace).as_slice() {
        [] => Ok(()),
        _ => bail!("{HOW_TO_INSTALL}"),
    }
}

const HOW_TO_INSTALL: &str = "\
the tests in other engines need Firefox, WebKitGTK with its driver, and Xvfb. Install them:
  Debian:  sudo apt-get install firefox-esr webkit2gtk-driver xvfb
  Fedora:  sudo dnf install firefox webkit2gtk4.1 xorg-x11-server-Xvfb
  Arch:    sudo pacman -S firefox webkitgtk-6.0 xorg-server-xvfb
Without `--all-browsers` everything runs in Chromium alone";

/// Debian's names of what is not there.
fn missing_packages(workspace: &Workspace) -> Vec<&'static str> {
    let is_there = |names: &[&str]| names.iter().any(|name| workspace.which(name).is_some());
    let mut packages = Vec::new();
    if !is_there(&["firefox-esr", "firefox"]) {
        packages.push("firefox-esr");
    }
    // The driver's package brings the library, and the library's its small browser.
    if !is_there(&["WebKitWebDriver"]) {
        packages.push("webkit2gtk-driver");
    }
    if !is_there(&["Xvfb"]) {
        packages.push("xvfb");
    }
    packages
}
