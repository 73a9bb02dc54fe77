//! As much of JSON Schema as the published schema uses; any other keyword panics.

use buildout_files::{Date, SCENARIO_SCHEMA};
use serde_json::Value;

/// What of a value the schema does not allow, for as much of JSON Schema as ours uses.
fn violations(schema: &Value, whole: &Value, value: &Value, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, wanted) in schema.as_object().unwrap() {
        let holds = match keyword.as_str() {
            "$ref" => {
                let name = wanted.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                found.extend(violations(&whole["$defs"][name], whole, value, path));
                true
            }
            "type" => match wanted.as_str().unwrap() {
                "object" => value.is_object(),
                "string" => value.is_string(),
                "number" => value.is_number(),
                "integer" => value.is_i64(),
                other => panic!("type {other}"),
            },
            "const" => value == wanted,
            "enum" => wanted.as_array().unwrap().contains(value),
            "minimum" => value.as_f64().is_none_or(|value| value >= wanted.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|value| value <= wanted.as_f64().unwrap()),
            "minLength" => {
                value.as_str().is_none_or(|text| text.chars().count() as u64 >= wanted.as_u64().unwrap())
            }
            "maxLength" => {
                value.as_str().is_none_or(|text| text.chars().count() as u64 <= wanted.as_u64().unwrap())
            }
            "required" => {
                wanted.as_array().unwrap().iter().all(|field| value.get(field.as_str().unwrap()).is_some())
            }
            "additionalProperties" => {
                value.as_object().unwrap().keys().all(|field| schema["properties"].get(field).is_some())
            }
            "properties" => {
                for (field, schema) in wanted.as_object().unwrap() {
                    if let Some(value) = value.get(field) {
                        found.extend(violations(schema, whole, value, &format!("{path}.{field}")));
                    }
                }
                true
            }
            "pattern" => value.as_str().is_none_or(|text| Date::parse(text).is_some()),
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            other => panic!("the schema uses {other}, which this test does not know"),
        };
        if !holds {
            found.push(format!("{path}: {keyword}"));
        }
    }
    found
}

/// What of a file the published schema does not allow.
pub fn violations_of(text: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCENARIO_SCHEMA).unwrap();
    violations(&schema, &schema, &serde_json::from_str(text).unwrap(), "file")
}
