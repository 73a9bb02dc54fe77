//! The choice of the headline figure that the response curves show, one for all inputs.

use super::input_responses::responses;
use crate::{explorer::explorer, text, words::words};
use buildout_analysis::Goal;
use leptos::prelude::*;

#[component]
pub(crate) fn GoalChoice() -> impl IntoView {
    let language = explorer().language;
    let goal = responses().goal;
    let options = move || {
        let option = |goal: Goal| {
            let label = text::headline_label(goal.id(), language.get());
            view! { <option value=goal.id()>{label}</option> }
        };
        Goal::ALL.into_iter().map(option).collect_view()
    };
    let choose = move |id: String| {
        if let Some(chosen) = Goal::from_id(&id) {
            goal.set(chosen);
        }
    };
    view! {
        <label class="goal">
            <span>{words(text::curves_show)}</span>
            <select data-control="response-goal" on:change:target=move |event| choose(event.target().value())
                prop:value=move || { language.track(); goal.get().id() }>
                {options}
            </select>
        </label>
    }
}
