//! How charts are shown: which panels, over which span, which years.

use crate::{explorer::explorer, text, words::words};
use buildout_scenario::{Panel, Period, Zoom};
use leptos::prelude::*;

#[component]
pub(crate) fn ChartBar() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let period = Memo::new(move |_| explorer.link.with(|link| link.view.period));
    let periods = move || {
        let option = |period: Period| view! { <option value=period.id()>{text::period_name(period, language.get())}</option> };
        Period::ALL.into_iter().map(option).collect_view()
    };
    view! {
        <div class="chart-bar">
            <label>
                <span>{words(text::period)}</span>
                <select data-control="period" prop:value=move || { language.track(); period.get().id() }
                    on:change:target=move |event| {
                        if let Some(period) = Period::from_id(&event.target().value()) {
                            explorer.choose_period(period);
                        }
                    }>{periods}</select>
            </label>
            <ZoomChoice/>
            <PanelChoice/>
            <FanChoice/>
            <p class="key">
                {words(text::chart_key)}
                {move || explorer.own.with(|own| !own.figures.is_empty()).then(|| format!(" {}", text::own_key(language.get())))}
            </p>
        </div>
    }
}

/// The years that there are: those of the reported quarters shown and of the run.
fn years() -> Memo<(i32, i32)> {
    let explorer = explorer();
    Memo::new(move |_| {
        explorer.run.with(|run| {
            let first = run.reported_before().next().map_or(run.first(), |reported| reported.quarter);
            (first.year(), run.last().year())
        })
    })
}

#[component]
fn ZoomChoice() -> impl IntoView {
    let explorer = explorer();
    let years = years();
    let zoom = Memo::new(move |_| {
        let (first, last) = years.get();
        explorer.link.with(|link| link.view.zoom.map_or((first, last), |zoom| (zoom.first(), zoom.last())))
    });
    let choose = move |first: i32, last: i32| {
        let zoom = Zoom::new(first, last.max(first)).filter(|_| (first, last) != years.get_untracked());
        explorer.choose_zoom(zoom);
    };
    let options = move || {
        let (first, last) = years.get();
        (first..=last).map(|year| view! { <option value=year.to_string()>{year}</option> }).collect_view()
    };
    view! {
        <label>
            <span>{words(text::zoom_from)}</span>
            <select data-control="zoom-first" prop:value=move || { years.track(); zoom.get().0.to_string() }
                on:change:target=move |event| {
                    if let Ok(first) = event.target().value().parse() {
                        choose(first, zoom.get_untracked().1);
                    }
                }>{options}</select>
        </label>
        <label>
            <span>{words(text::zoom_to)}</span>
            <select data-control="zoom-last" prop:value=move || { years.track(); zoom.get().1.to_string() }
                on:change:target=move |event| {
                    if let Ok(last) = event.target().value().parse::<i32>() {
                        choose(zoom.get_untracked().0.min(last), last);
                    }
                }>{options}</select>
        </label>
    }
}

#[component]
fn PanelChoice() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let item = move |panel: Panel| {
        let is_open = Memo::new(move |_| explorer.link.with(|link| link.view.panels.is_open(panel)));
        view! {
            <label class="check">
                <input type="checkbox" data-panel=panel.id() prop:checked=is_open
                    on:change=move |_| explorer.toggle_panel(panel)/>
                {move || text::panel_title(panel, language.get())}
            </label>
        }
    };
    view! {
        <details class="panels">
            <summary>{words(text::panels)}</summary>
            <div class="panel-list">{Panel::ALL.into_iter().map(item).collect_view()}</div>
        </details>
    }
}

#[component]
fn FanChoice() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let is_shown = explorer.has_fans;
    let key = move || {
        let stands =
            explorer.fans.standing.with(|standing| standing.as_ref().map(|standing| standing.answer.draws));
        let (draws, seed) = explorer.link.with(|link| (link.uncertain.draws, link.uncertain.seed));
        text::fan_key(stands.unwrap_or(draws), seed, language.get())
    };
    let progress = move || explorer.fans.under_way.get().map(|share| text::computing(share, language.get()));
    let is_under_way = move || explorer.fans.under_way.with(Option::is_some);
    view! {
        <button type="button" data-action="fans" aria-pressed=move || if is_shown.get() { "true" } else { "false" }
            on:click=move |_| explorer.turn_fans()>{words(text::show_fans)}</button>
        <p class="key" data-fan-key="" hidden=move || !is_shown.get()>
            <span class:awaited=is_under_way>{key}</span>
            <span>{progress}</span>
        </p>
    }
}
