//! Every figure of the golden scenarios, which an independent implementation wrote.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_model::{
    Baseline, ChipKind, Gigawatt, Headline, HeadlineFigure, Input, Inputs, Limit, MAX_QUARTERS, Output,
    YEARS_AHEAD, gigawatt, run,
};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::{collections::BTreeMap, fs, path::PathBuf};

/// Relative, or absolute below 1.
const TOLERANCE: f64 = 1e-9;

#[derive(Deserialize)]
struct Scenario {
    name: String,
    baseline: String,
    changes: BTreeMap<String, f64>,
    headline: Map<String, Value>,
}

impl Scenario {
    fn inputs(&self) -> (Baseline, Inputs<f64>) {
        let baseline = Baseline::from_id(&self.baseline).expect("a baseline of the model");
        let mut inputs = Inputs::base(baseline);
        for (id, value) in &self.changes {
            inputs.set(Input::from_id(id).unwrap(), *value).unwrap();
        }
        (baseline, inputs)
    }
}

fn golden(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn scenarios() -> Vec<Scenario> {
    serde_json::from_str(&golden("scenarios.json")).expect("the list of golden scenarios")
}

fn check(what: &str, got: f64, want: f64) {
    let allowed = TOLERANCE * want.abs().max(1.0);
    assert!((got - want).abs() <= allowed, "{what}: {got} instead of {want}");
}

fn check_optional(what: &str, got: Option<f64>, want: &Value) {
    match (got, want.as_f64()) {
        (Some(got), Some(want)) => check(what, got, want),
        (got, want) => assert_eq!(got, want, "{what}"),
    }
}

#[test]
fn every_quarter_agrees() {
    let mut figures_checked = 0;
    for scenario in scenarios() {
        let (baseline, inputs) = scenario.inputs();
        let trajectory = run(baseline, &inputs, MAX_QUARTERS);
        let text = golden(&format!("{}.csv", scenario.name));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let ids: Vec<_> = Output::ALL.iter().map(|output| output.id()).collect();
        assert!(header.iter().skip(1).eq(ids), "outputs are in the order of the specification");
        let mut rows = 0;
        for (row, (quarter, figures)) in reader.records().map(Result::unwrap).zip(trajectory.quarters()) {
            assert_eq!(row[0], quarter.to_string());
            for (output, want) in Output::ALL.into_iter().zip(row.iter().skip(1)) {
                let what = format!("{} {quarter} {}", scenario.name, output.id());
                if output == Output::Binding {
                    assert_eq!(figures.binding_limit().id(), want, "{what}");
                } else {
                    check(&what, figures.get(output), want.parse().unwrap());
                }
                figures_checked += 1;
            }
            rows += 1;
        }
        assert_eq!(rows, MAX_QUARTERS, "{}", scenario.name);
    }
    assert_eq!(figures_checked, 23 * MAX_QUARTERS * Output::ALL.len());
}

#[test]
fn every_headline_agrees() {
    for scenario in scenarios() {
        let (baseline, inputs) = scenario.inputs();
        let headline = Headline::of(&inputs, &run(baseline, &inputs, MAX_QUARTERS)).unwrap();
        for (name, got) in headline.figures() {
            let what = format!("{} {name}", scenario.name);
            let want = &scenario.headline[name];
            match got {
                HeadlineFigure::Number(got) => check_optional(&what, got, want),
                HeadlineFigure::Quarter(got) => {
                    assert_eq!(got.map(|quarter| quarter.to_string()).as_deref(), want.as_str(), "{what}");
                }
            }
        }
    }
}

#[test]
fn every_gigawatt_agrees() {
    for scenario in scenarios() {
        let (_, inputs) = scenario.inputs();
        for (kind, name) in [(ChipKind::Gpu, "gigawatt_gpu"), (ChipKind::Trainium, "gigawatt_trainium")] {
            let Gigawatt { kind: got_kind, chips, facility, first_year, irr, payback_years } =
                gigawatt(&inputs, kind, YEARS_AHEAD);
            let want = &scenario.headline[name];
            assert_eq!(want["kind"], got_kind.id());
            for (figure, got) in [
                ("chips", Some(chips)),
                ("facility", Some(facility)),
                ("first_year", Some(first_year)),
                ("irr", irr),
                ("payback_years", payback_years),
            ] {
                check_optional(&format!("{} {name} {figure}", scenario.name), got, &want[figure]);
            }
        }
    }
}

#[test]
fn a_shorter_run_is_the_start_of_a_longer_one() {
    for scenario in scenarios() {
        let (baseline, inputs) = scenario.inputs();
        let whole = run(baseline, &inputs, MAX_QUARTERS);
        for quarters in [0, 1, 2, 17] {
            assert_eq!(run(baseline, &inputs, quarters).figures(), &whole.figures()[..quarters]);
        }
        assert_eq!(run(baseline, &inputs, 1000).figures().len(), MAX_QUARTERS);
    }
}

#[test]
fn limits_keep_their_names() {
    assert_eq!(Limit::ALL.map(Limit::id), ["power", "chips", "capital", "demand"]);
}
