//! One gigawatt of a kind of chip: what it costs, and quarter by quarter what it brings, as the model works it out.

use super::{Sheet, equation::digits, point::name_of};
use crate::{html::Html, sheet::table};
use buildout_figures::{format, text};
use buildout_model::{ChipKind, GigawattLife, Input, YEARS_AHEAD, gigawatt};
use buildout_scenario::Language;
use buildout_trace::Figure;

/// What its price, service, sales and costs rest on.
const INPUTS: [Input; 9] = [
    Input::Ramp,
    Input::Utilisation,
    Input::ContractShare,
    Input::PriceDecline,
    Input::AiOpex,
    Input::OpexLeverage,
    Input::Electricity,
    Input::SiteOpex,
    Input::ChipLifeEconomic,
];

pub(super) fn title(kind: ChipKind, language: Language) -> String {
    let name = match kind {
        ChipKind::Gpu => "GPU",
        ChipKind::Trainium => "Trainium",
    };
    language.pick(format!("One gigawatt of {name}"), format!("1 GW {name}"))
}

pub(super) fn write(html: &mut Html, sheet: &Sheet<'_>, kind: ChipKind) {
    let subject = sheet.subject;
    let language = subject.language;
    let inputs = sheet.traced.run.scenario.inputs();
    let life = GigawattLife::of(inputs, kind, YEARS_AHEAD);
    let one = gigawatt(inputs, kind, YEARS_AHEAD);
    html.words("h3", &[("tabindex", "-1"), ("data-sheet-focus", "")], &title(kind, language));
    let money = |value: f64| format::figure("B$", value, language);
    let (chips, facility, earns) = (money(life.chips), money(life.facility), money(life.earns));
    let irr =
        one.irr.map_or(text::none(language).to_owned(), |irr| format::figure("share/yr", irr, language));
    html.element("p", &[("class", "traced")], |html| {
        let value = one.irr.map_or(String::new(), |irr| irr.to_string());
        html.words("b", &[("data-value", &*value)], &irr);
        html.words("span", &[("class", "quiet")], subject.say(" a year before tax", "（税前年化收益率）"));
    });
    html.words(
        "p",
        &[],
        &language.pick(
            format!(
                "Bought a year after the start for {chips} of chips and {facility} of facilities; at list price, all sold, it earns {earns} a year. The rate is the one at which the flows below are worth nothing."
            ),
            format!("期初一年后购入，芯片 {chips}，机房 {facility}；按标价且全部售出时每年收入 {earns}。收益率为使下列现金流现值为零的年率。"),
        ),
    );
    table::wide(html, "gigawatt", |html| {
        table::head(
            html,
            &[
                subject.say("Years after the start", "距期初年数"),
                subject.say("ready", "就绪比例"),
                subject.say("service", "服务系数"),
                subject.say("price", "价格系数"),
                subject.say("sales, B$", "收入（十亿美元）"),
                subject.say("people", "人员"),
                subject.say("energy", "电费"),
                subject.say("site", "运维"),
                subject.say("flow, B$", "现金流（十亿美元）"),
            ],
        );
        html.element("tbody", &[], |html| rows(html, sheet, &life));
    });
    html.words(
        "p",
        &[("class", "quiet")],
        subject.say(
            "Sales of a quarter are what it earns in a year, times what is ready, service, price and use, over four; the flow is sales less people, energy and site. The last flow has what the facility is still worth.",
            "季度收入 = 年收入 × 就绪比例 × 服务系数 × 价格系数 × 利用率 ÷ 4；现金流 = 收入 − 人员 − 电费 − 运维。最后一期计入机房余值。",
        ),
    );
    html.element("p", &[("class", "feeds")], |html| {
        for input in INPUTS {
            sheet.button(html, &name_of(Figure::Input(input), None), text::input_label(input, language));
        }
    });
}

fn rows(html: &mut Html, sheet: &Sheet<'_>, life: &GigawattLife) {
    let subject = sheet.subject;
    let flow = |html: &mut Html, head: &str, cells: &[f64], flow: f64| {
        html.element("tr", &[], |html| {
            html.words("th", &[("scope", "row")], head);
            for place in 0..7 {
                html.words("td", &[], &cells.get(place).map_or("–".to_owned(), |cell| digits(*cell)));
            }
            html.words("td", &[("data-flow", &*flow.to_string())], &digits(flow));
        });
    };
    flow(
        html,
        &format!("{} {}", format::number(YEARS_AHEAD, 2), subject.say("(bought)", "（购入）")),
        &[],
        -(life.chips + life.facility),
    );
    for quarter in &life.quarters {
        let cells = [
            quarter.ready,
            quarter.service,
            quarter.price,
            quarter.sales,
            quarter.people,
            quarter.energy,
            quarter.site,
        ];
        flow(html, &format::number(quarter.years, 2), &cells, quarter.flow);
    }
    flow(html, subject.say("left over", "余值"), &[], life.left_over);
}
