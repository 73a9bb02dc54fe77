//! The ranges that the inputs are drawn from, to be changed.

use crate::{choices::Choices, controls, html::Html, sheet::Subject};
use buildout_figures::{
    format::{self, typed},
    text,
};
use buildout_model::{Input, Uncertainty};
use buildout_scenario::{Link, Ranges};

/// Names of the controls: what stands before the id of the input.
const LOW: &str = "low.";
const HIGH: &str = "high.";
const DRAWN: &str = "drawn.";
/// The input that becomes uncertain.
const ADD: &str = "add";
/// The range of an input that nothing is declared for.
const FIRST_RANGE: (f64, f64) = (0.9, 1.1);

/// Changes ranges as the controls say. What cannot be a range is left as it was, and shown as it was.
pub(super) fn change(ranges: &mut Ranges, choices: &Choices) {
    let mut end = |id: &str, text: &str, is_low: bool| {
        let Ok(input) = Input::from_id(id) else { return };
        let (Some(Uncertainty::Scale { low, high } | Uncertainty::Add { low, high }), Some(value)) =
            (ranges.of(input), typed(text))
        else {
            return;
        };
        let (low, high) = if is_low { (value, high) } else { (low, value) };
        let _ = ranges.set(input, low, high);
    };
    choices.beginning(LOW).for_each(|(id, text)| end(id, text, true));
    choices.beginning(HIGH).for_each(|(id, text)| end(id, text, false));
    for (id, text) in choices.beginning(DRAWN) {
        let Ok(input) = Input::from_id(id) else { continue };
        if text != "true" {
            ranges.switch_off(input);
        } else if input.declaration().uncertainty.is_some() {
            ranges.reset(input);
        } else {
            let _ = ranges.set(input, FIRST_RANGE.0, FIRST_RANGE.1);
        }
    }
    if let Some(input) = choices.input(ADD) {
        let _ = ranges.set(input, FIRST_RANGE.0, FIRST_RANGE.1);
    }
}

pub(super) fn write(html: &mut Html, subject: &Subject) {
    let language = subject.language;
    let ranges = &subject.link.uncertain.ranges;
    let count = ranges.drawn().count();
    html.element("details", &[("class", "ranges"), ("data-keep-open", "ranges")], |html| {
        let summary = language.pick(
            format!("Ranges of {count} uncertain inputs"),
            format!("{count} 个不确定参数的取值区间"),
        );
        html.words("summary", &[], &summary);
        html.words(
            "p",
            &[("class", "quiet")],
            subject.say(
                "Factors on the value of the scenario, most likely 1; for inputs marked “+”, an addition, most likely the lower end.",
                "以情景数值的倍数表示，最可能为 1；标有“+”的参数为附加值，最可能为下限。",
            ),
        );
        html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
            html.element("table", &[("data-sheet-table", "ranges")], |html| {
                html.element("thead", &[], |html| {
                    html.element("tr", &[], |html| {
                        for words in [
                            subject.say("Input", "参数"),
                            subject.say("Value", "数值"),
                            subject.say("Lowest", "最低"),
                            subject.say("Highest", "最高"),
                            subject.say("drawn", "抽样"),
                        ] {
                            html.words("th", &[("scope", "col")], words);
                        }
                    });
                });
                html.element("tbody", &[], |html| {
                    for input in shown(ranges) {
                        row(html, subject, input);
                    }
                });
            });
        });
        html.element("div", &[("class", "sheet-controls")], |html| {
            html.element("label", &[], |html| {
                html.words("span", &[], subject.say("Make another input uncertain", "让其他参数也不确定"));
                html.element("select", &[("data-choice", ADD), ("data-once", "")], |html| {
                    html.words("option", &[("value", "")], "–");
                    for input in Input::ALL.into_iter().filter(|input| ranges.of(*input).is_none()) {
                        html.words("option", &[("value", input.id())], text::input_label(input, language));
                    }
                });
            });
            if ranges.changes().next().is_some() {
                let mut link: Link = subject.link.clone();
                link.uncertain.ranges = Ranges::default();
                let declared = subject.say("Declared ranges again", "恢复原定区间");
                html.words("button", &[("type", "button"), ("data-go", &link.encode())], declared);
            }
        });
    });
}

/// The inputs with a row: those drawn, and those that would be.
fn shown(ranges: &Ranges) -> impl Iterator<Item = Input> + '_ {
    Input::ALL.into_iter().filter(|input| {
        ranges.of(*input).is_some() || input.declaration().uncertainty.is_some() || ranges.is_changed(*input)
    })
}

fn row(html: &mut Html, subject: &Subject, input: Input) {
    let language = subject.language;
    let ranges = &subject.link.uncertain.ranges;
    let declaration = input.declaration();
    let label = text::input_label(input, language);
    let class = if ranges.is_changed(input) { "changed" } else { "" };
    html.element("tr", &[("class", class), ("data-row", input.id())], |html| {
        html.words("th", &[("scope", "row")], label);
        let value = text::input_value(declaration.unit, subject.link.scenario.get(input), language);
        html.words("td", &[], &value);
        let ends = ranges.of(input).map(|range| match range {
            Uncertainty::Scale { low, high } => (low, high, ""),
            Uncertainty::Add { low, high } => (low, high, "+"),
        });
        for (prefix, name, is_low) in
            [(LOW, subject.say("lowest", "最低"), true), (HIGH, subject.say("highest", "最高"), false)]
        {
            html.element("td", &[], |html| {
                if let Some((low, high, sign)) = ends {
                    let end = format::exact(if is_low { low } else { high });
                    html.text(sign);
                    let control = format!("{prefix}{}", input.id());
                    controls::bare_number(html, &control, &format!("{label}: {name}"), &end, true);
                }
            });
        }
        html.element("td", &[], |html| {
            let control = format!("{DRAWN}{}", input.id());
            let mut attributes = vec![
                ("type", "checkbox"),
                ("data-choice", &*control),
                ("data-once", ""),
                ("aria-label", label),
            ];
            if ends.is_some() {
                attributes.push(("checked", ""));
            }
            html.void("input", &attributes);
        });
    });
}
