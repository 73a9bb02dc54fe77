//! The chips of every year at one quarter: paid, waiting, in service, written off, earning, retired.

use super::Vintages;
use crate::{html::Html, sheet::table};
use buildout_figures::format;

pub(super) fn write(html: &mut Html, sheet: &Vintages) {
    let Some(place) = sheet.place() else { return };
    let subject = &sheet.subject;
    let language = subject.language;
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
            for cohort in sheet.until_now() {
                let now = cohort.at(place).chips;
                let is_opening = cohort.year.is_none();
                let ends = cohort.chips.ends(sheet.first());
                let name = sheet.name(cohort.year, subject.say("Opening fleet", "期初机群"));
                html.element("tr", &[("data-vintage", &*name)], |html| {
                    html.words("th", &[("scope", "row")], &name);
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
