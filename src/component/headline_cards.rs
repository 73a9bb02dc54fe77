//! The headline of the run, each figure with its change against the base.

use super::traced::asked;
use crate::{
    explorer::explorer,
    format, text,
    traced::Asked,
    view::{Card, Shown, cards},
    words::words,
};
use leptos::prelude::*;

#[component]
pub(crate) fn HeadlineCards() -> impl IntoView {
    view! { {cards().into_iter().map(|card| view! { <HeadlineCard card/> }).collect_view()} }
}

/// A figure of the headline, shown anew only when what it shows has changed.
fn shown(name: &'static str) -> Memo<Shown> {
    let explorer = explorer();
    Memo::new(move |_| {
        let language = explorer.language.get();
        explorer.run.with(|run| explorer.base.with(|base| Shown::of(name, run, base, language)))
    })
}

#[component]
fn HeadlineCard(card: Card) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let figure = shown(card.figure);
    let change = move || figure.with(|figure| figure.change.clone());
    view! {
        <article class="card" title=move || text::headline_meaning(card.figure, language.get())>
            <h2>{move || text::headline_label(card.figure, language.get())}</h2>
            <div class="figure">
            <p class="value" data-headline=card.figure data-value=move || figure.with(|figure| figure.exact.clone())>
                {move || figure.with(|figure| figure.text.clone())}
            </p>
            <button type="button" class="why" data-trace=format!("headline:{}", card.figure)
                aria-label=move || text::trace_of(text::headline_label(card.figure, language.get()), language.get())
                title=words(text::trace_this)>"?"</button>
            <p class="change" title=words(text::against_base)
                data-trace=asked(Asked::from_other(format!("headline:{}", card.figure)))>{change}</p>
            </div>
            {move || {
                let (low, high) = explorer.fans.standing.with(|standing| standing.as_ref()?.ends_of(card.figure))?;
                let language = language.get();
                let say = |value| format::figure(text::headline_unit(card.figure), value, language);
                let is_stale = move || explorer.fans.is_stale(explorer);
                Some(view! {
                    <p class="spread" class:stale=is_stale data-spread=card.figure data-low=low.to_string() data-high=high.to_string()>
                        {text::spread(&say(low), &say(high), language)}
                    </p>
                })
            }}
            {move || {
                explorer.fans.awaits_ends_of(card.figure, explorer).then(|| {
                    let value = figure.with(|figure| figure.text.clone());
                    view! { <p class="spread awaited" aria-hidden="true">{text::spread(&value, &value, language.get())}</p> }
                })
            }}
            {card.beside.map(|name| {
                let beside = shown(name);
                view! {
                    <p class="beside">
                        <span>{move || text::headline_label(name, language.get())}</span>
                        " "
                        <span data-headline=name data-value=move || beside.with(|beside| beside.exact.clone())>
                            {move || beside.with(|beside| beside.text.clone())}
                        </span>
                    </p>
                }
            })}
        </article>
    }
}
