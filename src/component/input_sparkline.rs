//! A response curve as a thin line under a slider, its ends under the ends of the slider's travel.

use super::input_responses::responses;
use crate::{
    browser::observe::Watch,
    explorer::explorer,
    lever::{Curve, Scale},
    text,
};
use buildout_analysis::Goal;
use buildout_model::Input;
use leptos::{html::Div, prelude::*};
use std::sync::Arc;

/// The least that the height of a line stands for, so that lines can be compared and what hardly moves looks flat.
fn least_span(goal: Goal) -> f64 {
    match text::headline_unit(goal.id()) {
        "share" | "share/yr" => 0.03,
        "ratio" => 0.5,
        "B$/yr" => 40.0,
        _ => 20.0,
    }
}

#[component]
pub(crate) fn Sparkline(input: Input) -> impl IntoView {
    let responses = responses();
    let place = NodeRef::<Div>::new();
    let is_in_sight = StoredValue::new(false);
    let see = move |is_seen: bool| {
        if is_in_sight.get_value() != is_seen {
            is_in_sight.set_value(is_seen);
            responses.watch(input, is_seen);
        }
    };
    let watch = StoredValue::new_local(None::<Watch>);
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            watch.set_value(Some(Watch::new(&place, see, || ())));
        }
    });
    on_cleanup(move || {
        watch.set_value(None);
        see(false);
    });

    let line = responses.answer(input).map(|answer| {
        let explorer = explorer();
        let value = Memo::new(move |_| explorer.link.with(|link| link.scenario.get(input)));
        let base = Memo::new(move |_| explorer.link.with(|link| link.scenario.base_of(input)));
        let drawn = Memo::new(move |_| {
            let curve = answer.curve.get()?;
            let scale = Scale::of(&curve, least_span(responses.goal.get_untracked()))?;
            Some((curve, scale))
        });
        let with = move |draw: fn(&Curve, Scale, f64) -> String, at: f64| {
            drawn.with(|drawn: &Option<(Arc<Curve>, Scale)>| {
                drawn.as_ref().map(|(curve, scale)| draw(curve, *scale, at)).unwrap_or_default()
            })
        };
        view! {
            <svg viewBox="0 0 100 100" preserveAspectRatio="none"
                data-stale=move || answer.is_stale.get().then_some("")>
                <path class="curve" d=move || with(|curve, scale, _| curve.path(scale), 0.0)/>
                <path class="from" d=move || with(|curve, scale, at| curve.dot(at, scale), base.get())/>
                <path class="now" d=move || with(|curve, scale, at| curve.dot(at, scale), value.get())/>
            </svg>
        }
    });
    // The opened evidence says the same curve in words.
    view! { <div class="sparkline" data-sparkline=input.id() aria-hidden="true" node_ref=place>{line}</div> }
}
