//! The four curves to watch: the slope of each and a plain verdict.

use super::traced::traced;
use crate::{explorer::explorer, text, view::Measure, words::words};
use buildout_analysis::{Verdict, Watched, WatchedCurve, watch};
use buildout_model::Output;
use buildout_scenario::Period;
use leptos::prelude::*;

/// The point at which the slope ends, by the name that traces it.
fn point(watched: &Watched) -> String {
    let (measure, period) = match watched.curve {
        WatchedCurve::Power => (Measure::Output(Output::Power), Period::Quarter),
        WatchedCurve::Trainium => (Measure::Output(Output::TrainiumFleetShare), Period::Quarter),
        WatchedCurve::Managed => (Measure::Share(Output::ManagedRevenue, Output::AiRevenue), Period::Quarter),
        WatchedCurve::Advertising => (Measure::Output(Output::AdsRevenue), Period::TrailingYear),
    };
    measure.point(watched.end.quarter, period)
}

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
                    <th scope="row">
                        {traced(point(&watched), text::watched_curve(watched.curve, language))}
                    </th>
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
