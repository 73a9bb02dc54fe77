//! The headline as JSON, in the names of the specification.

use buildout_model::{ChipKind, Gigawatt, HeadlineFigure, Trajectory, YEARS_AHEAD, gigawatt};
use buildout_scenario::Scenario;
use serde_json::{Map, Value, json};

pub(crate) fn headline_json(scenario: &Scenario, trajectory: &Trajectory<f64>) -> Value {
    let mut object = Map::new();
    for (name, figure) in scenario.headline(trajectory).iter().flat_map(|headline| headline.figures()) {
        let value = match figure {
            HeadlineFigure::Number(number) => json!(number),
            HeadlineFigure::Quarter(quarter) => json!(quarter.map(|quarter| quarter.to_string())),
        };
        object.insert(name.to_owned(), value);
    }
    for kind in [ChipKind::Gpu, ChipKind::Trainium] {
        let Gigawatt { kind, chips, facility, first_year, irr, payback_years } =
            gigawatt(scenario.inputs(), kind, YEARS_AHEAD);
        let value = json!({
            "kind": kind.id(), "chips": chips, "facility": facility, "first_year": first_year, "irr": irr,
            "payback_years": payback_years,
        });
        object.insert(format!("gigawatt_{}", kind.id()), value);
    }
    Value::Object(object)
}
