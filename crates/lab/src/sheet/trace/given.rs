//! What the run was given: an input with what it rests on, or a figure of a filing with its source.

use super::{Sheet, terms};
use crate::html::Html;
use buildout_figures::text;
use buildout_model::{Input, Output, Quarter, ReportedQuarter, reported_figure};
use buildout_trace::Figure;
use std::cell::RefCell;

/// A button that moves the focus to the control of an input.
pub(super) fn control_button(html: &mut Html, sheet: &Sheet<'_>, input: Input) {
    let attributes = [("type", "button"), ("data-control-of", input.id())];
    html.words("button", &attributes, sheet.subject.say("To its control", "转到其控件"));
}

pub(super) fn write_input(html: &mut Html, sheet: &Sheet<'_>, input: Input, value: f64) {
    let language = sheet.subject.language;
    let declared = input.declaration();
    let scenario = &sheet.traced.run.scenario;
    html.element("h3", &[("tabindex", "-1"), ("data-sheet-focus", "")], |html| {
        html.text(text::input_label(input, language));
    });
    html.element("p", &[("class", "traced")], |html| {
        let says = text::input_value(declared.unit, value, language);
        html.words("b", &[("data-value", &value.to_string())], &says);
        html.text(" ");
        control_button(html, sheet, input);
    });
    html.words("p", &[("class", "quiet")], text::input_meaning(input, language));
    let baseline = scenario.baseline();
    let label = language.pick(baseline.label_en(), baseline.label_zh());
    let say = |english, chinese| sheet.subject.say(english, chinese);
    html.element("dl", &[("class", "given")], |html| {
        let mut row = |name: &str, words: &str| {
            html.words("dt", &[], name);
            html.words("dd", &[], words);
        };
        row(
            say("Base value", "基准值"),
            &text::input_base(declared, declared.base(baseline), label, language),
        );
        row(say("Range", "取值范围"), &text::input_range(declared, language));
        row(say("Grade", "证据等级"), &text::grade_in_words(declared.grade, language));
        for source in text::sources(declared.source, language) {
            let detail = source.detail.map(|detail| format!(" “{detail}”")).unwrap_or_default();
            row(say("Source", "来源"), &format!("{}{detail}", source.document));
        }
        row(say("As of", "截至"), &format!("{label} ({})", baseline.history_end()));
    });
}

/// The figure of a filing, or one that follows from some: then from which.
pub(super) fn write_reported(html: &mut Html, sheet: &Sheet<'_>, output: Output, quarter: Quarter) {
    let subject = sheet.subject;
    let language = subject.language;
    let used = RefCell::new(Vec::new());
    let value = reported_figure(output, |ago, output| {
        let at = quarter.plus(-ago);
        let value = ReportedQuarter::at(at)?.disclosed(output)?;
        used.borrow_mut().push((output, at, value));
        Some(value)
    });
    let Some(value) = value else {
        let words =
            subject.say("Amazon reports no such figure for that quarter.", "亚马逊未披露该季度的这一数值。");
        return html.words("p", &[], words);
    };
    let declared = output.declaration();
    sheet.heading(html, &text::output_name(output, language), Some(quarter), declared.unit, value);
    let used = used.into_inner();
    let is_filed = used.iter().any(|(of, at, _)| (*of, *at) == (output, quarter));
    if is_filed {
        html.words("p", &[], subject.say("Reported by Amazon.", "亚马逊披露的数据。"));
    } else {
        html.words("p", &[], subject.say("It follows from reported figures:", "由以下披露数据得出："));
        html.element("ul", &[("class", "feeds")], |html| {
            for (output, at, value) in used {
                html.element("li", &[], |html| {
                    let words = format!("{} {at}", text::output_label(output, language));
                    sheet.button(html, &super::point::name_of(Figure::Reported(output), Some(at)), &words);
                    let says = terms::say(Figure::Reported(output), value, sheet);
                    html.words("span", &[("data-value", &value.to_string())], &format!(" {says}"));
                });
            }
        });
    }
    evidence(html, sheet, quarter);
    let cell = sheet.traced.trace.find(Figure::Reported(output), Some(quarter));
    if let Some(cell) = cell.and_then(|id| sheet.traced.trace.cell(id)) {
        terms::write_feeds(html, sheet, cell);
    }
}

/// What the figures of a quarter rest on.
fn evidence(html: &mut Html, sheet: &Sheet<'_>, quarter: Quarter) {
    let Some(evidence) = ReportedQuarter::at(quarter).and_then(ReportedQuarter::evidence) else { return };
    let say = |english, chinese| sheet.subject.say(english, chinese);
    html.element("dl", &[("class", "given")], |html| {
        html.words("dt", &[], say("Quarter to", "季度截止日"));
        html.words("dd", &[], evidence.period_end);
        for (name, words) in [
            (say("Source", "来源"), evidence.source),
            (say("Confidence", "可信度"), evidence.confidence),
            (say("Rounded or estimated (M$)", "取整或估计的字段（百万美元）"), evidence.rounded),
            (say("Notes", "备注"), evidence.notes),
        ] {
            if !words.is_empty() {
                html.words("dt", &[], name);
                // The notes on sources are kept in the language of the filings.
                html.words("dd", &[("lang", "en")], words);
            }
        }
    });
}
