//! What was found, in words, each value a way to go there.

use super::{Seek, figure};
use crate::html::Html;
use buildout_analysis::{Finding, Sought};
use buildout_figures::text;

pub(super) fn write(html: &mut Html, seek: &Seek, sought: &Sought) {
    let subject = &seek.subject;
    let language = subject.language;
    let label = figure::label(seek.target, subject);
    let input = text::input_label(seek.input, language);
    let wanted = seek.say(Some(sought.wanted));
    let now = language.pick(
        format!("{label} is {} now.", seek.say(seek.now)),
        format!("{label}目前为 {}。", seek.say(seek.now)),
    );
    html.words("p", &[("class", "sheet-sentence")], &now);
    html.element("ul", &[("class", "findings"), ("data-findings", "")], |html| {
        if !sought.is_moved {
            let words = language.pick(
                format!("{input} does not move it: it is the same over the whole range."),
                format!("{input}对其没有影响：在整个范围内都相同。"),
            );
            html.words("li", &[("data-finding", "flat")], &words);
            return;
        }
        for finding in &sought.findings {
            one(html, seek, finding, input, &wanted);
        }
        if let Some(nearest) = sought.nearest {
            let value = text::input_value(seek.input.declaration().unit, nearest.value, language);
            let result = seek.say(Some(nearest.result));
            let words = language.pick(
                format!("{wanted} is not reached anywhere in the range of {input}; nearest is {result}, at {value}."),
                format!("在{input}的范围内无法达到 {wanted}；最接近的是 {value} 时的 {result}。"),
            );
            html.element("li", &[("data-finding", "nearest")], |html| {
                html.text(&words);
                go(html, seek, nearest.value);
            });
        }
    });
}

fn one(html: &mut Html, seek: &Seek, finding: &Finding, input: &str, wanted: &str) {
    let language = seek.subject.language;
    let say = |value| text::input_value(seek.input.declaration().unit, value, language);
    match finding {
        Finding::Solution(reached) => {
            let words = language.pick(
                format!("{input} at {} gives {wanted}.", say(reached.value)),
                format!("{input}为 {} 时，达到 {wanted}。", say(reached.value)),
            );
            let exact = reached.value.to_string();
            html.element("li", &[("data-finding", "solution"), ("data-value", &exact)], |html| {
                html.text(&words);
                go(html, seek, reached.value);
            });
        }
        Finding::Flat { from, to } => {
            let words = language.pick(
                format!(
                    "Anything from {} to {} gives {wanted}: it makes no difference there.",
                    say(*from),
                    say(*to)
                ),
                format!("{} 至 {} 之间均为 {wanted}：此段没有影响。", say(*from), say(*to)),
            );
            html.element("li", &[("data-finding", "stretch")], |html| {
                html.text(&words);
                go(html, seek, *from);
            });
        }
        Finding::Jump { before, after } => {
            let words = language.pick(
                format!(
                    "At {} it jumps from {} to {}, over {wanted}.",
                    say(after.value),
                    seek.say(Some(before.result)),
                    seek.say(Some(after.result))
                ),
                format!(
                    "在 {} 处由 {} 跳到 {}，越过 {wanted}。",
                    say(after.value),
                    seek.say(Some(before.result)),
                    seek.say(Some(after.result))
                ),
            );
            html.words("li", &[("data-finding", "jump")], &words);
        }
        Finding::Missing { from, to } => {
            let words = language.pick(
                format!("From {} to {} there is no such figure.", say(*from), say(*to)),
                format!("{} 至 {} 之间不存在该指标。", say(*from), say(*to)),
            );
            html.words("li", &[("data-finding", "missing")], &words);
        }
    }
}

/// The way to a value of the input.
pub(super) fn go(html: &mut Html, seek: &Seek, value: f64) {
    let link = seek.subject.with(&[(seek.input, value)]);
    let words = seek.subject.say("Set it", "采用");
    html.text(" ");
    html.words("button", &[("type", "button"), ("data-go", &link)], words);
}
