//! Beside the ribbon of limits: what one unit more of the tightest limit would bring in the quarter pointed at, and in each.

use super::traced::{asked, traced};
use crate::{
    chart::limit_colour,
    explorer::explorer,
    text,
    traced::{Asked, RunOf},
    words::words,
};
use buildout_analysis::{OneMoreNow, RELIEF_QUARTERS, one_more_now};
use buildout_scenario::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn OneMoreQuarters() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let rows = Memo::new(move |_| {
        explorer.settled.with(|run| one_more_now(&run.scenario, run.trajectory.figures().len()))
    });
    // The quarter pointed at, or the first one run.
    let sentence = move || {
        let pointed_at = explorer.cursor.get();
        rows.with(|rows| {
            let at = |index| rows.iter().find(|row| row.quarter.index() == index);
            let row = pointed_at.and_then(at).or_else(|| rows.first())?;
            let [brought, _] = brought(row);
            let why = asked(&brought).map(|_| traced(brought, text::trace_this(language.get())));
            Some(view! { {text::one_more_now(row, language.get())} " " {why} })
        })
    };
    let table =
        move || rows.with(|rows| rows.iter().map(|row| table_row(row, language.get())).collect_view());
    view! {
        <p class="one-more-now" data-extra="one-more-now">{sentence}</p>
        <details class="figures" data-extra="one-more-quarters">
            <summary>{words(text::one_more_quarters)}</summary>
            <div class="scroll" tabindex="0" role="group" aria-label=words(text::one_more_quarters)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words(text::quarter)}</th>
                            <th scope="col">{words(text::tightest_limit)}</th>
                            <th scope="col">{words(text::one_more_heading)}</th>
                            <th scope="col">{words(text::one_more_power)}</th>
                            <th scope="col">{words(text::one_more_sales)}</th>
                            <th scope="col">{words(text::one_more_then)}</th>
                        </tr>
                    </thead>
                    <tbody>{table}</tbody>
                </table>
            </div>
        </details>
    }
}

fn table_row(row: &OneMoreNow, language: Language) -> impl IntoView + use<> {
    let [power, sales] = text::one_more_brings(row, language);
    let [power_from, sales_from] = brought(row).map(asked);
    let colour = format!("var({})", limit_colour(row.limit).token());
    view! {
        <tr data-quarter=row.quarter.to_string()>
            <th scope="row">{row.quarter.to_string()}</th>
            <td><span class="swatch" style:background=colour></span>{text::limit(row.limit, language)}</td>
            <td>{text::one_more_unit(row, language)}</td>
            <td data-value=row.ai_it.to_string() data-trace=power_from>{power}</td>
            <td data-value=row.ai_sales.map(|sales| sales.to_string()) data-trace=row.ai_sales.and(sales_from)>{sales}</td>
            <td>{text::limit(row.then, language)}</td>
        </tr>
    }
}

/// What the unit more brings, as it is traced: AI power in service, and AI sales of the quarters over which they are counted.
fn brought(row: &OneMoreNow) -> [Asked; 2] {
    let by = || RunOf::Relieved(row.limit, row.quarter);
    let last = row.quarter.plus(RELIEF_QUARTERS as i32 - 1);
    let points = [format!("output:ai_it@{}", row.quarter), format!("year:ai_revenue@{last}")];
    points.map(|point| Asked::brought(point, by(), 1.0))
}
