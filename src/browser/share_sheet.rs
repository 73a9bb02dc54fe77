//! The system's own sheet for sharing, where there is one.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ShareData, window};

/// Whether the browser has one.
pub(crate) fn is_there() -> bool {
    window().is_some_and(|window| Reflect::has(&window.navigator(), &"share".into()).unwrap_or(false))
}

/// Offers an address to the system. A reader who closes the sheet has not failed, so there is nothing to tell.
pub(crate) async fn share(title: &str, address: &str) {
    let Some(window) = window() else { return };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let _ = JsFuture::from(window.navigator().share_with_data(&data)).await;
}
