//! The page in a browser: it mounts, a lever moves its figures, and only what changed is drawn.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(target_arch = "wasm32")]

use js_sys::Promise;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    CanvasRenderingContext2d, Document, Element, Event, EventInit, HtmlCanvasElement, HtmlInputElement,
    window,
};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    window().unwrap().document().unwrap()
}

fn find(selector: &str) -> Element {
    document().query_selector(selector).unwrap().unwrap_or_else(|| panic!("there is no {selector}"))
}

async fn after_ms(ms: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        window().unwrap().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// A canvas has the size that the style sheet gives it.
fn show_style() {
    let style = document().create_element("style").unwrap();
    let sheets = [
        include_str!("../style/tokens.css"),
        include_str!("../style/page.css"),
        include_str!("../style/inputs.css"),
        include_str!("../style/charts.css"),
    ];
    style.set_text_content(Some(&sheets.concat()));
    document().head().unwrap().append_child(&style).unwrap();
}

/// The page, mounted once for all tests, at its base case.
async fn page() {
    thread_local!(static IS_MOUNTED: Cell<bool> = const { Cell::new(false) });
    if !IS_MOUNTED.replace(true) {
        show_style();
        buildout_page::start();
    }
    for _ in 0..100 {
        if document().document_element().unwrap().get_attribute("data-ready").as_deref() == Some("true") {
            break;
        }
        after_ms(50).await;
    }
    let reset: web_sys::HtmlElement = find("button[data-action=reset]").dyn_into().unwrap();
    reset.click();
    after_ms(50).await;
}

fn headline(name: &str) -> String {
    find(&format!("[data-headline={name}]")).get_attribute("data-value").unwrap()
}

fn fire(element: &Element, name: &str) {
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    element.dispatch_event(&Event::new_with_event_init_dict(name, &bubbling).unwrap()).unwrap();
}

fn slide(id: &str, value: &str) {
    let slider: HtmlInputElement = find(&format!("input[type=range][data-input={id}]")).dyn_into().unwrap();
    slider.set_value(value);
    fire(&slider, "input");
}

/// What a chart shows, folded into a number.
fn pixels(chart: &str) -> u64 {
    let canvas: HtmlCanvasElement = find(&format!("figure[data-chart={chart}] canvas")).dyn_into().unwrap();
    let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    let data = context.get_image_data(0.0, 0.0, width, height).unwrap().data().0;
    data.iter().fold(7, |folded, byte| folded * 31 % 0xffff_ffff_ffc5 + u64::from(*byte))
}

#[wasm_bindgen_test]
async fn every_input_has_a_slider_and_a_number() {
    page().await;
    for input in buildout_model::Input::ALL {
        let id = input.id();
        let slider: HtmlInputElement =
            find(&format!("input[type=range][data-input={id}]")).dyn_into().unwrap();
        let number: HtmlInputElement = find(&format!("input[data-number={id}]")).dyn_into().unwrap();
        let base = input.declaration().base(buildout_model::Baseline::default());
        assert_eq!(number.value().parse(), Ok(base), "{id}");
        assert!((slider.value_as_number() - base).abs() <= input.declaration().step / 2.0, "{id}");
    }
}

#[wasm_bindgen_test]
async fn a_lever_moves_the_headline_and_the_chart() {
    page().await;
    let (trough, before) = (headline("fcf_trough"), pixels("cash-flow"));
    slide("capex_next_year", "260");
    // Out of sight, a chart is drawn when the page rests.
    after_ms(500).await;
    let number: HtmlInputElement = find("input[data-number=capex_next_year]").dyn_into().unwrap();
    assert_eq!(number.value(), "260");
    assert_ne!(headline("fcf_trough"), trough);
    assert_ne!(pixels("cash-flow"), before);

    let mut scenario = buildout_scenario::Scenario::default();
    scenario.set(buildout_model::Input::CapexNextYear, 260.0).unwrap();
    let run = buildout_figures::view::Run::of(scenario, buildout_scenario::Horizon::FULL);
    assert_eq!(
        headline("fcf_trough").parse(),
        Ok(run.headline.unwrap().fcf_trough),
        "the same bits as the model"
    );
}

#[wasm_bindgen_test]
async fn a_typed_value_out_of_range_is_refused_in_words() {
    page().await;
    let trough = headline("fcf_trough");
    let number: HtmlInputElement = find("input[data-number=capex_next_year]").dyn_into().unwrap();
    number.set_value("9999");
    fire(&number, "change");
    after_ms(30).await;
    let told = find("[data-error=capex_next_year]").text_content().unwrap();
    assert!(told.contains("60") && told.contains("450"), "{told}");
    assert_eq!(headline("fcf_trough"), trough);
    assert_eq!(number.get_attribute("aria-invalid").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_release_writes_the_address_and_a_drag_does_not() {
    page().await;
    let hash = || window().unwrap().location().hash().unwrap();
    let before = hash();
    for value in ["0.61", "0.62", "0.63"] {
        slide("trainium_mix", value);
    }
    after_ms(30).await;
    assert_eq!(hash(), before, "a lever that is held writes nothing");
    fire(&find("input[data-input=trainium_mix]"), "change");
    assert!(hash().starts_with("#1~2025q3~tm_0.63"), "{}", hash());
    let share = find("[data-share-link]").get_attribute("data-share-link").unwrap();
    assert!(
        share.contains(&format!("{}~R_1_", hash())),
        "the address, with the figures that it is sent with: {share}"
    );
}

#[wasm_bindgen_test]
async fn the_other_language_is_complete() {
    page().await;
    let button: web_sys::HtmlElement = find("button[data-action=language]").dyn_into().unwrap();
    button.click();
    after_ms(50).await;
    assert_eq!(document().document_element().unwrap().get_attribute("lang").as_deref(), Some("zh-Hans"));
    for label in
        ["figure[data-chart=cash-flow] figcaption", ".input .name", ".card h2", "footer p", "summary"]
    {
        let words = find(label).text_content().unwrap();
        assert!(words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{label}: {words}");
    }
    button.click();
    after_ms(50).await;
    assert_eq!(document().document_element().unwrap().get_attribute("lang").as_deref(), Some("en"));
}
