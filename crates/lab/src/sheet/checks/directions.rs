//! What raising each input does to the figure, against what is expected.

use super::Checks;
use crate::{html::Html, sheet::table};
use buildout_analysis::{CheckCase, Ends, Expectation, Expected, Target};
use buildout_figures::{
    format, text,
    traced::{Asked, RunOf},
};
use buildout_scenario::{Language, PRESETS};

pub(super) fn write(html: &mut Html, sheet: &Checks) {
    let subject = &sheet.subject;
    let language = subject.language;
    let places = 0..sheet.expectations.len();
    let wrong = places.clone().filter(|place| !is_as_expected(sheet, *place)).count();
    let otherwise = places.filter(|place| is_otherwise_here(sheet, *place)).count();
    let (inputs, cases) = (sheet.expectations.len(), sheet.cases.len());
    html.words(
        "p",
        &[("data-finding", ""), ("class", if wrong == 0 { "good" } else { "bad" })],
        &language.pick(
            format!(
                "{} of {inputs} inputs do to this figure what is expected of them, at both ends of their ranges, in {cases} scenarios.",
                inputs - wrong
            ),
            format!("{inputs} 个参数中有 {} 个在取值两端、{cases} 个情景中均按预期影响该指标。", inputs - wrong),
        ),
    );
    if otherwise > 0 {
        html.words(
            "p",
            &[],
            &language.pick(
                format!("In the scenario at hand {otherwise} of them go the other way: something else binds in it."),
                format!("在当前情景中有 {otherwise} 个方向相反：其瓶颈不同。"),
            ),
        );
    }
    table::wide(html, "checks", |html| {
        table::head(
            html,
            &[
                subject.say("Raising it", "调高该参数"),
                subject.say("is expected to", "预期"),
                subject.say("at its lowest", "取最低值"),
                subject.say("as it stands", "当前值"),
                subject.say("at its highest", "取最高值"),
                subject.say("as expected", "符合预期"),
            ],
        );
        html.element("tbody", &[], |html| {
            for (place, expectation) in sheet.expectations.iter().enumerate() {
                row(html, sheet, place, expectation);
            }
        });
    });
}

/// What the input at a place does in every case, with the case.
fn found(sheet: &Checks, place: usize) -> impl Iterator<Item = (&CheckCase, &Ends)> {
    sheet.cases.iter().zip(&sheet.found).filter_map(move |(case, found)| Some((case, found.get(place)?)))
}

fn is_as_expected(sheet: &Checks, place: usize) -> bool {
    let Some(expectation) = sheet.expectations.get(place) else { return false };
    let expected = expectation.of(sheet.goal);
    found(sheet, place).all(|(_, ends)| expected.allows(ends))
}

/// Whether the scenario of the link is an exception to what is stated.
fn is_otherwise_here(sheet: &Checks, place: usize) -> bool {
    let expected = sheet.expectations.get(place).map(|expectation| expectation.of(sheet.goal));
    expected.zip(sheet.here.get(place)).is_some_and(|(expected, ends)| !expected.allows(ends))
}

fn row(html: &mut Html, sheet: &Checks, place: usize, expectation: &Expectation) {
    let subject = &sheet.subject;
    let language = subject.language;
    let expected = expectation.of(sheet.goal);
    html.element("tr", &[("data-check", expectation.input.id())], |html| {
        html.element("th", &[("scope", "row")], |html| {
            html.text(text::input_label(expectation.input, language));
            html.element("div", &[("class", "source")], |html| {
                let note = language.pick(expectation.note_en, expectation.note_zh);
                if !note.is_empty() {
                    html.words("p", &[], note);
                }
                if expected == Expected::Depends {
                    html.words("p", &[], &both(sheet, place));
                }
            });
        });
        html.words("td", &[("data-expected", code(expected))], in_words(expected, language));
        if let Some(ends) = sheet.here.get(place) {
            let declared = expectation.input.declaration();
            let with = |value| RunOf::With(vec![(expectation.input, value)]);
            for (value, of) in [
                (ends.at_min, with(declared.min)),
                (ends.now, RunOf::Scenario),
                (ends.at_max, with(declared.max)),
            ] {
                match value {
                    Some(value) => {
                        let says = format::figure(sheet.goal.unit(), value, language);
                        let asked = Asked::point(Target::Headline(sheet.goal).point(), of);
                        table::traced_value(html, value, &asked, &says);
                    }
                    None => html.words("td", &[], text::none(language)),
                }
            }
        }
        let is_good = is_as_expected(sheet, place);
        let class = if is_good { "good" } else { "bad" };
        html.element("td", &[("class", class)], |html| {
            html.text(if is_good { "✓" } else { "✗" });
            if is_otherwise_here(sheet, place) {
                html.words("p", &[("class", "quiet")], subject.say("otherwise here", "本情景除外"));
            }
        });
    });
}

fn code(expected: Expected) -> &'static str {
    match expected {
        Expected::Up => "up",
        Expected::Down => "down",
        Expected::Nothing => "nothing",
        Expected::Depends => "depends",
    }
}

fn in_words(expected: Expected, language: Language) -> &'static str {
    match expected {
        Expected::Up => language.pick("↑ raise it", "↑ 上升"),
        Expected::Down => language.pick("↓ lower it", "↓ 下降"),
        Expected::Nothing => language.pick("– do nothing", "– 无影响"),
        Expected::Depends => language.pick("↕ do either, by what binds", "↕ 取决于瓶颈"),
    }
}

/// A scenario in which it goes up, and one in which it goes down.
fn both(sheet: &Checks, place: usize) -> String {
    let language = sheet.subject.language;
    let first = |goes: &dyn Fn(&Ends) -> bool| {
        let mut all = found(sheet, place).filter(|(_, ends)| goes(ends));
        all.next().map(|(case, ends)| (name(case, language), says(sheet, ends)))
    };
    let nowhere = || (language.pick("nowhere", "无").to_owned(), String::new());
    let (up, up_says) = first(&Ends::goes_up).unwrap_or_else(nowhere);
    let (down, down_says) = first(&Ends::goes_down).unwrap_or_else(nowhere);
    language.pick(
        format!("Up, for one, in “{up}”: {up_says}. Down in “{down}”: {down_says}."),
        format!("上升之例：“{up}”，{up_says}。下降之例：“{down}”，{down_says}。"),
    )
}

fn name(case: &CheckCase, language: Language) -> String {
    let baseline = case.scenario.baseline();
    let preset = case.preset.and_then(|id| PRESETS.iter().find(|preset| preset.id == id));
    preset.map_or_else(
        || language.pick(baseline.label_en(), baseline.label_zh()).to_owned(),
        |preset| language.pick(preset.label_en, preset.label_zh).to_owned(),
    )
}

/// The figure at the lowest value, as it stands, and at the highest.
fn says(sheet: &Checks, ends: &Ends) -> String {
    let language = sheet.subject.language;
    let say = |value: Option<f64>| {
        value.map_or_else(
            || text::none(language).to_owned(),
            |value| format::figure(sheet.goal.unit(), value, language),
        )
    };
    format!("{} → {} → {}", say(ends.at_min), say(ends.now), say(ends.at_max))
}
