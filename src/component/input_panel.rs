//! The levers: search and changes on top, then the primary inputs in the order of the chain, then all others by group.

use super::{
    input_changes::{ChangedCount, ChangedList, Changes},
    input_goal::GoalChoice,
    input_group::InputGroup,
    input_responses::Responses,
    input_row::InputRow,
    input_search::{Looking, SearchField, SearchResult},
};
use crate::{explorer::explorer, lever::MAIN_LEVERS, text};
use buildout_model::{Group, Input, Level};
use leptos::prelude::*;

fn primary() -> impl Iterator<Item = Input> {
    Input::ALL.into_iter().filter(|input| input.declaration().level == Level::Primary)
}

#[component]
pub(crate) fn InputPanel() -> impl IntoView {
    let language = explorer().language;
    let looking = Looking::new();
    provide_context(looking);
    provide_context(Responses::new());
    let changes = Changes::new();
    let others = primary().filter(|input| !MAIN_LEVERS.contains(input));
    view! {
        <div class="lever-bar"><SearchField/><ChangedCount changes/></div>
        <SearchResult/>
        <ChangedList changes/>
        <GoalChoice/>
        <h2 hidden=move || looking.is_on()>{move || text::main_levers(language.get())}</h2>
        {MAIN_LEVERS.into_iter().map(|input| view! { <InputRow input/> }).collect_view()}
        <h2 hidden=move || looking.is_on()>{move || text::more_levers(language.get())}</h2>
        {others.map(|input| view! { <InputRow input/> }).collect_view()}
        <h2 hidden=move || looking.is_on()>{move || text::other_inputs(language.get())}</h2>
        {Group::ALL.into_iter().map(|group| view! { <InputGroup group/> }).collect_view()}
    }
}
