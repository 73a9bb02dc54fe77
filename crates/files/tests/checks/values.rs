//! What another reader of JSON finds in a text that was taken.

use buildout_model::Input;
use buildout_scenario::Scenario;
use serde_json::Value;

/// The text as JSON.
///
/// # Errors
/// Where it is none.
pub fn parse(text: &str) -> Result<Value, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| format!("{text:?} was taken, and is no JSON: {error}"))
}

/// Whether every input has the value that `set` gives it, to the bit, and every other its base value.
///
/// # Errors
/// The input that has another.
pub fn changes(value: &Value, scenario: &Scenario) -> Result<(), String> {
    let set = value.get("set");
    for input in Input::ALL {
        let given = set.and_then(|set| set.get(input.id()));
        let meant = given.map_or(Some(scenario.base_of(input)), Value::as_f64);
        if meant != Some(scenario.get(input)) {
            return Err(format!("{input} is {given:?}, and was taken as {}", scenario.get(input)));
        }
    }
    let fields = set.and_then(Value::as_object).map_or(0, serde_json::Map::len);
    let known = set.map_or(0, |set| Input::ALL.iter().filter(|input| set.get(input.id()).is_some()).count());
    if fields == known { Ok(()) } else { Err(format!("{} unknown inputs were taken", fields - known)) }
}
