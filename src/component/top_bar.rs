//! The bar on top: what is run, and what can be done with it.

use super::button::button_where;
use crate::{browser::clipboard, explorer::explorer, text, words::words};
use buildout_model::Baseline;
use buildout_scenario::{Horizon, PRESETS, Preset};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub(crate) fn TopBar() -> impl IntoView {
    let explorer = explorer();
    let is_changed = Memo::new(move |_| explorer.is_changed());
    let language = explorer.language;
    view! {
        <header class="top">
            <div class="brand">
                <h1>"Buildout"</h1>
                <p>{words(text::question)}</p>
            </div>
            <div class="choices">
                <PresetChoice/>
                <BaselineChoice/>
                <HorizonChoice/>
            </div>
            <div class="actions">
                {button_where(is_changed, "reset", text::reset_all, move || explorer.reset_all())}
                <Share/>
                <button type="button" class="quiet" data-action="language" lang=move || text::other_language(language.get()).tag()
                    on:click=move |_| explorer.choose_language(text::other_language(language.get_untracked()))>
                    {move || text::other_language(language.get()).name()}
                </button>
                <ThemeButton/>
            </div>
        </header>
    }
}

#[component]
fn ThemeButton() -> impl IntoView {
    let explorer = explorer();
    let words = move || {
        let turn_to = match explorer.theme.get().other().id() {
            "dark" => text::to_dark,
            _ => text::to_light,
        };
        turn_to(explorer.language.get())
    };
    view! {
        <button type="button" class="quiet" data-action="theme" on:click=move |_| explorer.turn_theme()>{words}</button>
    }
}

#[component]
fn PresetChoice() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let chosen = Memo::new(move |_| {
        explorer.link.with(|link| Preset::of(&link.scenario).map_or("", |preset| preset.id))
    });
    let options = move || {
        let label = |preset: &Preset| language.get().pick(preset.label_en, preset.label_zh);
        PRESETS.iter().map(|preset| view! { <option value=preset.id>{label(preset)}</option> }).collect_view()
    };
    let choose = move |id: String| {
        if let Some(preset) = Preset::from_id(&id) {
            explorer.choose_preset(preset);
        }
    };
    view! {
        <label>
            <span>{words(text::preset)}</span>
            <select data-control="preset" on:change:target=move |event| choose(event.target().value())
                prop:value=move || { language.track(); chosen.get() }>
                <option value="" disabled=true>{words(text::own_scenario)}</option>
                {options}
            </select>
        </label>
    }
}

#[component]
fn BaselineChoice() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let chosen = Memo::new(move |_| explorer.link.with(|link| link.scenario.baseline()));
    let options = move || {
        let label = |baseline: Baseline| language.get().pick(baseline.label_en(), baseline.label_zh());
        let option = |baseline: Baseline| view! { <option value=baseline.id()>{label(baseline)}</option> };
        Baseline::ALL.into_iter().map(option).collect_view()
    };
    let choose = move |id: String| {
        if let Some(baseline) = Baseline::from_id(&id) {
            explorer.choose_baseline(baseline);
        }
    };
    view! {
        <label>
            <span>{words(text::baseline)}</span>
            <select data-control="baseline" on:change:target=move |event| choose(event.target().value())
                prop:value=move || { language.track(); chosen.get().id() }>
                {options}
            </select>
        </label>
    }
}

#[component]
fn HorizonChoice() -> impl IntoView {
    let explorer = explorer();
    let baseline = Memo::new(move |_| explorer.link.with(|link| link.scenario.baseline()));
    let chosen =
        Memo::new(move |_| explorer.link.with(|link| link.view.horizon.last_year(link.scenario.baseline())));
    let options = move || {
        let (first, last) = Horizon::years(baseline.get());
        (first..=last).map(|year| view! { <option value=year.to_string()>{year}</option> }).collect_view()
    };
    let choose = move |year: String| {
        let horizon = year.parse().map(|year| Horizon::to_year(year, baseline.get_untracked()));
        if let Ok(Ok(horizon)) = horizon {
            explorer.choose_horizon(horizon);
        }
    };
    view! {
        <label>
            <span>{words(text::horizon)}</span>
            <select data-control="horizon" on:change:target=move |event| choose(event.target().value())
                prop:value=move || { baseline.track(); chosen.get().to_string() }>
                {options}
            </select>
        </label>
    }
}

/// What became of the wish to copy the link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Not,
    Done,
    Refused,
}

#[component]
fn Share() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let address = Memo::new(move |_| explorer.share_link());
    let copied = RwSignal::new(Copied::Not);
    // Another scenario has another link.
    Effect::new(move |_| {
        address.track();
        copied.set(Copied::Not);
    });
    let copy = move |_| {
        let text = address.get_untracked();
        spawn_local(async move {
            let done = clipboard::copy(text).await;
            // The page may have moved on while the browser asked the reader.
            let _ = copied.try_set(if done { Copied::Done } else { Copied::Refused });
        });
    };
    view! {
        <span class="share">
            <button type="button" class="main" data-action="share" on:click=copy>
                {words(text::share)}
            </button>
            <a class="aloud" tabindex="-1" data-share-link=address href=address>{words(text::share_link)}</a>
            <span class="toast" role="status" class:shown=move || copied.get() != Copied::Not>
                {move || match copied.get() {
                    Copied::Not => ().into_any(),
                    Copied::Done => text::link_copied(language.get()).into_any(),
                    Copied::Refused => view! {
                        {text::link_not_copied(language.get())}
                        <input type="text" readonly=true prop:value=address aria-label=text::share_link(language.get())/>
                    }.into_any(),
                }}
            </span>
        </span>
    }
}
