//! The ribbon of limits: its colours, and what one unit more of each limit would bring.

use crate::{chart::limit_colour, explorer::explorer, text, words::words};
use buildout_analysis::{OneMore, one_more};
use leptos::prelude::*;

#[component]
pub(crate) fn OneMoreUnit() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let rows = move || {
        let language = language.get();
        let row = |more: OneMore| {
            let [added, sales, fcf] = text::one_more(&more, language);
            let colour = format!("var({})", limit_colour(more.limit).token());
            view! {
                <tr data-limit=more.limit.id()>
                    <th scope="row"><span class="swatch" style:background=colour></span>{text::limit(more.limit, language)}</th>
                    <td>{added}</td>
                    <td>{sales}</td>
                    <td>{fcf}</td>
                </tr>
            }
        };
        explorer.settled.with(|run| {
            let quarters = run.trajectory.figures().len();
            one_more(&run.scenario, quarters).map(row).into_iter().collect_view()
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
