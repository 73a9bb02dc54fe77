//! The page as a whole.

use crate::{
    component::{ChartFigure, Footer, HeadlineCards, InputPanel, Notices, TopBar},
    explorer::Explorer,
    text,
    view::ChartKind,
};
use leptos::prelude::*;

/// Mounts the page in the place of what stood there while it was loaded.
pub fn start() {
    console_error_panic_hook::set_once();
    let placeholder = document().get_element_by_id("loading");
    mount_to_body(App);
    if let Some(placeholder) = placeholder {
        placeholder.remove();
    }
}

#[component]
fn App() -> impl IntoView {
    let explorer = Explorer::open();
    provide_context(explorer);
    let language = explorer.language;
    view! {
        <a class="skip" href="#charts" on:click=go_to_charts>{move || text::skip(language.get())}</a>
        <TopBar/>
        <Notices/>
        <main>
            <section class="headline" aria-label=move || text::headline(language.get())>
                <HeadlineCards/>
            </section>
            <div class="lead">
                <ChartFigure kind=ChartKind::CashFlow/>
            </div>
            <section class="inputs" aria-label=move || text::inputs(language.get())>
                <InputPanel/>
            </section>
            <div class="charts" id="charts" tabindex="-1">
                {ChartKind::ALL.into_iter().skip(1).map(|kind| view! { <ChartFigure kind/> }).collect_view()}
            </div>
        </main>
        <Footer/>
        <p class="aloud" role="status" aria-live="polite">{move || explorer.announcement.get()}</p>
    }
}

/// The fragment belongs to the scenario, so this link moves the focus instead.
fn go_to_charts(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    if let Some(charts) = document().get_element_by_id("charts") {
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
