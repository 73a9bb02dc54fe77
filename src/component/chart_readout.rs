//! What a chart says of the quarter pointed at, or of its last one: the legend with values.

use super::traced::traced;
use crate::{browser::observe::Watch, explorer::explorer, view::Readout};
use leptos::{html::Ul, prelude::*};

#[component]
pub(crate) fn ChartReadout(readout: RwSignal<Readout>) -> impl IntoView {
    let entries = move || {
        readout.with(|readout| {
            let entry = |entry: &crate::view::Entry| {
                let colour = format!("var({})", entry.colour.token());
                let (label, value, change) = (entry.label, entry.value.clone(), entry.change.clone());
                let (spread, awaited) = (entry.spread.clone(), entry.awaited.clone());
                // On phones, where a change often takes a line more, its place is kept (style/charts.css).
                let unchanged = (entry.point.is_some() && change.is_none()).then(|| format!("+{value}"));
                let led = |point: &Option<String>, words: AnyView| match point {
                    Some(point) => traced(point, words),
                    None => words,
                };
                let value = led(&entry.point, view! { <b>{value}</b> }.into_any());
                let change =
                    change.map(|change| led(&entry.changed_point, view! { <i>{change}</i> }.into_any()));
                let own = entry.own.as_ref().map(|own| format!("◆ {own}"));
                view! {
                    <li>
                        <span class="swatch" style:background=colour></span>
                        <span>{label}</span>
                        {value}
                        {change}
                        {unchanged.map(|words| view! { <i class="unchanged awaited" aria-hidden="true">{words}</i> })}
                        {own.map(|own| view! { <b>{own}</b> })}
                        {spread.map(|spread| view! { <i data-spread="">{spread}</i> })}
                        {awaited.map(|words| view! { <i class="awaited" aria-hidden="true">{words}</i> })}
                    </li>
                }
            };
            readout.entries.iter().map(entry).collect_view()
        })
    };
    let list = NodeRef::<Ul>::new();
    keep_height(list);
    view! {
        <ul class="readout" data-readout="" node_ref=list>
            <li class="quarter">{move || readout.with(|readout| readout.quarter.clone())}</li>
            {entries}
        </ul>
    }
}

/// Keeps a list as high as it has been, so that what stands below does not move under a press when another quarter needs fewer
/// lines. Another width, or other things that are said of every quarter, begin anew.
fn keep_height(list: NodeRef<Ul>) {
    let explorer = explorer();
    let kept = StoredValue::new((0, 0));
    let keep = move || {
        let Some(list) = list.try_get_untracked().flatten() else { return };
        let (width, height) = kept.get_value();
        let style = web_sys::HtmlElement::style(&list);
        let is_new = list.client_width() != width;
        if is_new {
            let _ = style.remove_property("min-height");
        }
        let height_now = list.client_height();
        if is_new || height_now > height {
            kept.set_value((list.client_width(), height_now));
            let _ = style.set_property("min-height", &format!("{height_now}px"));
        }
    };
    let watch = StoredValue::new_local(None::<Watch>);
    Effect::new(move |_| {
        let Some(list) = list.get() else { return };
        // In a frame of its own: who changes a size while sizes are told makes a circle, and browsers complain of those.
        watch.set_value(Some(Watch::new(&list, |_| {}, move || request_animation_frame(keep))));
    });
    on_cleanup(move || watch.set_value(None));
    let said = Memo::new(move |_| {
        let is_compared = explorer.is_changed() || explorer.link.with(|link| link.compared.is_some());
        let has_own = explorer.own.with(|own| !own.figures.is_empty());
        (explorer.language.get(), is_compared, explorer.has_fans.get(), has_own)
    });
    Effect::new(move |before: Option<()>| {
        said.track();
        if before.is_some() {
            kept.set_value((0, 0));
            // The next frame says what it says now.
            request_animation_frame(move || request_animation_frame(keep));
        }
    });
}
