//! The published schema lists the inputs and their ranges as they are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_files::{SCENARIO_FORMAT, SCENARIO_SCHEMA, SCENARIO_VERSION};
use buildout_model::{Baseline, Declaration, Input};
use buildout_scenario::{Horizon, LONGEST_NAME};
use serde_json::{Map, Value, json};
use std::{fs, path::Path};

/// A whole number without a point, as somebody would type it.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 { json!(value as i64) } else { json!(value) }
}

fn inputs() -> Value {
    let properties: Map<_, _> = Input::ALL
        .iter()
        .map(|input| {
            let Declaration { id, label_en, unit, min, max, .. } = input.declaration();
            let description = format!("{label_en}, {unit}");
            let (minimum, maximum) = (number(*min), number(*max));
            let property =
                json!({"type": "number", "minimum": minimum, "maximum": maximum, "description": description});
            ((*id).to_owned(), property)
        })
        .collect();
    json!({
        "description": "Inputs that differ from the base values of the baseline. Shares are fractions.",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

/// The schema as the registry of inputs would have it.
fn schema() -> Value {
    let years = Baseline::ALL.map(Horizon::years);
    let first = years.iter().map(|(first, _)| *first).min().unwrap();
    let last = years.iter().map(|(_, last)| *last).max().unwrap();
    let name = json!({
        "description": "A line of text, no spaces around it.",
        "type": "string",
        "minLength": 1,
        "maxLength": LONGEST_NAME,
    });
    let baseline = json!({
        "description": "What was known at which date.",
        "enum": Baseline::ALL.map(Baseline::id),
    });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:buildout:schema:scenario-1",
        "title": "A scenario of Amazon's AI build-out",
        "type": "object",
        "required": ["format", "version", "name", "baseline"],
        "additionalProperties": false,
        "properties": {
            "$schema": {"description": "The name of this schema.", "type": "string"},
            "format": {"const": SCENARIO_FORMAT},
            "version": {"const": SCENARIO_VERSION},
            "name": {"$ref": "#/$defs/name"},
            "baseline": {"$ref": "#/$defs/baseline"},
            "set": {"$ref": "#/$defs/set"},
            "horizon": {
                "description": format!(
                    "The year that the run ends with; as far as the model goes where it is left out. {}.",
                    Baseline::ALL
                        .map(|baseline| {
                            let (first, last) = Horizon::years(baseline);
                            format!("{first} to {last} from {baseline}")
                        })
                        .join(", ")
                ),
                "type": "integer",
                "minimum": first,
                "maximum": last,
            },
            "compared": {
                "description": "A second scenario to compare with.",
                "type": "object",
                "required": ["baseline"],
                "additionalProperties": false,
                "properties": {
                    "name": {"$ref": "#/$defs/name"},
                    "baseline": {"$ref": "#/$defs/baseline"},
                    "set": {"$ref": "#/$defs/set"},
                },
            },
            "made": {
                "description": "The day it was made.",
                "type": "string",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            },
            "link": {
                "description": "A link to the same scenario. It carries what of the page was shown, and counts for nothing else.",
                "type": "string",
            },
        },
        "$defs": {"name": name, "baseline": baseline, "set": inputs()},
    })
}

#[test]
fn the_published_schema_is_that_of_the_inputs() {
    let wanted = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if SCENARIO_SCHEMA != wanted {
        let fresh = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scenario-1.json");
        fs::write(&fresh, wanted).unwrap();
        panic!(
            "data/schema/scenario-1.json is not what the inputs are. An input that was added or whose range grew may be added \
             there, from {}; anything else is a new version of the format.",
            fresh.display()
        );
    }
}
