//! Golden scenarios of the model, as scenarios.

use buildout_model::{Baseline, Input};
use buildout_scenario::Scenario;
use serde::Deserialize;
use std::{collections::BTreeMap, fs, path::PathBuf};

#[derive(Deserialize)]
struct Golden {
    name: String,
    baseline: String,
    changes: BTreeMap<String, f64>,
}

/// A golden scenario by its name.
pub fn golden(name: &str) -> Scenario {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../model/tests/golden/scenarios.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let all: Vec<Golden> = serde_json::from_str(&text).expect("the list of golden scenarios");
    let golden =
        all.into_iter().find(|golden| golden.name == name).unwrap_or_else(|| panic!("no golden {name}"));
    let mut scenario = Scenario::base(Baseline::from_id(&golden.baseline).unwrap());
    for (id, value) in golden.changes {
        scenario.set(Input::from_id(&id).unwrap(), value).unwrap();
    }
    scenario
}
