//! The figures of a chart as a table, in full precision for whoever reads the page's hooks.

use crate::{
    explorer::explorer,
    format, text,
    view::{Cell, Row, columns, table},
    words::words,
};
use buildout_model::Output;
use buildout_scenario::{Language, Panel};
use leptos::prelude::*;

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
                <table data-chart-table=panel.id()>
                    <thead><tr><th scope="col">{words(text::quarter)}</th>{head}</tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </details>
    }
}

fn table_row(row: Row, columns: &'static [Output], language: Language) -> impl IntoView {
    let cells = row.cells.into_iter().zip(columns).map(|(cell, &output)| {
        let shown = match cell {
            Cell::Number(value) if format::is_share(output.declaration().unit) => {
                format::number(value * 100.0, 1)
            }
            Cell::Number(value) => format::number(value, 2),
            Cell::Name(name) => text::limit_name(name, language).to_owned(),
            Cell::Nothing => String::new(),
        };
        view! { <td data-output=cell.exact().map(|_| output.id()) data-value=cell.exact()>{shown}</td> }
    });
    view! {
        <tr data-quarter=row.quarter.to_string() data-reported=row.is_reported.then_some("")>
            <th scope="row">{row.quarter.to_string()}{row.is_reported.then(|| view! { <small>{text::reported(language)}</small> })}</th>
            {cells.collect_view()}
        </tr>
    }
}
