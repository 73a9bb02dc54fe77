//! Scenario files go there and back, and what is wrong with one is named, field by field.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "checks/scenario_file.rs"]
mod check;
mod json_schema;
mod seeds;

use buildout_files::{
    Date, LONGEST_FILE, OpenedScenario, ScenarioFile, ScenarioFileError, ScenarioFileNotice,
    read_scenario_file,
};
use buildout_model::{Baseline, INPUT_COUNT, Input};
use buildout_scenario::{Horizon, Language, Link, Panel, Panels, Period, Receipt, Scenario, View, Zoom};
use json_schema::violations_of;
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Value, json};

fn scenario() -> impl Strategy<Value = Scenario> {
    let places = vec(option::weighted(0.3, (0.0..=1.0_f64, any::<bool>())), INPUT_COUNT);
    (select(Baseline::ALL.to_vec()), places).prop_map(|(baseline, places)| {
        let mut scenario = Scenario::base(baseline);
        for (input, place) in Input::ALL.into_iter().zip(places) {
            let declaration = input.declaration();
            if let Some((share, is_whole)) = place {
                let value = declaration.min + share * (declaration.max - declaration.min);
                let value = declaration.clamp(if is_whole { value.round() } else { value });
                scenario.set(input, value).unwrap();
            }
        }
        scenario
    })
}

fn file() -> impl Strategy<Value = ScenarioFile> {
    let date =
        (1..=9999_u16, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Date::new(year, month, day));
    let view =
        (option::of(select(Language::ALL.to_vec())), vec(select(Panel::ALL.to_vec()), 0..4), 0..12_i32);
    (
        any::<String>(),
        scenario(),
        option::of(scenario()),
        any::<String>(),
        view,
        option::of(date),
        any::<bool>(),
    )
        .prop_map(
            |(name, scenario, compared, compared_name, (language, panels, years), date, has_receipt)| {
                let (first, last) = Horizon::years(scenario.baseline());
                let view = View {
                    horizon: Horizon::to_year((first + years).min(last), scenario.baseline()).unwrap(),
                    language,
                    panels: Panels::of(panels),
                    period: Period::Quarter,
                    zoom: Zoom::new(2027, 2030),
                };
                let mut link = Link { scenario, compared, view, ..Link::default() };
                link.receipt = has_receipt.then(|| Receipt::of(&link));
                let file = ScenarioFile::new(&name, link).with_compared_name(&compared_name);
                match date.flatten() {
                    Some(date) => file.made_on(date),
                    None => file,
                }
            },
        )
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(file in file()) {
        let text = file.write();
        prop_assert_eq!(violations_of(&text), Vec::<String>::new());
        prop_assert!(text.len() * 10 < LONGEST_FILE, "{} bytes", text.len());
        let opened = read_scenario_file(&text);
        prop_assert_eq!(opened, Ok(OpenedScenario { file, notices: Vec::new() }));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        prop_assert_eq!(check::check(&text).err(), None);
    }

    #[test]
    fn any_damage_is_read_or_refused(
        file in file(), at in any::<prop::sample::Index>(), piece in "[\\[\\]{}\":,0-9a-z\u{0}é-]{0,3}", cut in 0..4_usize,
    ) {
        let mut chars: Vec<char> = file.write().chars().collect();
        let at = at.index(chars.len());
        let end = (at + cut).min(chars.len());
        chars.splice(at..end, piece.chars());
        let text: String = chars.into_iter().collect();
        prop_assert_eq!(check::check(&text).err(), None);
    }
}

/// A file that is right, with one field replaced, or removed where `value` is null.
fn with(field: &str, value: Value) -> String {
    let mut file = json!({
        "format": "buildout-scenario", "version": 1, "name": "Late grid", "baseline": "2025q3",
        "set": {"power_slip": 3, "capex_next_year": 190}, "horizon": 2032,
        "compared": {"name": "The call", "baseline": "2025q3", "set": {}}, "made": "2026-11-25",
    });
    let object = file.as_object_mut().unwrap();
    if value.is_null() {
        object.remove(field);
    } else {
        object.insert(field.to_owned(), value);
    }
    file.to_string()
}

/// Reads `text`, which must be refused with errors that hold `words`.
fn check(text: &str, words: &[&str]) {
    let told: Vec<_> = read_scenario_file(text).unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), words.len(), "{text}: {told:?}");
    for (told, words) in told.iter().zip(words) {
        assert!(told.contains(words), "{text}: '{told}' does not say '{words}'");
    }
}

#[test]
fn a_file_holds_what_it_says() {
    let opened = read_scenario_file(&with("nothing", Value::Null)).unwrap();
    assert_eq!(opened.notices, []);
    let file = opened.file;
    assert_eq!(file.link().encode(), "1~2025q3~cx1_190~psl_3~H_2032~~2025q3");
    assert_eq!((file.name(), file.compared_name()), ("Late grid", Some("The call")));
    assert_eq!(file.made(), Date::new(2026, 11, 25));
    let least = r#"{"format": "buildout-scenario", "version": 1.0, "name": "x", "baseline": "2026q2"}"#;
    for text in [least.to_owned(), format!("\u{feff}{least}\r\n")] {
        assert_eq!(read_scenario_file(&text).unwrap().file.link().encode(), "1~2026q2");
    }
}

#[test]
fn mistakes_name_the_field_the_value_and_what_is_allowed() {
    check("", &["line 1, column 0: this is not JSON"]);
    check("{\"format\": }", &["line 1, column 12: this is not JSON"]);
    check("[1, 2]", &["the file is [1, 2]; it must be an object"]);
    check(
        "{}",
        &[
            "format is missing",
            "version is missing",
            "name is missing",
            "baseline is missing; it must be one of \"2025q3\"",
        ],
    );
    check(&"x".repeat(LONGEST_FILE + 1), &["200001 bytes"]);
    check(&"[".repeat(500), &["this is not JSON"]);
    check(
        &with("format", json!("buildout-run")),
        &["format is \"buildout-run\"; it must be \"buildout-scenario\""],
    );
    check(&with("version", json!(2)), &["version is 2; it must be a whole number from 1 to 1"]);
    check(&with("version", json!("1")), &["version is \"1\""]);
    check(&with("name", json!("")), &["name is \"\"; it must be a line of 1 to 80 characters"]);
    check(&with("name", json!("two\nlines")), &["name is \"two\\nlines\""]);
    check(&with("name", json!("x".repeat(81))), &["…; it must be"]);
    check(&with("name", json!(7)), &["name is 7"]);
    check(
        &with("baseline", json!("2020q1")),
        &["baseline is \"2020q1\"; it must be one of \"2025q3\", \"2026q2\""],
    );
    check(&with("horizon", json!(1999)), &["horizon is 1999; it must be a year from 2026 to 2035"]);
    check(&with("horizon", json!(2030.5)), &["horizon is 2030.5"]);
    check(&with("made", json!("25.11.2026")), &["made is \"25.11.2026\"; it must be a day such as"]);
    check(&with("colour", json!("red")), &["colour: there is no such field; there are $schema, format"]);
    check(&with("link", json!(true)), &["link is true; it must be a text"]);
    check(&with("set", json!([])), &["set is []; it must be an object"]);
    check(
        &with("set", json!({"pue": 9, "trainium_mix": "0.7", "capex": 1, "power_slip": null})),
        &[
            "set.pue is 9, outside 1.03 to 1.6",
            "set.trainium_mix is \"0.7\"; it must be a number",
            "set.capex: there is no such input",
            "set.power_slip is null",
        ],
    );
    check(
        &with("compared", json!({"name": " x", "baseline": 2025, "set": {"pue": 1}, "link": ""})),
        &[
            "compared.link: there is no such field; there are name, baseline, set",
            "compared.name is \" x\"",
            "compared.baseline is 2025",
            "compared.set.pue is 1, outside",
        ],
    );
    check(&with("compared", json!("2025q3")), &["compared is \"2025q3\"; it must be an object"]);
    let twice = r#"{"format": "buildout-scenario", "version": 1, "name": "x", "name": "y", "baseline": "2026q2",
        "set": {"pue": 1.1, "pue": 1.2}}"#;
    check(twice, &["name is given more than once", "set.pue is given more than once"]);
}

/// A name may hold anything, and what is told of it is a line.
#[test]
fn a_mistake_is_told_in_one_line() {
    let odd = "a\n\u{1b}[2J";
    check(&with(odd, json!(1)), &["a \u{fffd}[2J: there is no such field"]);
    check(&with("set", json!({odd: 1})), &["set.a \u{fffd}[2J: there is no such input"]);
    check(&with(&"long".repeat(1000), json!(1)), &["longlong…: there is no such field"]);
    check(&with("made", json!("\u{7f}")), &["made is \"\u{fffd}\"; it must be a day"]);
}

#[test]
fn the_seeds_of_fuzzing_hold() {
    seeds::hold("scenario_files", check::check);
}

#[test]
fn whatever_the_schema_refuses_is_refused() {
    for (field, value) in [
        ("format", json!("x")),
        ("version", json!(2)),
        ("name", json!("")),
        ("baseline", json!("2020q1")),
        ("horizon", json!(1999)),
        ("made", json!("today")),
        ("colour", json!("red")),
        ("set", json!({"pue": 9})),
        ("set", json!({"capex": 1})),
        ("compared", json!({})),
    ] {
        let text = with(field, value);
        assert_eq!(violations_of(&text).len(), 1, "{text}");
        assert_eq!(read_scenario_file(&text).unwrap_err().len(), 1, "{text}");
    }
    assert_eq!(violations_of(&with("nothing", Value::Null)), Vec::<String>::new());
}

#[test]
fn an_edited_field_counts_more_than_the_link() {
    let mut link = Link::decode("1~2025q3~psl_3~L_zh~V_chips").link;
    link.receipt = Some(Receipt::of(&link));
    let text = ScenarioFile::new("Late grid", link.clone()).write();
    assert_eq!(read_scenario_file(&text).unwrap().file.link(), &link);
    let opened = read_scenario_file(&text.replace("\"power_slip\": 3", "\"power_slip\": 2")).unwrap();
    assert_eq!(opened.notices, [ScenarioFileNotice::LinkSaysOther]);
    assert_eq!(opened.file.link().encode(), "1~2025q3~psl_2");
    let opened = read_scenario_file(&text.replace("V_chips", "V_moon")).unwrap();
    assert!(opened.notices[0].to_string().contains("'V_moon'"), "{}", opened.notices[0]);
    assert_eq!(opened.file.link().view.language, Some(Language::Chinese));
}

#[test]
fn a_file_without_a_name_gets_one() {
    for (name, link, want) in [
        (" Mine\n", "1~2025q3~psl_1", "Mine"),
        ("\t", "1~2025q3~psl_1", "Scenario"),
        ("", "1~2025q3~cx1_190~psl_3~mw_1", "Money is ready; power is late"),
    ] {
        assert_eq!(ScenarioFile::new(name, Link::decode(link).link).name(), want);
    }
}

#[test]
fn an_error_is_an_error() {
    let errors: Vec<ScenarioFileError> = read_scenario_file("{}").unwrap_err();
    let error: &dyn std::error::Error = &errors[0];
    assert!(error.to_string().contains("format"));
}
