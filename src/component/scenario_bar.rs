//! What can be done with the scenario: undo, redo, replay, pin, swap, save; and what it is, in a sentence.

use super::{
    button::{button, button_where, explained_button},
    saved_scenarios::SavedScenarios,
    share_panel::SharePanel,
};
use crate::{
    explorer::explorer,
    handout::{Handout, hand_out},
    text,
};
use buildout_scenario::{Preset, Scenario};
use leptos::{ev, prelude::*};

#[component]
pub(crate) fn ScenarioBar() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let can_undo = Memo::new(move |_| explorer.history.with(|history| history.can_undo()));
    let can_redo = Memo::new(move |_| explorer.history.with(|history| history.can_redo()));
    let is_pinned = Memo::new(move |_| explorer.link.with(|link| link.compared.is_some()));
    let preset =
        Memo::new(move |_| explorer.link.with(|link| Preset::of(&link.scenario)).map(|preset| preset.id));
    let is_own = move || preset.get().is_none();
    // The story that was told last keeps its place when a lever is taken: what stands below does not move.
    let story = Memo::new(move |last: Option<&&'static str>| {
        let of_base = || {
            let baseline = explorer.link.with_untracked(|link| link.scenario.baseline());
            Preset::of(&Scenario::base(baseline)).map(|preset| preset.id)
        };
        preset.get().or(last.copied()).or_else(of_base).unwrap_or_default()
    });
    let story_words = move || {
        let language = language.get();
        let preset = Preset::from_id(story.get());
        preset.map(|preset| language.pick(preset.sentence_en, preset.sentence_zh))
    };
    let own_words = move || {
        let language = language.get();
        is_own().then(|| explorer.link.with(|link| text::scenario_words(&link.scenario, language)))
    };
    let keys = window_event_listener(ev::keydown, move |event| {
        // In a text field these keys belong to the text.
        let in_field = event.target().is_some_and(|target| is_text_field(&target));
        if in_field || !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => explorer.undo(),
            ("z", true) | ("y", false) => explorer.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    view! {
        <div class="scenario-bar">
            {button_where(can_undo, "undo", text::undo, move || explorer.undo())}
            {button_where(can_redo, "redo", text::redo, move || explorer.redo())}
            {button_where(can_undo, "replay", text::replay, move || explorer.replay())}
            {explained_button("pin", text::pin, text::pin_meaning, move || explorer.pin())}
            <Show when=move || is_pinned.get()>
                {button("swap", text::swap, move || explorer.swap())}
                {button("unpin", text::unpin, move || explorer.unpin())}
            </Show>
            <SavedScenarios/>
            <SharePanel/>
            {explained_button("download-xlsx", text::download_xlsx, text::download_xlsx_meaning, move || {
                hand_out(explorer, Handout::Workbook)
            })}
        </div>
        <p class="sentence" data-scenario-sentence="">
            <span class:awaited=is_own>{story_words}</span>
            <span class="own">{own_words}</span>
        </p>
    }
}

fn is_text_field(target: &web_sys::EventTarget) -> bool {
    use wasm_bindgen::JsCast;
    let input = target.dyn_ref::<web_sys::HtmlInputElement>();
    input.is_some_and(|input| matches!(input.type_().as_str(), "text" | "search" | "number"))
}
