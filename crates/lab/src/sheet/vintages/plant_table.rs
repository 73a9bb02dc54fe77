//! The facilities and the core servers of every year at one quarter.

use super::Vintages;
use crate::{html::Html, sheet::table};
use buildout_analysis::PlantVintage;
use buildout_figures::format;

/// A row: what it is called, its cells with their units, and when it is written off. A cell may be unknown.
struct Row<'a> {
    name: String,
    cells: Vec<(&'static str, Option<f64>)>,
    vintage: &'a PlantVintage,
}

/// Facilities: paid a lead time before, waiting for power, energised, written off.
pub(super) fn write_facilities(html: &mut Html, sheet: &Vintages) {
    let (Some(place), subject) = (sheet.place(), &sheet.subject) else { return };
    html.words("h3", &[], subject.say("Facilities: shells, power and cooling", "机房设施：土建、供电与冷却"));
    let heads = [
        subject.say("paid", "已付款"),
        subject.say("waiting", "待通电"),
        subject.say("ordered power", "已订电力"),
        subject.say("power in service", "已通电"),
        subject.say("entered the books", "已入账"),
        subject.say("written off", "已折旧"),
        subject.say("in the books", "账面余额"),
    ];
    let rows = sheet.until_now().map(|cohort| {
        let now = cohort.at(place).facilities;
        let paid = |value: f64| cohort.year.map(|_| value);
        Row {
            name: sheet.name(cohort.year, subject.say("Ordered before the run", "运行之前订购")),
            cells: vec![
                ("B$", paid(now.paid)),
                ("B$", paid(now.waiting)),
                ("GW", Some(now.ordered_power)),
                ("GW", Some(now.energised_power)),
                ("B$", Some(now.in_service)),
                ("B$", Some(now.depreciated)),
                ("B$", Some(now.book())),
            ],
            vintage: &cohort.facilities,
        }
    });
    write(html, sheet, "facility-vintages", &heads, rows.collect());
    let words = subject.say(
        "Facilities are paid a lead time before their power is planned, and enter the books when it is energised, at the price of that day: what was paid and what is written off differ by the drift of the price. Energised power stays: the model retires none, so its economic life is the run.",
        "机房在计划通电前提前付款，通电时按当日价格入账：付款额与折旧额之差来自价格变动。已通电的电力一直保留，模型不退役，其经济寿命即整个运行期。",
    );
    html.words("p", &[("class", "quiet")], words);
}

/// Core servers: in service in the quarter in which they are paid.
pub(super) fn write_core(html: &mut Html, sheet: &Vintages) {
    let (Some(place), subject) = (sheet.place(), &sheet.subject) else { return };
    html.words("h3", &[], subject.say("Servers of the core cloud", "核心云服务器"));
    let heads = [
        subject.say("paid and in service", "已付款并投入使用"),
        subject.say("written off", "已折旧"),
        subject.say("in the books", "账面余额"),
    ];
    let rows = sheet.until_now().filter_map(|cohort| {
        let now = cohort.at(place).core;
        Some(Row {
            name: sheet.name(cohort.year, ""),
            cells: vec![("B$", Some(now.paid)), ("B$", Some(now.depreciated)), ("B$", Some(now.book()))],
            vintage: cohort.core.as_ref()?,
        })
    });
    write(html, sheet, "core-vintages", &heads, rows.collect());
    let words = subject.say(
        "Core servers are in service in the quarter in which they are paid. The core cloud's sales do not follow from single servers in the model, so they are neither earning nor retired one by one.",
        "核心云服务器在付款当季投入使用。模型中核心云收入不对应单台服务器，因此不逐台创收或退役。",
    );
    html.words("p", &[("class", "quiet")], words);
}

fn write(html: &mut Html, sheet: &Vintages, name: &str, heads: &[&str], rows: Vec<Row<'_>>) {
    let subject = &sheet.subject;
    let ends = subject.say("written off by", "折旧完毕");
    let columns: Vec<&str> =
        std::iter::once(subject.say("Year", "年份")).chain(heads.iter().copied()).chain([ends]).collect();
    table::wide(html, name, |html| {
        table::head(html, &columns);
        html.element("tbody", &[], |html| {
            for row in rows {
                html.element("tr", &[("data-plant", &*row.name)], |html| {
                    html.words("th", &[("scope", "row")], &row.name);
                    for (unit, value) in row.cells {
                        table::value(html, value, |value| format::figure(unit, value, subject.language));
                    }
                    let after = subject.say("after the run", "运行期之后");
                    let end = row.vintage.written_off(sheet.first());
                    html.words("td", &[], &end.map_or(after.to_owned(), |end| end.to_string()));
                });
            }
        });
    });
}
