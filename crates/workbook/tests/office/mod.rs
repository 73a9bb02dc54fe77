//! A headless LibreOffice that recalculates workbooks.

use calamine::{Data, Reader, Xlsx};
use std::{
    env, fs,
    io::Cursor,
    path::{Path, PathBuf},
    process::Command,
};

/// Set to leave out what needs LibreOffice.
pub const WITHOUT: &str = "BUILDOUT_WITHOUT_LIBREOFFICE";

/// Always recalculates what it opens: by default it trusts the results that a file holds.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

const HOW_TO_INSTALL: &str = "\
recalculating workbooks needs LibreOffice Calc. Install it:
  Debian, Ubuntu:  sudo apt-get install --no-install-recommends libreoffice-calc
  Fedora:          sudo dnf install libreoffice-calc
  Arch:            sudo pacman -S libreoffice-fresh
  macOS:           brew install --cask libreoffice
or set SOFFICE to its program, or BUILDOUT_WITHOUT_LIBREOFFICE=1 to leave these tests out";

fn program() -> PathBuf {
    if let Some(program) = env::var_os("SOFFICE") {
        return program.into();
    }
    let names = ["soffice", "libreoffice"];
    let places = [
        "/usr/bin",
        "/usr/local/bin",
        "/Applications/LibreOffice.app/Contents/MacOS",
        "C:\\Program Files\\LibreOffice\\program",
    ];
    let on_path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&on_path).chain(places.map(PathBuf::from));
    let suffix = env::consts::EXE_SUFFIX;
    let candidates = folders.flat_map(|folder| names.map(|name| folder.join(format!("{name}{suffix}"))));
    candidates.into_iter().find(|program| program.is_file()).unwrap_or_else(|| panic!("{HOW_TO_INSTALL}"))
}

/// Whether the tests that need LibreOffice are left out.
pub fn is_left_out() -> bool {
    env::var_os(WITHOUT).is_some_and(|value| !value.is_empty())
}

/// Opens workbooks, recalculates every formula and returns them, in the same order, with one start of LibreOffice.
pub fn recalculated(workbooks: &[Vec<u8>]) -> Vec<Recalculated> {
    let folder = tempfile::tempdir().unwrap();
    let profile = folder.path().join("profile/user");
    fs::create_dir_all(&profile).unwrap();
    fs::write(profile.join("registrymodifications.xcu"), SETTINGS).unwrap();
    let out = folder.path().join("out");
    let file = |place: usize| format!("{place}.xlsx");
    for (bytes, place) in workbooks.iter().zip(0..) {
        fs::write(folder.path().join(file(place)), bytes).unwrap();
    }
    let done = Command::new(program())
        .arg(format!("-env:UserInstallation=file://{}", slashes(&folder.path().join("profile"))))
        .args(["--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(&out)
        .args((0..workbooks.len()).map(|place| folder.path().join(file(place))))
        .output()
        .unwrap_or_else(|error| panic!("LibreOffice does not start: {error}\n{HOW_TO_INSTALL}"));
    assert!(done.status.success(), "LibreOffice failed: {}", String::from_utf8_lossy(&done.stderr));
    let read = |place| {
        let bytes = fs::read(out.join(file(place))).unwrap_or_else(|error| {
            panic!("LibreOffice wrote nothing: {error}\n{}", String::from_utf8_lossy(&done.stderr))
        });
        Recalculated::open(bytes)
    };
    (0..workbooks.len()).map(read).collect()
}

fn slashes(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    if text.starts_with('/') { text } else { format!("/{text}") }
}

/// The values of a workbook.
pub struct Recalculated {
    file: Xlsx<Cursor<Vec<u8>>>,
}

impl Recalculated {
    pub fn open(bytes: Vec<u8>) -> Self {
        Self { file: Xlsx::new(Cursor::new(bytes)).expect("an xlsx file") }
    }

    /// Every row of a sheet, counted from the first.
    pub fn rows(&mut self, sheet: &str) -> Vec<Vec<Data>> {
        let range = self.file.worksheet_range(sheet).unwrap_or_else(|error| panic!("{sheet}: {error}"));
        let end = range.end().expect("cells");
        let value = |row, column| range.get_value((row, column)).cloned().unwrap_or_default();
        (0..=end.0).map(|row| (0..=end.1).map(|column| value(row, column)).collect()).collect()
    }
}
