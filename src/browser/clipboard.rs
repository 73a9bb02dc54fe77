//! Copying a text.

use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Copies a text; false where the browser refuses.
pub(crate) async fn copy(text: String) -> bool {
    let Some(window) = window() else { return false };
    // Outside a secure context there is no clipboard, though the binding says so.
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(&text)).await.is_ok()
}
