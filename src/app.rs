//! The page as a whole.

use crate::{
    browser::{address, document, files},
    component::{
        Analyses, ChartBar, ChartFigure, Comparison, Embed, Footer, HeadlineCards, InputPanel, Looking,
        Notices, Oddities, ReceiptNotice, Reconciliation, ScenarioBar, TellReader, TopBar,
    },
    explorer::Explorer,
    fault, opening, text,
    words::words,
};
use leptos::prelude::*;

/// Mounts the page in the place of what stood there while it was loaded.
pub fn start() {
    fault::tell_of_panics();
    let placeholder = leptos::prelude::document().get_element_by_id("loading");
    mount_to_body(App);
    if let Some(placeholder) = placeholder {
        placeholder.remove();
    }
}

#[component]
fn App() -> impl IntoView {
    let explorer = Explorer::open();
    provide_context(explorer);
    open_what_is_dropped(explorer);
    trace_what_is_asked(explorer);
    if address::is_embedded() {
        document::mark_embedded();
        return view! { <Embed/> }.into_any();
    }
    provide_context(Looking::new());
    let open = move || explorer.link.with(|link| link.view.panels.open().to_vec());
    let lead = Memo::new(move |_| open().first().copied());
    let others = Memo::new(move |_| open().split_off(1));
    view! {
        <a class="skip" href="#charts" on:click=go_to_charts>{words(text::skip)}</a>
        <TopBar/>
        <Notices/>
        <ReceiptNotice/>
        <TellReader/>
        <main>
            <section class="tools" aria-label=words(text::tools)>
                <ScenarioBar/>
            </section>
            <section class="headline" aria-label=words(text::headline)>
                <HeadlineCards/>
                <div class="verdict">
                    <Reconciliation/>
                    <Oddities/>
                </div>
                <Comparison/>
            </section>
            <div class="lead">
                {move || lead.get().map(|panel| view! { <ChartFigure panel/> })}
            </div>
            <section class="inputs" aria-label=words(text::inputs)>
                <InputPanel/>
            </section>
            <div class="charts" id="charts" tabindex="-1">
                <ChartBar/>
                <For each=move || others.get() key=|panel| *panel children=|panel| view! { <ChartFigure panel/> }/>
            </div>
            <Analyses/>
        </main>
        <Footer/>
        <p class="aloud" role="status" aria-live="polite">{move || explorer.announcement.get()}</p>
    }
    .into_any()
}

/// Whatever has `data-trace` asks where the point of that name comes from.
fn trace_what_is_asked(explorer: Explorer) {
    use wasm_bindgen::JsCast;
    let clicked = window_event_listener(leptos::ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let asked = target.and_then(|target| target.closest("[data-trace]").ok().flatten());
        if let Some(point) = asked.and_then(|asked| asked.get_attribute("data-trace")) {
            explorer.trace(&point);
        }
    });
    on_cleanup(move || clicked.remove());
}

/// Files can be dropped anywhere; a browser left alone would leave the page and show them.
fn open_what_is_dropped(explorer: Explorer) {
    // A text that is dragged into a field stays the browser's business.
    let over = window_event_listener(leptos::ev::dragover, |event| {
        if files::are_carried(event.data_transfer().as_ref()) {
            event.prevent_default();
        }
    });
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        if !files::are_carried(event.data_transfer().as_ref()) {
            return;
        }
        event.prevent_default();
        opening::open(explorer, files::dropped(event.data_transfer()));
    });
    on_cleanup(move || {
        over.remove();
        dropped.remove();
    });
}

/// The fragment belongs to the scenario, so this link moves the focus instead.
fn go_to_charts(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    if let Some(charts) = leptos::prelude::document().get_element_by_id("charts") {
        charts.scroll_into_view();
        focus(&charts);
    }
}

fn focus(element: &web_sys::Element) {
    use wasm_bindgen::JsCast;
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}
