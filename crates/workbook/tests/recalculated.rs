//! The formulas are live: LibreOffice, recalculating everything, gets what the engine gives.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod office;
mod patched;
mod scenarios;

use buildout_model::{Baseline, HeadlineFigure, MAX_QUARTERS, Output};
use buildout_scenario::{Language, Link, Scenario};
use buildout_trace::{Figure, Trace};
use buildout_workbook::{Request, workbook};
use calamine::Data;
use office::{Recalculated, is_left_out, recalculated};
use patched::with_inputs;
use scenarios::golden;
use std::collections::HashMap;

/// Relative, or absolute below 1.
const TOLERANCE: f64 = 1e-6;

/// A workbook made for one scenario, whose inputs are then set to those of another.
struct Case {
    name: &'static str,
    made_for: Scenario,
    run: Scenario,
    quarters: usize,
    language: Language,
}

impl Case {
    fn new(name: &'static str, made_for: Scenario, run: Scenario) -> Self {
        Self { name, made_for, run, quarters: MAX_QUARTERS, language: Language::English }
    }

    fn bytes(&self) -> Vec<u8> {
        let link = Link::from(self.made_for).encode();
        let request = Request {
            scenario: &self.made_for,
            quarters: self.quarters,
            title: self.name,
            link: &link,
            made_on: "2026-01-31",
            language: self.language,
        };
        with_inputs(workbook(&request).unwrap(), self.language.pick("Inputs", "输入"), &self.run)
    }
}

fn number(data: &Data) -> Option<f64> {
    match data {
        Data::Float(value) => Some(*value),
        Data::Int(value) => Some(*value as f64),
        _ => None,
    }
}

fn is_close(got: f64, want: f64) -> bool {
    (got - want).abs() <= TOLERANCE * want.abs().max(1.0)
}

/// Every figure of the model's sheet, intermediate ones included, against the engine.
fn check_model(case: &Case, file: &mut Recalculated) {
    let rows = file.rows(case.language.pick("Model", "模型"));
    let head = rows.iter().position(|row| row[3] == *case.language.pick("Unit", "单位")).expect("a head");
    let column_of: HashMap<String, usize> =
        rows[head].iter().enumerate().skip(4).map(|(column, head)| (head.to_string(), column)).collect();
    let row_of: HashMap<String, &Vec<Data>> =
        rows.iter().skip(head + 1).map(|row| (row[1].to_string(), row)).collect();
    let trace = Trace::of(case.run.baseline(), case.run.inputs(), case.quarters);
    let mut checked = 0;
    for cell in trace.cells().iter().filter(|cell| cell.expression.is_some()) {
        let column = cell.quarter.map_or(4, |quarter| column_of[&quarter.to_string()]);
        let shown = &row_of[&cell.figure.to_string()][column];
        let what =
            format!("{}: {} {:?}", case.name, cell.figure, cell.quarter.map(|quarter| quarter.to_string()));
        let got = number(shown).unwrap_or_else(|| panic!("{what}: {shown:?}"));
        assert!(is_close(got, cell.value), "{what}: {got} instead of {}", cell.value);
        checked += usize::from(matches!(cell.figure, Figure::Output(_)));
    }
    assert_eq!(checked, case.quarters * Output::ALL.len());
}

fn check_headline(case: &Case, file: &mut Recalculated) {
    let rows = file.rows(case.language.pick("Headline", "要点"));
    let row_of: HashMap<String, &Vec<Data>> = rows.iter().map(|row| (row[0].to_string(), row)).collect();
    let trajectory = case.run.run(case.quarters);
    let none = case.language.pick("none", "无");
    for (name, figure) in case.run.headline(&trajectory).unwrap().figures() {
        let shown = &row_of[name][3];
        let what = format!("{} {name}: {shown:?} instead of {figure:?}", case.name);
        match figure {
            HeadlineFigure::Number(Some(want)) => {
                assert!(number(shown).is_some_and(|got| is_close(got, want)), "{what}")
            }
            HeadlineFigure::Quarter(Some(want)) => assert_eq!(shown.to_string(), want.to_string(), "{what}"),
            HeadlineFigure::Number(None) | HeadlineFigure::Quarter(None) => {
                assert_eq!(shown.to_string(), none, "{what}")
            }
        }
    }
}

/// The count of differences: none as made, many after a change.
fn check_count(case: &Case, file: &mut Recalculated) {
    let rows = file.rows(case.language.pick("Check", "核对"));
    let count = number(&rows[2][6]).expect("a count of differences");
    let want = (case.made_for.run(case.quarters).figures().iter().zip(case.run.run(case.quarters).figures()))
        .flat_map(|(engine, model)| Output::ALL.map(|output| (model.get(output), engine.get(output))))
        .filter(|(model, engine)| !is_close(*model, *engine))
        .count();
    assert_eq!(count, want as f64, "{}", case.name);
    assert_eq!(want == 0, case.made_for == case.run, "{}", case.name);
}

#[test]
fn every_formula_computes_what_the_engine_does() {
    if is_left_out() {
        eprintln!("left out: {} is set", office::WITHOUT);
        return;
    }
    let [call, latest] = Baseline::ALL.map(Scenario::base);
    let unchanged = |name, scenario| Case::new(name, scenario, scenario);
    let changed = |name| Case::new(name, Scenario::base(golden(name).baseline()), golden(name));
    let cases = [
        unchanged("call", call),
        Case { language: Language::Chinese, ..unchanged("latest", latest) },
        Case { quarters: 9, ..changed("odd-lives") },
        Case { quarters: 1, ..changed("power-bound") },
        changed("odd-lives"),
        changed("power-bound"),
        changed("ai-winter"),
        changed("overfull"),
        changed("stress"),
        changed("no-money"),
        changed("latest-slip"),
        Case { language: Language::Chinese, ..changed("latest-winter") },
        Case::new("back again", golden("stress"), call),
    ];
    let workbooks: Vec<_> = cases.iter().map(Case::bytes).collect();
    for (case, mut file) in cases.iter().zip(recalculated(&workbooks)) {
        check_model(case, &mut file);
        check_headline(case, &mut file);
        check_count(case, &mut file);
    }
}
