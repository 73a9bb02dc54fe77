//! The four curves to watch: the slope of each and a plain verdict.

use crate::{explorer::explorer, text, words::words};
use buildout_analysis::{Verdict, Watched, watch};
use leptos::prelude::*;

fn id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Rising => "rising",
        Verdict::Flat => "flat",
        Verdict::Breaking => "breaking",
    }
}

#[component]
pub(crate) fn FourCurves() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let rows = move || {
        let language = language.get();
        let row = |watched: Watched| {
            view! {
                <tr>
                    <th scope="row">{text::watched_curve(watched.curve, language)}</th>
                    <td>{text::slope(&watched, language)}</td>
                    <td data-verdict=id(watched.verdict)>{text::verdict(watched.verdict, language)}</td>
                </tr>
            }
        };
        explorer.settled.with(|run| watch(&run.scenario, &run.trajectory).into_iter().map(row).collect_view())
    };
    view! {
        <table class="extra" data-extra="curves">
            <caption>{words(text::curves_title)}</caption>
            <tbody>{rows}</tbody>
        </table>
    }
}
