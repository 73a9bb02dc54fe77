//! The figures of a chart as a table, in full precision for whoever reads the page's hooks.

use crate::{
    explorer::{Explorer, explorer},
    format, text,
    view::{Cell, Measure, Row, columns, table},
    words::words,
};
use buildout_model::{Output, Quarter};
use buildout_scenario::{Language, Panel, Period};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

#[component]
pub(crate) fn ChartTable(panel: Panel) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let head = move || {
        let language = language.get();
        let column = |&output: &Output| {
            let unit = text::output_unit(output, language);
            view! { <th scope="col">{text::output_label(output, language)}<small>{unit}</small></th> }
        };
        columns(panel).iter().map(column).collect_view()
    };
    let body = move || {
        let language = language.get();
        let table = explorer.settled.with(|run| table(panel, run));
        table.rows.into_iter().map(|row| table_row(row, table.columns, language)).collect_view()
    };
    view! {
        <details class="figures">
            <summary>{words(text::figures)}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=move || text::panel_title(panel, language.get())>
                <table data-chart-table=panel.id() on:click=move |event| clicked(&event, explorer)>
                    <thead><tr><th scope="col">{words(text::quarter)}</th>{head}</tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </details>
    }
}

/// A click on a cell asks where its figure comes from.
fn clicked(event: &ev::MouseEvent, explorer: Explorer) {
    let cell = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(cell) = cell.and_then(|cell| cell.closest("td[data-output]").ok().flatten()) else { return };
    let output = cell.get_attribute("data-output").and_then(|id| Output::from_id(&id));
    let row = cell.closest("[data-quarter]").ok().flatten();
    let quarter =
        row.and_then(|row| row.get_attribute("data-quarter")).and_then(|text| Quarter::parse(&text));
    if let (Some(output), Some(quarter)) = (output, quarter) {
        explorer.trace(&Measure::Output(output).point(quarter, Period::Quarter));
    }
}

// Rows and cells are made by the thousand, each in a function of its own. Inlined into one another and into the table they were
// the page's longest loop, which WebKit's compiler took over while it ran, and in which its memory was damaged now and then
// (docs/reliability.md).

#[inline(never)]
fn table_row(row: Row, columns: &'static [Output], language: Language) -> impl IntoView {
    let cells = row.cells.into_iter().zip(columns).map(|(cell, &output)| table_cell(cell, output, language));
    view! {
        <tr data-quarter=row.quarter.to_string() data-reported=row.is_reported.then_some("")>
            <th scope="row">{row.quarter.to_string()}{row.is_reported.then(|| view! { <small>{text::reported(language)}</small> })}</th>
            {cells.collect_view()}
        </tr>
    }
}

#[inline(never)]
fn table_cell(cell: Cell, output: Output, language: Language) -> impl IntoView {
    let shown = match cell {
        Cell::Number(value) if format::is_share(output.declaration().unit) => {
            format::number(value * 100.0, 1)
        }
        Cell::Number(value) => format::number(value, 2),
        Cell::Name(name) => text::limit_name(name, language).to_owned(),
        Cell::Nothing => String::new(),
    };
    view! { <td data-output=cell.exact().map(|_| output.id()) data-value=cell.exact()>{shown}</td> }
}
