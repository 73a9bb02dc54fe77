//! What leads from words to the inputs and outputs that they are about.

use super::Subject;
use crate::html::Html;
use buildout_evidence::About;
use buildout_figures::text;
use buildout_model::{Input, Output};

/// A button for each: an input leads to its control, an output to its equation.
pub(super) fn buttons(html: &mut Html, subject: &Subject, about: impl IntoIterator<Item = About>) {
    html.element("span", &[("class", "about")], |html| {
        for about in about {
            match about {
                About::Input(input) => input_button(html, subject, input),
                About::Output(output) => output_button(html, subject, output),
            }
        }
    });
}

fn input_button(html: &mut Html, subject: &Subject, input: Input) {
    let label = text::input_label(input, subject.language);
    let attributes = [
        ("type", "button"),
        ("data-control-of", input.id()),
        ("title", subject.say("An input: go to its control", "参数：转到其控件")),
    ];
    html.words("button", &attributes, label);
}

fn output_button(html: &mut Html, subject: &Subject, output: Output) {
    let label = text::output_label(output, subject.language);
    let (id, quarter) = (output.id(), subject.link.scenario.baseline().first_quarter());
    let choices = format!("sheet=trace\ntrace=output:{id}@{quarter}\ntrail=");
    let attributes = [
        ("type", "button"),
        ("class", "plain"),
        ("data-choose", &*choices),
        ("title", subject.say("An output: where it comes from", "输出：从何而来")),
    ];
    html.words("button", &attributes, label);
}
