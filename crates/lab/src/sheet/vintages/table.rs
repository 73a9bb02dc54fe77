//! Every vintage at one quarter: paid, waiting, in service, written off, earning, retired.

use super::Vintages;
use crate::{html::Html, sheet::table};
use buildout_figures::format;

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
