//! Lines of a batch are scenarios, and what is wrong with one is named.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "checks/batch_line.rs"]
mod check;
mod seeds;

use buildout_files::read_batch_line;
use buildout_model::{Baseline, Input};
use proptest::prelude::*;

#[test]
fn a_line_holds_what_it_says() {
    let text =
        r#"{"set": {"capex_next_year": 1.8e2, "trainium_mix": 0.30000000000000004}, "name": "a\n\"b\", c"}"#;
    let line = read_batch_line(text).unwrap();
    assert_eq!((line.name.as_str(), line.scenario.baseline()), ("a\n\"b\", c", Baseline::default()));
    assert_eq!(line.scenario.get(Input::CapexNextYear), 180.0);
    assert_eq!(line.scenario.get(Input::TrainiumMix), 0.300_000_000_000_000_04);
    assert_eq!(line.scenario.changes().count(), 2);
    for (text, baseline) in [
        (r#"{"name": ""}"#, Baseline::default()),
        (r#"{"name": "a", "baseline": null}"#, Baseline::default()),
        (
            "\u{feff}{\"name\": \"a\", \"baseline\": \"2026q2\", \"set\": {}}\r",
            Baseline::from_id("2026q2").unwrap(),
        ),
    ] {
        assert_eq!(read_batch_line(text).unwrap().scenario.baseline(), baseline, "{text}");
    }
}

/// Reads `text`, which must be refused with these words.
fn check_error(text: &str, words: &str) {
    let error = read_batch_line(text).unwrap_err().to_string();
    assert!(error.contains(words), "{text}: '{error}' does not say '{words}'");
}

#[test]
fn mistakes_name_the_line_the_value_and_what_is_allowed() {
    check_error("", "column 0: this is not JSON: EOF");
    check_error("{'name': 'a'}", "column 2: this is not JSON");
    check_error("[1]", "the line is [1]; it must be an object");
    check_error("{}", "name is missing; it must be a text");
    check_error(r#"{"name": 5}"#, "name is 5; it must be a text");
    check_error(
        r#"{"name": "a", "sets": {}}"#,
        "a: sets: there is no such field; there are name, baseline, set",
    );
    check_error(r#"{"name": "a", "baseline": "2020q1"}"#, "a: baseline is \"2020q1\"; it must be one of");
    check_error(r#"{"name": "a", "set": {"pue": 1e400}}"#, "a: set.pue is inf, outside 1.03 to 1.6");
    check_error(r#"{"name": "a", "set": {"pue": 1.1, "pue": 1.2}}"#, "a: set.pue is given more than once");
    // Every mistake at once, in one line.
    check_error(
        r#"{"name": "a\u001b\n", "set": {"pue": 9, "capex": 1, "power_slip": "4"}}"#,
        "a\u{fffd} : set.pue is 9, outside 1.03 to 1.6 ratio; set.capex: there is no such input; data/inputs.csv has the 125 ids; \
         set.power_slip is \"4\"; it must be a number",
    );
}

#[test]
fn the_seeds_of_fuzzing_hold() {
    seeds::hold("batch_lines", check::check);
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        prop_assert_eq!(check::check(&text).err(), None);
    }

    #[test]
    fn any_line_is_read_or_refused(
        name in any::<String>(), baseline in "2025q3|2026q2|2020q1|", place in 0..Input::ALL.len(), value in any::<f64>(),
    ) {
        let id = Input::ALL[place].id();
        let line = serde_json::json!({"name": name, "baseline": baseline, "set": {id: value}}).to_string();
        prop_assert_eq!(check::check(&line).err(), None);
    }
}
