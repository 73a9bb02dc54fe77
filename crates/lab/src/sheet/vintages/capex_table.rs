//! Each year's CapEx as one cohort: what it was paid for, and what became of it.

use super::{Vintages, cohort::Cohort};
use crate::{html::Html, sheet::table};
use buildout_figures::format;

pub(super) fn write(html: &mut Html, sheet: &Vintages) {
    let (Some(at), Some(place), subject) = (sheet.at, sheet.place(), &sheet.subject) else { return };
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
                subject.say("AWS: waiting", "AWS：待通电"),
                subject.say("in service", "已投入使用"),
                subject.say("written off", "已折旧"),
                subject.say("in the books", "账面余额"),
            ],
        );
        html.element("tbody", &[], |html| {
            for cohort in sheet.until_now() {
                let Some(year) = cohort.year else { continue };
                let until =
                    if year == at.year() && at.quarter() < 4 { format!(" – {at}") } else { String::new() };
                html.element("tr", &[("data-paid-in", &*year.to_string())], |html| {
                    html.words("th", &[("scope", "row")], &format!("{year}{until}"));
                    for value in cells(&cohort.at(place)) {
                        table::value(html, Some(value), |value| {
                            format::figure("B$", value, subject.language)
                        });
                    }
                });
            }
        });
    });
    let words = subject.say(
        "As far as it is run: the first year without the quarters reported before. What is paid outside AWS is not followed: the model lets depreciation outside AWS grow at a rate of its own.",
        "仅含推演部分：首年不含此前已公布的季度。AWS 以外的支出不再追踪：模型中 AWS 以外的折旧按自身增速变化。",
    );
    html.words("p", &[("class", "quiet")], words);
}

fn cells(now: &Cohort) -> [f64; 9] {
    let [chips, facilities, core, other] =
        [now.chips.paid, now.facilities.paid, now.core.paid, now.other_paid];
    let paid = now.paid();
    [chips, facilities, core, other, paid, now.waiting(), now.in_service(), now.depreciated(), now.book()]
}
