//! The ribbon of limits: its colours, and what one unit more of each limit would bring.

use super::traced::traced;
use crate::{
    chart::limit_colour,
    explorer::explorer,
    format, text,
    traced::{Asked, RunOf},
    words::words,
};
use buildout_analysis::{OneMore, one_more};
use leptos::prelude::*;

#[component]
pub(crate) fn OneMoreUnit() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let rows = move || {
        let language = language.get();
        let row = |(more, value): (OneMore, f64)| {
            let [added, sales, fcf] = text::one_more(&more, language);
            let colour = format!("var({})", limit_colour(more.limit).token());
            view! {
                <tr data-limit=more.limit.id()>
                    <th scope="row"><span class="swatch" style:background=colour></span>{text::limit(more.limit, language)}</th>
                    <td>{added}</td>
                    {cell(more.ai_sales_2030, sales, brought("output:ai_revenue@2030Q4", 4.0, &more, value))}
                    {cell(more.fcf_2030, fcf, brought("headline:fcf_2030", 1.0, &more, value))}
                </tr>
            }
        };
        explorer.settled.with(|run| {
            let quarters = run.trajectory.figures().len();
            let all = one_more(&run.scenario, quarters).map(|more| (more, run.scenario.get(more.input)));
            all.map(row).into_iter().collect_view()
        })
    };
    view! {
        <table class="extra" data-extra="one-more">
            <caption>{words(text::one_more_title)}</caption>
            <thead>
                <tr>
                    <th scope="col">{words(text::limit_heading)}</th>
                    <th scope="col">{words(text::one_more_heading)}</th>
                    <th scope="col">{words(text::ai_sales_2030)}</th>
                    <th scope="col">{words(text::fcf_2030)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// What a step of the input that loosens a limit brings to a point, scaled to a unit of it: as it is traced.
fn brought(point: &str, times: f64, more: &OneMore, value: f64) -> Asked {
    let by = RunOf::With(vec![(more.input, value + more.step)]);
    Asked::brought(point, by, times * more.unit / more.step)
}

/// A figure that leads to where it comes from; what is not there leads nowhere.
fn cell(value: Option<f64>, says: String, asked: Asked) -> impl IntoView {
    let words = if value.is_some() { traced(asked, says) } else { says.into_any() };
    view! { <td data-value=value.map(format::exact)>{words}</td> }
}
