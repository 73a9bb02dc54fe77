//! Headless Chromium and its driver: found where there is one, installed from the distribution's packages where that is allowed.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use xshell::cmd;

use crate::apt;
use crate::workspace::Workspace;

/// A Chromium and the driver that speaks WebDriver for it.
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) chrome: PathBuf,
    /// The driver's program.
    pub(crate) driver: PathBuf,
    /// Whether `CHROME` chose the browser, rather than the ordinary names.
    chosen: bool,
}

const CHROME_NAMES: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const CHROME_PATHS: &[&str] = &[
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// Makes sure of a browser and its driver.
///
/// # Errors
/// If one is missing and cannot be installed here; the message says what to install.
pub(crate) fn ensure(workspace: &Workspace) -> Result<Browser> {
    let missing = missing_packages(workspace)?;
    if !missing.is_empty() {
        apt::install(workspace, &missing, "about 2 minutes", HOW_TO_INSTALL)?;
    }
    match (find_chrome(workspace)?, find_driver(workspace)?) {
        (Some((chrome, chosen)), Some(driver)) => Ok(Browser { chrome, driver, chosen }),
        _ => bail!("{HOW_TO_INSTALL}"),
    }
}

impl Browser {
    /// The capabilities file for wasm-bindgen's test runner: the repository's `webdriver.json`, with the browser filled in
    /// where `CHROME` chose one that the driver would not find by itself.
    ///
    /// # Errors
    /// If the file cannot be read, is not what it should be, or the copy cannot be written.
    pub(crate) fn webdriver_json(&self, workspace: &Workspace) -> Result<PathBuf> {
        let source = workspace.root.join("webdriver.json");
        if !self.chosen {
            return Ok(source);
        }
        let text =
            fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
        let mut capabilities: Value =
            serde_json::from_str(&text).with_context(|| format!("{} is not JSON", source.display()))?;
        let options = capabilities.get_mut("goog:chromeOptions").and_then(Value::as_object_mut);
        let Some(options) = options else {
            bail!("{} has no object `goog:chromeOptions`", source.display());
        };
        options.insert("binary".to_owned(), self.chrome.to_string_lossy().into());
        let copy = workspace.target.join("xtask").join("webdriver.json");
        workspace.sh.write_file(&copy, capabilities.to_string())?;
        Ok(copy)
    }
}

const HOW_TO_INSTALL: &str = "\
the browser tests need Chromium (or Chrome) and its driver, in the same version. Install them:
  Debian, Ubuntu:  sudo apt-get install chromium chromium-driver
  Fedora:          sudo dnf install chromium chromedriver
  Arch:            sudo pacman -S chromium
  macOS:           brew install --cask google-chrome chromedriver
or set CHROME and CHROMEDRIVER to their programs. `cargo xtask test --no-browser` runs everything else";

fn find_chrome(workspace: &Workspace) -> Result<Option<(PathBuf, bool)>> {
    if let Some(path) = from_env(workspace, "CHROME")? {
        return Ok(Some((path, true)));
    }
    let on_path = CHROME_NAMES.iter().find_map(|name| workspace.which(name));
    let elsewhere = || CHROME_PATHS.iter().map(PathBuf::from).find(|path| path.is_file());
    Ok(on_path.or_else(elsewhere).map(|path| (path, false)))
}

fn find_driver(workspace: &Workspace) -> Result<Option<PathBuf>> {
    Ok(from_env(workspace, "CHROMEDRIVER")?.or_else(|| workspace.which("chromedriver")))
}

fn from_env(workspace: &Workspace, variable: &str) -> Result<Option<PathBuf>> {
    let Some(value) = env::var_os(variable) else { return Ok(None) };
    let path = workspace.root.join(&value);
    let found = if path.is_file() { Some(path) } else { workspace.which(&value.to_string_lossy()) };
    let Some(found) = found else {
        bail!("{variable} is set to `{}`, which is not a program", value.display());
    };
    Ok(Some(found))
}

/// Debian's names of what is not there. The font is only asked for beside the browser: without it Chinese text shows as boxes
/// in screenshots, and no test fails.
fn missing_packages(workspace: &Workspace) -> Result<Vec<&'static str>> {
    let mut packages = Vec::new();
    if find_chrome(workspace)?.is_none() {
        packages.push("chromium");
    }
    if find_driver(workspace)?.is_none() {
        packages.push("chromium-driver");
    }
    if !packages.is_empty() && !has_chinese_font(workspace) {
        packages.push("fonts-noto-cjk");
    }
    Ok(packages)
}

fn has_chinese_font(workspace: &Workspace) -> bool {
    let sh = &workspace.sh;
    cmd!(sh, "fc-list :lang=zh").quiet().ignore_stderr().read().is_ok_and(|fonts| !fonts.is_empty())
}
