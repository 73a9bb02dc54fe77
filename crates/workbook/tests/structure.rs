//! What a workbook holds before anything recalculates it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

use buildout_model::{Baseline, Input, MAX_QUARTERS, OUTPUT_COUNT, Output, REPORTED};
use buildout_scenario::{Language, Scenario};
use buildout_workbook::{Request, WorkbookError, workbook};
use calamine::{Data, DataType, Reader, Xlsx};
use std::{
    collections::HashSet,
    io::{Cursor, Read},
};

/// No formula is longer, unless it looks something up in a row of quarters.
const LONGEST_FORMULA: usize = 300;
/// The format's own limit.
const LONGEST_OF_ALL: usize = 8192;
/// Everything that a formula may call: known to Excel 2007 and LibreOffice alike, none of them spilling over cells.
const FUNCTIONS: [&str; 18] = [
    "ABS",
    "AND",
    "EXP",
    "IF",
    "IFERROR",
    "INDEX",
    "INT",
    "ISNUMBER",
    "LN",
    "MATCH",
    "MAX",
    "MIN",
    "NOT",
    "OR",
    "POWER",
    "ROW",
    "SQRT",
    "SUMPRODUCT",
];

fn request(scenario: &Scenario) -> Request<'_> {
    Request {
        scenario,
        quarters: MAX_QUARTERS,
        title: "=1+1",
        link: "https://example.org/#1~2025q3",
        made_on: "2026-01-31",
        language: Language::English,
    }
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).expect("an xlsx file")
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The words of a formula that are neither numbers nor references to cells: functions and names.
fn words(formula: &str) -> (Vec<String>, Vec<String>) {
    let (mut functions, mut names) = (Vec::new(), Vec::new());
    let mut rest = formula;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic() || c == '"') {
        if rest[start..].starts_with('"') {
            let end = rest[start + 1..].find('"').expect("a text that ends") + start + 2;
            rest = &rest[end..];
            continue;
        }
        // What follows a digit belongs to a number such as 1E-9.
        let is_number = rest[..start].ends_with(|c: char| c.is_ascii_digit());
        let word = &rest[start..];
        let end = word.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        if after.starts_with('(') {
            functions.push(word.to_owned());
        } else if !is_number && !after.starts_with('!') && !is_cell(word) {
            names.push(word.to_owned());
        }
        rest = after;
    }
    (functions, names)
}

fn is_cell(word: &str) -> bool {
    let letters = word.chars().take_while(char::is_ascii_uppercase).count();
    (0..=3).contains(&letters) && word[letters..].chars().all(|c| c.is_ascii_digit())
}

/// Like a reference to a cell in either of the notations of spreadsheets.
fn is_like_a_cell(name: &str) -> bool {
    let upper = name.to_ascii_uppercase();
    let is_r1c1 = upper.starts_with(['R', 'C']) && upper[1..].chars().all(|c| c.is_ascii_digit() || c == 'C');
    let letters = upper.chars().take_while(char::is_ascii_alphabetic).count();
    let is_a1 = (1..=3).contains(&letters) && letters < upper.len() && is_cell(&upper);
    is_a1 || is_r1c1
}

#[test]
fn every_formula_is_plain_and_short() {
    for language in Language::ALL {
        let scenario = Scenario::default();
        let bytes = workbook(&Request { language, ..request(&scenario) }).unwrap();
        let mut file = open(&bytes);
        let defined: HashSet<String> = file.defined_names().iter().map(|(name, _)| name.clone()).collect();
        let mut count = 0;
        for sheet in file.sheet_names() {
            for (row, column, formula) in file.worksheet_formula(&sheet).unwrap().used_cells() {
                let at = format!("{sheet} {row} {column}: {formula}");
                let looks_up = formula.contains("INDEX(");
                assert!(formula.len() <= if looks_up { LONGEST_OF_ALL } else { LONGEST_FORMULA }, "{at}");
                let depth = formula.chars().try_fold(0_i32, |depth, c| match c {
                    '(' => Some(depth + 1),
                    ')' => (depth > 0).then_some(depth - 1),
                    _ => Some(depth),
                });
                assert_eq!(depth, Some(0), "brackets, {at}");
                assert!(!formula.contains(['#', '^', ';']), "{at}");
                assert!(
                    !["--", "++", "+-", "-+", "**", "//"]
                        .iter()
                        .any(|odd| { formula.replace("SUMPRODUCT(--(", "").contains(odd) }),
                    "{at}"
                );
                let (functions, names) = words(formula);
                for function in functions {
                    assert!(FUNCTIONS.contains(&function.as_str()), "{function}, {at}");
                }
                for name in names {
                    assert!(defined.contains(&name), "{name} is not defined, {at}");
                }
                count += 1;
            }
        }
        let of_check = 2 * OUTPUT_COUNT * MAX_QUARTERS + 1;
        assert!(count > of_check + OUTPUT_COUNT * MAX_QUARTERS, "{count} formulas");
        println!("{} bytes, {count} formulas", bytes.len());
    }
}

#[test]
fn names_are_names_and_inputs_have_them() {
    let scenario = Scenario::default();
    let bytes = workbook(&request(&scenario)).unwrap();
    let file = open(&bytes);
    let names: HashSet<&str> = file.defined_names().iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), file.defined_names().len(), "a name is defined twice");
    for name in &names {
        let is_word = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        assert!(
            is_word && name.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_like_a_cell(name),
            "{name}"
        );
    }
    for input in Input::ALL {
        assert!(names.contains(input.id()), "{input}");
    }
    assert!(is_like_a_cell("cx1") && is_like_a_cell("R1C1") && is_like_a_cell("c"));
}

#[test]
fn cached_results_are_the_engines_figures() {
    for (baseline, quarters) in
        [(Baseline::ALL[0], MAX_QUARTERS), (Baseline::ALL[1], 5), (Baseline::ALL[1], 1)]
    {
        let scenario = Scenario::base(baseline);
        let bytes = workbook(&Request { quarters, ..request(&scenario) }).unwrap();
        let mut file = open(&bytes);
        let check = file.worksheet_range("Check").unwrap();
        let trajectory = scenario.run(quarters);
        let mut rows = check.rows().skip(4);
        for output in Output::ALL {
            for (quarter, figures) in trajectory.quarters() {
                let row = rows.next().unwrap();
                assert_eq!(
                    (row[0].to_string(), row[3].to_string()),
                    (output.id().into(), quarter.to_string())
                );
                for shown in [&row[4], &row[5]] {
                    assert_eq!(*shown, Data::Float(figures.get(output)), "{} {quarter}", output.id());
                }
            }
        }
        assert!(rows.next().is_none());
        assert_eq!(check.get_value((2, 6)), Some(&Data::Float(0.0)), "no differences");
    }
}

#[test]
fn inputs_are_limited_to_their_ranges() {
    let scenario = Scenario::default();
    let bytes = workbook(&request(&scenario)).unwrap();
    let text = part(&bytes, "xl/worksheets/sheet3.xml");
    assert_eq!(text.matches("<dataValidation ").count(), Input::ALL.len());
    assert_eq!(text.matches("type=\"decimal\"").count(), Input::ALL.len());
    let mut file = open(&bytes);
    let inputs = file.worksheet_range("Inputs").unwrap();
    let rows: Vec<_> = inputs.rows().skip(4).collect();
    assert_eq!(rows.len(), Input::ALL.len());
    for row in rows {
        let input = Input::from_id(&row[1].to_string()).unwrap();
        let declared = input.declaration();
        let want =
            [scenario.get(input), scenario.base_of(input), declared.min, declared.max].map(Data::Float);
        assert_eq!(row[4..8], want, "{input}");
        assert_eq!([row[3].is_empty(), row[8].is_empty()], [false; 2], "{input}");
    }
}

#[test]
fn reported_quarters_are_those_of_the_data() {
    for baseline in Baseline::ALL {
        let scenario = Scenario::base(baseline);
        let bytes = workbook(&request(&scenario)).unwrap();
        let mut file = open(&bytes);
        let reported = file.worksheet_range("Reported").unwrap();
        let rows: Vec<_> = reported.rows().skip(4).collect();
        assert_eq!(rows.len(), 8);
        assert_eq!(rows[7][0].to_string(), baseline.history_end().to_string());
        for row in rows {
            let quarter =
                REPORTED.iter().find(|quarter| quarter.quarter.to_string() == row[0].to_string()).unwrap();
            assert_eq!((&row[1], &row[5]), (&Data::Float(quarter.sales), &Data::Float(quarter.capex)));
            assert!(!row[13].is_empty(), "a source");
        }
    }
}

#[test]
fn says_what_it_is_and_what_it_is_not() {
    let scenario = Scenario::default();
    for (language, want) in [
        (Language::English, ["not a forecast", "not investment advice", "not affiliated with Amazon"]),
        (Language::Chinese, ["不是预测", "不是投资建议", "没有关联"]),
    ] {
        let bytes = workbook(&Request { language, ..request(&scenario) }).unwrap();
        let mut file = open(&bytes);
        let about = file.worksheet_range(language.pick("About", "说明")).unwrap();
        let text: String = about.used_cells().map(|(_, _, cell)| format!("{cell}\n")).collect();
        for want in want.into_iter().chain(["=1+1", "https://example.org/#1~2025q3", "2026-01-31", "2025q3"])
        {
            assert!(text.contains(want), "{want} in {text}");
        }
    }
}

/// No clock: the date is that of the request, and nothing else of the file depends on when it was made.
#[test]
fn the_same_request_gives_the_same_bytes() {
    let scenario = Scenario::default();
    let request = Request { quarters: 2, ..request(&scenario) };
    let bytes = workbook(&request).unwrap();
    assert!(bytes == workbook(&request).unwrap());
    let properties = part(&bytes, "docProps/core.xml");
    assert_eq!(properties.matches("2026-01-31T00:00:00Z").count(), 2, "{properties}");
}

#[test]
fn what_cannot_be_made_is_said() {
    let scenario = Scenario::default();
    for (quarters, made_on, want) in [
        (0, "2026-01-31", "a workbook of 0 quarters: 1 to 41 can be run"),
        (42, "2026-01-31", "a workbook of 42 quarters: 1 to 41 can be run"),
        (1, "today", "'today' is not a date such as 2026-01-31"),
        (1, "2026-02-30", "'2026-02-30' is not a date such as 2026-01-31"),
        (1, "12:00:00", "'12:00:00' is not a date such as 2026-01-31"),
    ] {
        let error = workbook(&Request { quarters, made_on, ..request(&scenario) }).unwrap_err();
        assert_eq!(error.to_string(), want);
    }
    let long = "x".repeat(40_000);
    let error = workbook(&Request { title: &long, quarters: 1, ..request(&scenario) }).unwrap_err();
    assert!(matches!(error, WorkbookError::Format(_)), "{error}");
}
