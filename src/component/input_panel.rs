//! The levers: search and changes on top, then the primary inputs in the order of the chain, then all others by group.

use super::{
    input_changes::{ChangedCount, ChangedList, Changes},
    input_goal::GoalChoice,
    input_group::InputGroup,
    input_responses::Responses,
    input_row::InputRow,
    input_search::{SearchField, SearchResult, looking},
};
use crate::{lever::MAIN_LEVERS, text, words::words};
use buildout_model::{Group, Input, Level};
use leptos::prelude::*;

fn primary() -> impl Iterator<Item = Input> {
    Input::ALL.into_iter().filter(|input| input.declaration().level == Level::Primary)
}

#[component]
pub(crate) fn InputPanel() -> impl IntoView {
    let looking = looking();
    provide_context(Responses::new());
    let changes = Changes::new();
    let others = primary().filter(|input| !MAIN_LEVERS.contains(input));
    view! {
        <div class="lever-bar"><SearchField/><ChangedCount changes/></div>
        <SearchResult/>
        <ChangedList changes/>
        <GoalChoice/>
        <h2 hidden=move || looking.is_on()>{words(text::main_levers)}</h2>
        {MAIN_LEVERS.into_iter().map(|input| view! { <InputRow input/> }).collect_view()}
        <h2 hidden=move || looking.is_on()>{words(text::more_levers)}</h2>
        {others.map(|input| view! { <InputRow input/> }).collect_view()}
        <h2 hidden=move || looking.is_on()>{words(text::other_inputs)}</h2>
        {Group::ALL.into_iter().map(|group| view! { <InputGroup group/> }).collect_view()}
    }
}
