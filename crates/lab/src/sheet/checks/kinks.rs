//! Where the figure bends over the range of each main lever.

use super::Checks;
use crate::{html::Html, sheet::table};
use buildout_analysis::Kink;
use buildout_figures::{format, text};
use buildout_model::Input;

pub(super) fn write(html: &mut Html, sheet: &Checks) {
    let subject = &sheet.subject;
    let count: usize = sheet.kinks.iter().map(|(_, kinks)| kinks.len()).sum();
    html.element("section", &[("data-kinks", &*count.to_string())], |html| {
        html.words("h3", &[], subject.say("Where it bends", "转折点"));
        html.words(
            "p",
            &[("class", "quiet")],
            subject.say(
                "Values of the main levers at which the figure changes its course by half of its mean steepness or more, all else as it stands, with the first quarter in which another limit then binds.",
                "其余不变时，主要参数在这些取值处使该指标的走势发生不小于平均斜率一半的变化，并列出此后瓶颈首次改变的季度。",
            ),
        );
        if count == 0 {
            html.words("p", &[], subject.say("It bends nowhere.", "没有转折点。"));
            return;
        }
        table::wide(html, "kinks", |html| {
            table::head(
                html,
                &[
                    subject.say("Lever", "参数"),
                    subject.say("at", "取值"),
                    subject.say("a unit more, before", "此前每增一单位"),
                    subject.say("after", "此后"),
                    subject.say("what binds", "瓶颈"),
                    "",
                ],
            );
            html.element("tbody", &[], |html| {
                for (input, kink) in sheet.kinks.iter().flat_map(|(input, kinks)| kinks.iter().map(move |kink| (*input, kink))) {
                    row(html, sheet, input, kink);
                }
            });
        });
    });
}

fn row(html: &mut Html, sheet: &Checks, input: Input, kink: &Kink) {
    let subject = &sheet.subject;
    let language = subject.language;
    html.element("tr", &[("data-kink-of", input.id())], |html| {
        html.words("th", &[("scope", "row")], text::input_label(input, language));
        let says = text::input_value(input.declaration().unit, kink.value, language);
        html.words("td", &[("data-value", &*kink.value.to_string())], &says);
        for slope in [kink.slope_before, kink.slope_after] {
            html.words("td", &[], &format::change(sheet.goal.unit(), slope, language));
        }
        let limits = kink.limits.map(|(quarter, before, after)| {
            format!("{} → {} ({quarter})", text::limit(before, language), text::limit(after, language))
        });
        html.words("td", &[], limits.as_deref().unwrap_or_else(|| subject.say("the same", "不变")));
        html.element("td", &[], |html| {
            let link = subject.with(&[(input, kink.value)]);
            html.words("button", &[("type", "button"), ("data-go", &*link)], subject.say("Go there", "前往"));
        });
    });
}
