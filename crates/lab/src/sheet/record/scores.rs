//! Errors by figure, with the run's own inputs and with what happened put in.

use super::{Against, cells};
use crate::html::Html;
use buildout_analysis::{FigureRecord, Record};
use buildout_figures::text;

pub(super) fn write(html: &mut Html, sheet: &Against, record: &Record) {
    let subject = &sheet.subject;
    let when = cells::span(&record.quarters);
    let caption = subject.language.pick(format!("Errors by figure, {when}"), format!("各指标误差，{when}"));
    cells::table(html, ("record-scores", "figures"), &caption, |html| {
        html.element("thead", &[], |html| {
            let [bias, size, relative, disappears] = [
                subject.say("mean error", "平均误差"),
                subject.say("mean size", "平均绝对误差"),
                subject.say("relative", "相对误差"),
                subject.say("disappears", "消失"),
            ];
            let groups: [(&str, &[&str]); 2] = [
                (subject.say("own inputs", "自身参数"), &[bias, size, relative]),
                (subject.say("what happened put in", "代入实际路径"), &[bias, size, relative, disappears]),
            ];
            cells::grouped_heads(html, subject.say("Figure", "指标"), &groups);
        });
        html.element("tbody", &[], |html| record.figures.iter().for_each(|figure| row(html, sheet, figure)));
    });
    html.words(
        "p",
        &[("class", "quiet")],
        subject.say(
            "Mean error: run less reported, where errors of opposite sign cancel. Relative: mean absolute percentage error; for figures marked *, which were reported at or below zero at some time, mean size of the error over mean size of the figure. Disappears: share of the mean size of the error; below zero where it grows.",
            "平均误差：推演减财报，正负可相抵。相对误差：平均绝对百分比误差；标 * 的指标曾公布为零或负值，改用平均绝对误差除以指标的平均绝对值。消失：平均绝对误差减少的比例；为负表示增大。",
        ),
    );
    if let Some(words) = put_in(sheet, record) {
        html.words("p", &[("class", "quiet")], &words);
    }
}

fn row(html: &mut Html, sheet: &Against, figure: &FigureRecord) {
    let output = figure.output;
    html.element("tr", &[("data-row", output.id())], |html| {
        html.words("th", &[("scope", "row")], &sheet.label(output));
        for score in [figure.own_score(), figure.informed_score()] {
            let none = || text::none(sheet.subject.language).to_owned();
            let (bias, size) = (score.map(|score| score.bias), score.map(|score| score.mean_absolute));
            cells::value(html, bias, &bias.map_or_else(none, |bias| sheet.say_error(output, bias)));
            cells::value(html, size, &size.map_or_else(none, |size| sheet.say_size(output, size)));
            let relative = score.and_then(|score| score.by(figure.yardstick()));
            cells::value(html, relative, &sheet.relative(relative, figure.yardstick()));
        }
        cells::value(html, figure.disappears(), &sheet.percent(figure.disappears()));
    });
}

/// How the chosen figure did, and what putting in what happened changes, for it and over all figures.
pub(super) fn sentence(sheet: &Against, record: &Record, figure: &FigureRecord) -> String {
    let language = sheet.subject.language;
    let (label, output) = (sheet.label(figure.output), figure.output);
    let (Some(last), Some(own)) = (figure.own.last(), figure.own_score()) else { return String::new() };
    let (run, reported, quarter) =
        (sheet.say(output, last.run), sheet.say(output, last.reported), last.quarter);
    let size = sheet.say_size(output, own.mean_absolute);
    let mut words = language.pick(
        format!(
            "{label}: {run} in the run for {quarter}, {reported} reported. Its mean error is {size} in size."
        ),
        format!("{label}：{quarter} 推演为 {run}，财报为 {reported}；平均绝对误差 {size}。"),
    );
    let (Some(informed), Some(disappears)) = (figure.informed_score(), figure.disappears()) else {
        return words;
    };
    let left = sheet.say_size(output, informed.mean_absolute);
    let share = sheet.percent(Some(disappears.abs()));
    words += &match disappears >= 0.0 {
        true => language.pick(
            format!(" With reported CapEx and power put in, {share} of that disappears; {left} is left, which is what the model got wrong beyond those inputs."),
            format!("代入实际的资本开支与电力后，其中 {share} 消失，余下 {left}，即模型在这些参数之外的误差。"),
        ),
        false => language.pick(
            format!(" With reported CapEx and power put in, it grows by {share} to {left}: errors of inputs and of the model had partly cancelled."),
            format!("代入实际的资本开支与电力后，误差反而增大 {share}，至 {left}：此前参数的误差与模型的误差部分相互抵消。"),
        ),
    };
    let told: Vec<f64> = record.figures.iter().filter_map(FigureRecord::disappears).collect();
    let count = |is: fn(&f64) -> bool| told.iter().filter(|share| is(share)).count();
    let (smaller, larger) = (count(|share| *share > 0.0), count(|share| *share < 0.0));
    let (all, same) = (told.len(), told.len() - smaller - larger);
    words += &language.pick(
        format!(" Of {all} figures, the error of {smaller} shrinks, of {larger} grows, of {same} stays."),
        format!("{all} 项指标中，{smaller} 项误差缩小，{larger} 项增大，{same} 项不变。"),
    );
    words
}

/// What was put in, and how far it is reported.
fn put_in(sheet: &Against, record: &Record) -> Option<String> {
    let language = sheet.subject.language;
    let (preset, last) = (record.put_in?, record.quarters.last()?);
    let changes: Vec<String> = preset
        .changes
        .iter()
        .map(|(input, value)| {
            let label = text::input_label(*input, language);
            let value = text::input_value(input.declaration().unit, *value, language);
            language.pick(format!("{label}: {value}"), format!("{label}：{value}"))
        })
        .collect();
    let (label, list) =
        (language.pick(preset.label_en, preset.label_zh), changes.join(language.pick("; ", "；")));
    Some(language.pick(
        format!("What happened is the preset “{label}” on top of the run's inputs: {list}. CapEx is reported to {last}, and the plan after that; power added since the baseline was not disclosed by quarter and is an estimate; chips may wait longer for power, so that the budget can be spent."),
        format!("实际路径为叠加于推演参数之上的预设“{label}”：{list}。资本开支截至 {last} 为财报数，其后为计划；基线之后的新增电力未按季披露，为估计值；放宽芯片等电上限，使预算得以支出。"),
    ))
}
