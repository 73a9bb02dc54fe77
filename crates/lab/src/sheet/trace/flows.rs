//! The flows of the AI build, discounted: a present value adds up to the figure of the headline.

use super::{Sheet, equation::digits, point::name_of_output};
use crate::html::Html;
use buildout_figures::format;
use buildout_model::Output;

pub(super) fn write(html: &mut Html, sheet: &Sheet<'_>, rate: f64, has_book: bool) {
    let subject = sheet.subject;
    let percent = format!("{} %", format::number(rate * 100.0, 2));
    html.words(
        "p",
        &[],
        &subject.language.pick(
            format!("Each quarter's cash flow of the AI build, discounted at {percent} a year, adds up to:"),
            format!("AI 建设各季度现金流按年率 {percent} 折现后合计："),
        ),
    );
    let quarters: Vec<_> = sheet.traced.run.trajectory.quarters().collect();
    let mut sum = 0.0;
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        html.element("table", &[("data-sheet-table", "flows")], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    for words in [
                        subject.say("Quarter", "季度"),
                        subject.say("Flow, B$", "现金流（十亿美元）"),
                        subject.say("Years", "年数"),
                        subject.say("Factor", "折现系数"),
                        subject.say("Present value, B$", "现值（十亿美元）"),
                    ] {
                        html.words("th", &[("scope", "col")], words);
                    }
                });
            });
            html.element("tbody", &[], |html| {
                for (place, (quarter, figures)) in quarters.iter().enumerate() {
                    let years = (place as f64 + 1.0) / 4.0;
                    let factor = (1.0 + rate).powf(-years);
                    let mut row = |html: &mut Html, head: &str, name: &str, words: &str, flow: f64| {
                        sum += flow * factor;
                        html.element("tr", &[], |html| {
                            html.words("th", &[("scope", "row")], head);
                            html.element("td", &[("data-value", &*flow.to_string())], |html| {
                                sheet.button(html, name, &format!("{words}{}", digits(flow)));
                            });
                            html.words("td", &[], &format::number(years, 2));
                            html.words("td", &[], &digits(factor));
                            html.words(
                                "td",
                                &[("data-present", &*(flow * factor).to_string())],
                                &digits(flow * factor),
                            );
                        });
                    };
                    let head = quarter.to_string();
                    row(html, &head, &name_of_output(Output::Programme, *quarter), "", figures.programme);
                    if has_book && place + 1 == quarters.len() {
                        let book = subject.say("book value ", "账面价值 ");
                        row(html, &head, &name_of_output(Output::AiBook, *quarter), book, figures.ai_book);
                        let tax = subject.say("less deferred tax ", "减：递延税款 ");
                        row(
                            html,
                            &head,
                            &name_of_output(Output::TaxDeferred, *quarter),
                            tax,
                            -figures.tax_deferred,
                        );
                    }
                }
            });
            html.element("tfoot", &[], |html| {
                html.element("tr", &[], |html| {
                    html.words("th", &[("scope", "row")], subject.say("Sum", "合计"));
                    for _ in 0..3 {
                        html.element("td", &[], |_| {});
                    }
                    html.words("td", &[("data-sum", &*sum.to_string())], &digits(sum));
                });
            });
        });
    });
}
