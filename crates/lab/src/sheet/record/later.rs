//! The run beside the quarters reported after its baseline.

use super::{Against, cells, chart, scores};
use crate::{html::Html, sheet::table};
use buildout_analysis::{Compared, FigureRecord, Record};
use buildout_figures::{
    text,
    traced::{Asked, RunOf},
};
use buildout_model::{Quarter, ReportedQuarter};

/// Reported quarters before the baseline that a picture begins with.
const BEFORE: i32 = 4;

pub(super) fn write(html: &mut Html, sheet: &Against, record: &Record) {
    let subject = &sheet.subject;
    let end = subject.link.scenario.baseline().history_end();
    let title = subject.language.pick(
        format!("The run against what was reported after {end}"),
        format!("推演与 {end} 之后财报的对照"),
    );
    html.words("h3", &[], &title);
    html.words("p", &[("class", "quiet")], &as_of(sheet, record));
    if let Some(figure) = record.figures.iter().find(|figure| figure.output == sheet.chosen) {
        html.words("p", &[("class", "sheet-sentence")], &scores::sentence(sheet, record, figure));
        picture(html, sheet, record, figure);
    }
    scores::write(html, sheet, record);
    quarters(html, sheet, record);
}

/// Which quarters, from where, against which run.
fn as_of(sheet: &Against, record: &Record) -> String {
    let subject = &sheet.subject;
    let language = subject.language;
    let baseline = subject.link.scenario.baseline();
    let (label, end) = (language.pick(baseline.label_en(), baseline.label_zh()), baseline.history_end());
    let (when, of, filings) = (cells::span(&record.quarters), of(sheet), sheet.filings());
    language.pick(
        format!("Reported: {when}, from {filings}. Run: {of} of “{label}”, which knows reports to {end}. Error: run less reported."),
        format!("财报：{when}，来自{filings}。推演：“{label}”的{of}，仅知截至 {end} 的财报。误差：推演减财报。"),
    )
}

fn of(sheet: &Against) -> &'static str {
    if sheet.is_base {
        sheet.subject.say("base case", "基准情景")
    } else {
        sheet.subject.say("this scenario", "本情景")
    }
}

fn picture(html: &mut Html, sheet: &Against, record: &Record, figure: &FigureRecord) {
    let subject = &sheet.subject;
    let output = figure.output;
    let Some(first) = record.quarters.first() else { return };
    let before = (1..=BEFORE).rev().map(|ago| first.plus(-ago));
    let reported = before
        .chain(record.quarters.iter().copied())
        .filter_map(|quarter| Some((quarter, ReportedQuarter::at(quarter)?.get(output)?)));
    let run = |pairs: &[Compared]| pairs.iter().map(|pair| (pair.quarter, pair.run)).collect();
    let mut lines = vec![
        chart::Line::new("reported", subject.say("reported", "财报"), reported.collect()),
        chart::Line::new("0", of(sheet), run(&figure.own)),
    ];
    if !figure.informed.is_empty() {
        let name = subject.say("with what happened put in", "代入实际路径");
        lines.push(chart::Line::new("1", name, run(&figure.informed)));
    }
    chart::write(html, sheet, "later", output, &lines);
}

/// Every figure in every quarter: run, reported, error, and the error as a share.
fn quarters(html: &mut Html, sheet: &Against, record: &Record) {
    let subject = &sheet.subject;
    let caption = subject.say("Quarter by quarter, with the run's own inputs", "逐季对照（推演自身参数）");
    let heads = [
        subject.say("run", "推演"),
        subject.say("reported", "财报"),
        subject.say("error", "误差"),
        subject.say("error, %", "误差 %"),
    ];
    cells::table(html, ("record", "figures"), caption, |html| {
        html.element("thead", &[], |html| {
            let quarters: Vec<String> = record.quarters.iter().map(ToString::to_string).collect();
            let groups: Vec<(&str, &[&str])> =
                quarters.iter().map(|quarter| (quarter.as_str(), heads.as_slice())).collect();
            cells::grouped_heads(html, subject.say("Figure", "指标"), &groups);
        });
        html.element("tbody", &[], |html| {
            for figure in &record.figures {
                html.element("tr", &[("data-row", figure.output.id())], |html| {
                    html.words("th", &[("scope", "row")], &sheet.label(figure.output));
                    record.quarters.iter().for_each(|quarter| of_quarter(html, sheet, figure, *quarter));
                });
            }
        });
    });
}

fn of_quarter(html: &mut Html, sheet: &Against, figure: &FigureRecord, quarter: Quarter) {
    let output = figure.output;
    match figure.own.iter().find(|pair| pair.quarter == quarter) {
        Some(pair) => {
            let point = |kind: &str| format!("{kind}:{}@{quarter}", output.id());
            let run = sheet.say(output, pair.run);
            match sheet.run_of() {
                Some(of) => table::traced_value(html, pair.run, &Asked::point(point("output"), of), &run),
                None => cells::value(html, Some(pair.run), &run),
            }
            let filed = Asked::point(point("reported"), RunOf::Scenario);
            table::traced_value(html, pair.reported, &filed, &sheet.say(output, pair.reported));
            cells::value(html, Some(pair.error()), &sheet.say_error(output, pair.error()));
            cells::value(html, pair.error_share(), &sheet.percent(pair.error_share()));
        }
        None => {
            for _ in 0..4 {
                cells::value(html, None, text::none(sheet.subject.language));
            }
        }
    }
}
