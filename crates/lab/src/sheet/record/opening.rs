//! The position that the hindcast opens with, and what each value rests on.

use super::{Against, cells};
use crate::html::Html;
use buildout_analysis::{Contestant, HINDCAST_OPENING, Hindcast, OpeningInput, OpeningKind, wins_without};
use buildout_figures::text;
use buildout_model::Input;

pub(super) fn write(html: &mut Html, sheet: &Against, hindcast: &Hindcast) {
    let subject = &sheet.subject;
    let language = subject.language;
    let count = |kind| HINDCAST_OPENING.iter().filter(|opening| opening.kind == kind).count();
    let [reported, derived, assumed] = OpeningKind::ALL.map(count);
    let summary = language.pick(
        format!(
            "Where the hindcast starts: {reported} values reported, {derived} derived, {assumed} assumed"
        ),
        format!("回测的起点：{reported} 项为公布值，{derived} 项推算，{assumed} 项假设"),
    );
    html.element("details", &[("data-keep-open", "opening")], |html| {
        html.words("summary", &[], &summary);
        html.words("p", &[("class", "quiet")], &rests_on(sheet, hindcast));
        let (base, known_to) = (hindcast.base, hindcast.known_to);
        let caption = language.pick(
            format!("Inputs that differ from the base case of {base}, as of the end of {known_to}"),
            format!("与 {base} 基准情景不同的参数，截至 {known_to} 末"),
        );
        cells::table(html, ("opening", "words"), &caption, |html| {
            html.element("thead", &[], |html| {
                let heads = [
                    subject.say("Input", "参数"),
                    subject.say("value", "取值"),
                    subject.say("kind", "类别"),
                    subject.say("wins without it", "不采用时胜出数"),
                    subject.say("source", "来源"),
                    subject.say("how it was found", "取值方法"),
                ];
                cells::heads(html, &heads);
            });
            html.element("tbody", &[], |html| {
                for (opening, wins) in HINDCAST_OPENING.iter().zip(&sheet.wins_without) {
                    row(html, sheet, opening, *wins);
                }
            });
        });
    });
}

fn row(html: &mut Html, sheet: &Against, opening: &OpeningInput, wins: Option<usize>) {
    let language = sheet.subject.language;
    html.element("tr", &[("data-row", opening.input.id()), ("data-kind", opening.kind.id())], |html| {
        html.words("th", &[("scope", "row")], text::input_label(opening.input, language));
        let value = text::input_value(opening.input.declaration().unit, opening.value, language);
        cells::value(html, Some(opening.value), &value);
        html.words("td", &[], kind(sheet, opening.kind));
        let count = wins.map_or_else(|| text::none(language).to_owned(), |wins| wins.to_string());
        cells::value(html, wins.map(|wins| wins as f64), &count);
        let sources = text::sources(opening.source, language);
        let documents: Vec<String> = sources.into_iter().map(|source| source.document).collect();
        html.words("td", &[], &documents.join(language.pick("; ", "；")));
        html.words("td", &[("class", "note")], language.pick(opening.note_en, opening.note_zh));
    });
}

/// How much of the result rests on the opening position.
fn rests_on(sheet: &Against, hindcast: &Hindcast) -> String {
    let wins = hindcast.wins(Contestant::Model);
    let without = || sheet.wins_without.iter().flatten();
    let (fewest, most) = (without().min().unwrap_or(&wins), without().max().unwrap_or(&wins));
    let assumed = HINDCAST_OPENING.iter().filter(|opening| opening.kind == OpeningKind::Assumed);
    let assumed: Vec<Input> = assumed.map(|opening| opening.input).collect();
    let without_assumed = wins_without(&assumed).unwrap_or(wins);
    let base = hindcast.base;
    sheet.subject.language.pick(
        format!("As listed, the model is nearest for {wins} figures. With one value at a time put back to the base of {base} it would be {fewest} to {most}, and with every assumed value put back {without_assumed}."),
        format!("按下表取值，模型最接近的有 {wins} 项。逐一改回 {base} 基准值时为 {fewest} 至 {most} 项；全部假设值改回时为 {without_assumed} 项。"),
    )
}

fn kind(sheet: &Against, kind: OpeningKind) -> &'static str {
    match kind {
        OpeningKind::Reported => sheet.subject.say("reported", "公布"),
        OpeningKind::Derived => sheet.subject.say("derived", "推算"),
        OpeningKind::Assumed => sheet.subject.say("assumed", "假设"),
    }
}
