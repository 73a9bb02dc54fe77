//! Every vintage at one quarter: paid, waiting, in service, written off, earning, retired.

use super::Vintages;
use crate::{html::Html, sheet::table};
use buildout_analysis::{CapexOfYear, capex_of_year};
use buildout_figures::format;
use buildout_model::Quarter;

/// What each year paid for besides chips, so that its row is all of its CapEx.
pub(super) fn write_paid(html: &mut Html, sheet: &Vintages) {
    let (Some(at), subject) = (sheet.at, &sheet.subject) else { return };
    let trajectory = subject.link.scenario.run(subject.quarters());
    html.words("h3", &[], subject.say("All CapEx of each year", "各年全部资本开支"));
    table::wide(html, "capex-of-year", |html| {
        table::head(
            html,
            &[
                subject.say("Paid in", "付款年份"),
                subject.say("AI chips", "AI 芯片"),
                subject.say("facilities", "机房设施"),
                subject.say("core servers", "核心云服务器"),
                subject.say("outside AWS", "AWS 以外"),
                subject.say("CapEx", "资本开支"),
            ],
        );
        html.element("tbody", &[], |html| {
            for year in sheet.first().year()..=at.year() {
                let paid = capex_of_year(&trajectory, year, at);
                row_paid(html, sheet, (year, at), &paid);
            }
        });
    });
    let words = subject.say(
        "As far as it is run: the first year without the quarters reported before. Facilities enter the books when their power is energised, at the price of that day; core servers are in service in the quarter in which they are paid.",
        "仅含推演部分：首年不含此前已公布的季度。机房设施在通电时按当日价格入账；核心云服务器在付款当季投入使用。",
    );
    html.words("p", &[("class", "quiet")], words);
}

fn row_paid(html: &mut Html, sheet: &Vintages, (year, at): (i32, Quarter), paid: &CapexOfYear) {
    let language = sheet.subject.language;
    let until = if year == at.year() && at.quarter() < 4 { format!(" – {at}") } else { String::new() };
    html.element("tr", &[("data-paid-in", &*year.to_string())], |html| {
        html.words("th", &[("scope", "row")], &format!("{year}{until}"));
        for value in [paid.chips, paid.facilities, paid.core, paid.other, paid.capex] {
            html.words("td", &[("data-value", &*value.to_string())], &format::figure("B$", value, language));
        }
    });
}

pub(super) fn write(html: &mut Html, sheet: &Vintages) {
    let Some(at) = sheet.at else { return };
    let subject = &sheet.subject;
    let language = subject.language;
    let Ok(place) = usize::try_from(at.index() - sheet.first().index()) else { return };
    table::wide(html, "vintages", |html| {
        table::head(
            html,
            &[
                subject.say("Chips", "芯片"),
                subject.say("paid", "已付款"),
                subject.say("waiting", "待通电"),
                subject.say("in service", "已投入使用"),
                subject.say("written off", "已折旧"),
                subject.say("in the books", "账面余额"),
                subject.say("earning", "创收中"),
                subject.say("retired", "已退役"),
                subject.say("AI sales so far", "累计 AI 收入"),
                subject.say("written off by", "折旧完毕"),
                subject.say("earns until", "停止创收"),
            ],
        );
        html.element("tbody", &[], |html| {
            for vintage in &sheet.all {
                let Some(now) = vintage.quarters.get(place) else { continue };
                // A year that is still to come has nothing to show.
                if vintage.year.is_some_and(|year| year > at.year()) {
                    continue;
                }
                let is_opening = vintage.year.is_none();
                let ends = vintage.ends(sheet.first());
                html.element("tr", &[("data-vintage", &*sheet.name(vintage))], |html| {
                    html.words("th", &[("scope", "row")], &sheet.name(vintage));
                    let mut cell = |value: f64, unit: &str, is_known: bool| {
                        if is_known {
                            let says = format::figure(unit, value, language);
                            html.words("td", &[("data-value", &*value.to_string())], &says);
                        } else {
                            html.words("td", &[], "–");
                        }
                    };
                    cell(now.paid, "B$", !is_opening);
                    cell(now.waiting, "B$", !is_opening);
                    cell(now.in_service, "B$", !is_opening);
                    cell(now.depreciated, "B$", !is_opening);
                    cell(now.book(), "B$", !is_opening);
                    cell(now.earning_it, "GW", true);
                    cell(now.retired_it(), "GW", true);
                    cell(now.sales_so_far, "B$", true);
                    for (end, is_known) in [(ends.written_off, !is_opening), (ends.retired, true)] {
                        let after = subject.say("after the run", "运行期之后");
                        let words = if is_known {
                            end.map_or(after.to_owned(), |end| end.to_string())
                        } else {
                            "–".to_owned()
                        };
                        html.words("td", &[], &words);
                    }
                });
            }
        });
    });
}
