//! The golden scenarios of the model, with every figure that they must give.

use buildout_model::{Baseline, Input, Inputs, Limit, Output};
use serde::Deserialize;
use std::{collections::BTreeMap, fs, path::PathBuf};

#[derive(Deserialize)]
pub struct Golden {
    pub name: String,
    baseline: String,
    changes: BTreeMap<String, f64>,
}

fn golden(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../model/tests/golden").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every golden scenario.
pub fn scenarios() -> Vec<Golden> {
    serde_json::from_str(&golden("scenarios.json")).expect("the list of golden scenarios")
}

impl Golden {
    pub fn inputs(&self) -> (Baseline, Inputs<f64>) {
        let baseline = Baseline::from_id(&self.baseline).expect("a baseline of the model");
        let mut inputs = Inputs::base(baseline);
        for (id, value) in &self.changes {
            inputs.set(Input::from_id(id).unwrap(), *value).unwrap();
        }
        (baseline, inputs)
    }

    /// Every output of every quarter, in the order of the specification.
    pub fn figures(&self) -> Vec<Vec<f64>> {
        let text = golden(&format!("{}.csv", self.name));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let number = |(output, field): (Output, &str)| match output {
            Output::Binding => Limit::ALL.iter().position(|limit| limit.id() == field).unwrap() as f64,
            _ => field.parse().unwrap(),
        };
        let rows = reader.records().map(Result::unwrap);
        rows.map(|row| Output::ALL.into_iter().zip(row.iter().skip(1)).map(number).collect()).collect()
    }
}
