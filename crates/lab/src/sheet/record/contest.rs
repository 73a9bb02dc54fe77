//! The model from the end of 2023 beside naive rules.

use super::{Against, cells, chart};
use crate::html::Html;
use buildout_analysis::{Compared, Contest, Contestant, Hindcast, NaiveRule, Told};
use buildout_figures::text;
use buildout_model::Input;

pub(super) fn write(html: &mut Html, sheet: &Against, hindcast: &Hindcast) {
    let subject = &sheet.subject;
    let Some(last) = hindcast.quarters.last() else { return };
    let known_to = hindcast.known_to;
    let title = subject.language.pick(
        format!("Hindcast: run from {known_to} to {last}"),
        format!("回测：由 {known_to} 推演至 {last}"),
    );
    html.words("h3", &[], &title);
    let (when, count, filings) = (cells::span(&hindcast.quarters), hindcast.quarters.len(), sheet.filings());
    html.words(
        "p",
        &[("class", "quiet")],
        &subject.language.pick(
            format!("{when}, {count} quarters; reported figures from {filings}. The model starts from {known_to}. It is told cash CapEx of 2024 and 2025, by the year, and the power additions the company stated; all else is what could be known then, or assumed (listed below). The rules know reports to {known_to} only. Last growth: the same quarter a year before, grown as {known_to} had grown over a year. Seasonal: the same quarter of the last known year, again and again."),
            format!("{when}，共 {count} 个季度；财报数据来自{filings}。模型自 {known_to} 起步，代入 2024 与 2025 年度现金资本开支及公司公布的新增电力，其余均为当时可知或假设（见下表）。朴素规则仅知截至 {known_to} 的财报。沿用增速：上年同季按 {known_to} 的同比增速增长。季节重复：一再重复最后已知年度的同一季度。"),
        ),
    );
    html.words("p", &[("class", "sheet-sentence"), ("data-hindcast", "wins")], &sentence(sheet, hindcast));
    if let Some(contest) = hindcast.figures.iter().find(|contest| contest.output == sheet.chosen) {
        picture(html, sheet, contest);
    }
    table(html, sheet, hindcast);
    html.words("p", &[("class", "quiet")], subject.say(
        "Errors: mean absolute percentage error; for figures marked *, reported at or below zero at some time, mean size of the error over mean size of the figure. † put in, so not counted. ‡ operating cash flow less the CapEx put in, which the rules do not know. Figures overlap: wins are no independent trials.",
        "误差：平均绝对百分比误差；标 * 的指标曾公布为零或负值，改用平均绝对误差除以指标的平均绝对值。† 为代入值，不计入胜负。‡ 为经营现金流减代入的资本开支，规则并不知晓后者。各指标相互重叠，胜负并非独立试验。",
    ));
    html.words("p", &[("class", "quiet")], &power(sheet, hindcast));
}

fn name(sheet: &Against, contestant: Contestant) -> &'static str {
    match contestant {
        Contestant::Model => sheet.subject.say("model", "模型"),
        Contestant::Rule(NaiveRule::LastGrowth) => sheet.subject.say("last growth", "沿用增速"),
        Contestant::Rule(NaiveRule::Seasonal) => sheet.subject.say("seasonal", "季节重复"),
    }
}

/// How many the model won and lost.
fn sentence(sheet: &Against, hindcast: &Hindcast) -> String {
    let contested = hindcast.contested().count();
    let [model, last_growth, seasonal] = Contestant::ALL.map(|contestant| hindcast.wins(contestant));
    let lost: Vec<String> = hindcast
        .contested()
        .filter(|(_, ruling)| ruling.winner != Contestant::Model)
        .map(|(contest, ruling)| {
            let (label, winner) = (sheet.label(contest.output), name(sheet, ruling.winner));
            sheet.subject.language.pick(format!("{label} ({winner})"), format!("{label}（{winner}）"))
        })
        .collect();
    let untold = hindcast.contested().filter(|(contest, _)| Told::of(contest.output) == Told::Nothing);
    let (untold_won, untold) = untold.fold((0, 0), |(won, all), (_, ruling)| {
        (won + usize::from(ruling.winner == Contestant::Model), all + 1)
    });
    let lost = lost.join(sheet.subject.say(", ", "、"));
    sheet.subject.language.pick(
        format!("Of {contested} figures that a rule can be set against, the model is nearest for {model}, last growth for {last_growth} and seasonal for {seasonal}. Without those that hold the CapEx put in, the model wins {untold_won} of {untold}. It loses: {lost}."),
        format!("在可与规则比较的 {contested} 项指标中，模型最接近的有 {model} 项，沿用增速 {last_growth} 项，季节重复 {seasonal} 项。剔除含代入资本开支的指标后，模型在 {untold} 项中胜 {untold_won} 项。落败的有：{lost}。"),
    )
}

fn picture(html: &mut Html, sheet: &Against, contest: &Contest) {
    let of = |pairs: &[Compared], value: fn(&Compared) -> f64| {
        pairs.iter().map(|pair| (pair.quarter, value(pair))).collect()
    };
    let colours = ["0", "1", "3"];
    let reported = sheet.subject.say("reported", "财报");
    let mut lines = vec![chart::Line::new("reported", reported, of(&contest.model, |pair| pair.reported))];
    for (contestant, colour) in Contestant::ALL.into_iter().zip(colours) {
        let points = of(contest.of(contestant), |pair| pair.run);
        lines.push(chart::Line::new(colour, name(sheet, contestant), points));
    }
    chart::write(html, sheet, "hindcast", contest.output, &lines);
}

fn table(html: &mut Html, sheet: &Against, hindcast: &Hindcast) {
    let subject = &sheet.subject;
    let caption = subject.say("Relative error of the hindcast, by figure", "回测各指标的相对误差");
    cells::table(html, ("hindcast", "figures"), caption, |html| {
        html.element("thead", &[], |html| {
            let [model, last_growth, seasonal] = Contestant::ALL.map(|contestant| name(sheet, contestant));
            let heads = [
                subject.say("Figure", "指标"),
                model,
                last_growth,
                seasonal,
                subject.say("nearest", "最接近"),
                subject.say("ahead by", "领先"),
                subject.say("model, mean error", "模型平均误差"),
            ];
            cells::heads(html, &heads);
        });
        html.element("tbody", &[], |html| {
            hindcast.figures.iter().for_each(|contest| row(html, sheet, contest));
        });
    });
}

fn row(html: &mut Html, sheet: &Against, contest: &Contest) {
    let subject = &sheet.subject;
    let output = contest.output;
    let mark = match Told::of(output) {
        Told::Nothing => "",
        Told::InPart => " ‡",
        Told::Wholly => " †",
    };
    html.element("tr", &[("data-row", output.id())], |html| {
        html.words("th", &[("scope", "row")], &format!("{}{mark}", sheet.label(output)));
        for contestant in Contestant::ALL {
            let error = contest.error(contestant);
            cells::value(html, error, &sheet.relative(error, contest.yardstick()));
        }
        match contest.ruling() {
            Some(ruling) => {
                let winner = name(sheet, ruling.winner);
                html.words("td", &[("data-winner", ruling.winner.id())], winner);
                let ahead = ruling.second_error - ruling.error;
                cells::value(html, Some(ahead), &sheet.say_points(ahead));
            }
            None => {
                html.words("td", &[("data-winner", "")], subject.say("no rule", "无规则可比"));
                cells::value(html, None, text::none(subject.language));
            }
        }
        let bias = contest.score(Contestant::Model).map(|score| score.bias);
        let words = bias.map_or(String::new(), |bias| sheet.say_error(output, bias));
        cells::value(html, bias, &words);
    });
}

/// How much of the power put in is built.
fn power(sheet: &Against, hindcast: &Hindcast) -> String {
    let language = sheet.subject.language;
    let last = hindcast.quarters.last().map_or(String::new(), ToString::to_string);
    let unit = Input::PowerStart.declaration().unit;
    let built = hindcast.run.last().map_or(f64::NAN, |figures| figures.power);
    let stated = Input::PowerStart.declaration().base(hindcast.base);
    let [built, stated] =
        [built, stated].map(|power| text::input_value(unit, (power * 10.0).round() / 10.0, language));
    language.pick(
        format!("Power at the end of {last}: {built} in the hindcast, {stated} as the base case of the same date has it. The model orders no more shells than its budget pays for, so not all of the additions put in are built. The structure, the fixed seasons and every base value that is not listed below were set with later reports in view: this is no blind forecast."),
        format!("{last} 末电力：回测为 {built}，同日基准情景为 {stated}。模型订购的机房不超过预算所能支付，故代入的新增电力未全部建成。模型结构、固定季节因子及下表未列的基准值均在知晓其后财报的情况下设定：这并非盲测。"),
    )
}
