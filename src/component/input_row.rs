//! An input: dragged or typed, with its unit, base tick, response, evidence and reset.

use super::{input_evidence::Evidence, input_search::looking, input_sparkline::Sparkline};
use crate::{
    explorer::explorer,
    format::{self, exact},
    text,
    words::words,
};
use buildout_model::{Input, Level};
use leptos::{ev, prelude::*};

#[component]
pub(crate) fn InputRow(input: Input) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let declaration = input.declaration();
    let value = Memo::new(move |_| explorer.link.with(|link| link.scenario.get(input)));
    let base = Memo::new(move |_| explorer.link.with(|link| link.scenario.base_of(input)));
    let error = RwSignal::new(None::<String>);
    // A refused text goes with the next change of the value.
    Effect::new(move |_| {
        value.track();
        error.set(None);
    });

    let share = move |value: f64| {
        let share = (value - declaration.min) / (declaration.max - declaration.min);
        format!("{share:.4}")
    };
    let spoken = move || text::input_value(declaration.unit, value.get(), language.get());
    let looking = looking();
    let is_found = Memo::new(move |_| looking.finds(input));
    let unit = move || {
        if format::is_share(declaration.unit) {
            // A share is typed as a fraction and read as a percentage.
            format!("= {}", spoken())
        } else {
            text::input_unit(declaration.unit, language.get()).to_owned()
        }
    };

    let slide = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
        if let Ok(slid) = event.target().value().parse() {
            // A slider offers nothing outside its range.
            let _ = explorer.set(input, declaration.clamp(slid));
        }
    };
    let enter = move |typed: &str| {
        let told = match format::typed(typed) {
            Some(number) => explorer
                .set(input, number)
                .err()
                .map(|error| text::input_error(&error, language.get_untracked())),
            None => Some(text::not_a_number(declaration, language.get_untracked())),
        };
        if told.is_none() {
            explorer.release(input.id());
        }
        error.set(told);
    };
    let field = NodeRef::<leptos::html::Input>::new();
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            if let Some(field) = field.get_untracked() {
                field.set_value(&exact(value.get_untracked()));
            }
            error.set(None);
        }
    };
    let error_id = format!("error-{}", declaration.id);
    let label_id = format!("label-{}", declaration.id);
    view! {
        <div class="input" class:changed=move || value.get() != base.get() hidden=move || !is_found.get()>
            <p class="of-group" hidden=move || !looking.is_on()>
                {move || text::group_name(declaration.group, language.get())}
            </p>
            <div class="name" id=label_id.clone()>{move || text::input_label(input, language.get())}</div>
            <div class="entry">
                <input type="text" inputmode="decimal" autocomplete="off" data-number=declaration.id
                    node_ref=field prop:value=move || exact(value.get())
                    aria-labelledby=label_id.clone()
                    aria-invalid=move || if error.with(Option::is_some) { "true" } else { "false" }
                    aria-describedby=error_id.clone()
                    on:change:target=move |event| enter(&event.target().value())
                    on:keydown=on_key/>
                <span class="unit">{unit}</span>
                <button type="button" class="reset" data-reset=declaration.id
                    prop:disabled=move || value.get() == base.get()
                    title=words(text::reset_one)
                    aria-label=move || text::reset_input(input, language.get())
                    on:click=move |_| explorer.reset(input)>"↺"</button>
            </div>
            <div class="track" style:--value-share=move || share(value.get()) style:--base-share=move || share(base.get())>
                <input type="range" data-input=declaration.id min=declaration.min max=declaration.max
                    step=declaration.step prop:value=move || exact(value.get())
                    aria-labelledby=label_id aria-valuetext=spoken
                    on:input:target=slide on:change=move |_| explorer.release(input.id())/>
                <span class="tick" aria-hidden="true"></span>
            </div>
            {(declaration.level == Level::Primary).then(|| view! { <Sparkline input/> })}
            <p class="error" id=error_id data-error=declaration.id hidden=move || error.with(Option::is_none)>
                {move || error.get()}
            </p>
            <Evidence input/>
        </div>
    }
}
