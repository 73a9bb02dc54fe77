//! Every change with what it contributes, and the way to take it back.

use super::Why;
use crate::{html::Html, sheet::table};
use buildout_analysis::{Bar, Bridge, Player};
use buildout_figures::{
    format, text,
    traced::{Asked, RunOf},
};
use buildout_model::Baseline;

pub(super) fn write(html: &mut Html, sheet: &Why, bridge: &Bridge) {
    let subject = &sheet.subject;
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        html.element("table", &[("data-sheet-table", "bridge")], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    for words in [
                        subject.say("Change", "改动"),
                        subject.say("from", "由"),
                        subject.say("to", "至"),
                        subject.say("contributes", "贡献"),
                    ] {
                        html.words("th", &[("scope", "col")], words);
                    }
                    html.element("td", &[], |_| {});
                });
            });
            html.element("tbody", &[], |html| bridge.bars.iter().for_each(|bar| row(html, sheet, bar)));
        });
    });
}

fn row(html: &mut Html, sheet: &Why, bar: &Bar) {
    let subject = &sheet.subject;
    let language = subject.language;
    let value = |value: f64| match bar.player {
        Player::Input(input) => text::input_value(input.declaration().unit, value, language),
        Player::Baseline => {
            let baseline = Baseline::ALL.into_iter().find(|baseline| f64::from(*baseline as u8) == value);
            baseline.map_or(String::new(), |baseline| {
                language.pick(baseline.label_en(), baseline.label_zh()).to_owned()
            })
        }
    };
    html.element("tr", &[], |html| {
        html.words("th", &[("scope", "row")], &sheet.name(bar.player));
        let asked = |of: RunOf| match bar.player {
            Player::Input(input) => Some(Asked::point(format!("input:{}", input.id()), of)),
            Player::Baseline => None,
        };
        for (of, value) in [(RunOf::Other, value(bar.from_value)), (RunOf::Scenario, value(bar.to_value))] {
            html.element("td", &[], |html| table::traced(html, asked(of).as_ref(), &value));
        }
        let mut words = sheet.say_change(bar.contribution);
        if let Some(error) = bar.error {
            words += &format!(" ± {}", format::figure(sheet.target.unit(), error, language));
        }
        html.words("td", &[("data-value", &bar.contribution.to_string())], &words);
        html.element("td", &[], |html| {
            // A baseline is no lever to take back.
            if let Player::Input(input) = bar.player {
                let link = subject.with(&[(input, sheet.from.get(input))]);
                let attributes = [("type", "button"), ("data-go", &*link)];
                html.words("button", &attributes, subject.say("Take back", "撤回"));
            }
        });
    });
}
