//! What a reader does with a workbook: other numbers on the sheet of inputs, and nothing else.

use buildout_model::Input;
use buildout_scenario::Scenario;
use calamine::{Reader, Xlsx};
use std::io::{Cursor, Read, Write};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The workbook with the inputs of `scenario`, every result still as it was.
pub fn with_inputs(bytes: Vec<u8>, sheet: &str, scenario: &Scenario) -> Vec<u8> {
    let mut file = Xlsx::new(Cursor::new(&bytes)).expect("an xlsx file");
    let place = file.sheet_names().iter().position(|name| name == sheet).expect("the sheet of inputs") + 1;
    let range = file.worksheet_range(sheet).unwrap();
    let mut cells = Vec::new();
    for row in 0..=range.end().unwrap().0 {
        let id = range.get_value((row, 1)).map(ToString::to_string).unwrap_or_default();
        if let Ok(input) = Input::from_id(&id) {
            cells.push((format!("r=\"E{}\"", row + 1), scenario.get(input)));
        }
    }
    assert_eq!(cells.len(), Input::ALL.len());

    let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut patched = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if name == format!("xl/worksheets/sheet{place}.xml") {
            let mut text = String::from_utf8(content).unwrap();
            for (cell, value) in &cells {
                text = with_value(&text, cell, *value);
            }
            content = text.into_bytes();
        }
        patched.start_file(name, SimpleFileOptions::default()).unwrap();
        patched.write_all(&content).unwrap();
    }
    patched.finish().unwrap().into_inner()
}

/// The sheet with another number in the cell that bears `reference`.
fn with_value(text: &str, reference: &str, value: f64) -> String {
    let cell = text.find(reference).unwrap_or_else(|| panic!("no cell {reference}"));
    let start = cell + text[cell..].find("<v>").expect("a value") + "<v>".len();
    let end = start + text[start..].find("</v>").expect("the end of a value");
    format!("{}{value}{}", &text[..start], &text[end..])
}
