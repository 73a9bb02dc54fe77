//! Handing a file to the reader.

use super::timer::Timer;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

/// The browser reads the file some time after it was clicked.
const KEPT_MS: i32 = 60_000;

/// Kinds of files, by their media type.
pub(crate) mod kind {
    pub(crate) const CSV: &str = "text/csv;charset=utf-8";
    pub(crate) const JSON: &str = "application/json";
    pub(crate) const SVG: &str = "image/svg+xml";
    pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

/// Bytes as a file of a kind.
pub(crate) fn file(bytes: &[u8], kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options).ok()
}

/// Offers a file under a name; false where the browser refuses.
pub(crate) fn offer(name: &str, file: &Blob) -> bool {
    let Ok(address) = Url::create_object_url_with_blob(file) else { return false };
    let document = window().and_then(|window| window.document());
    let anchor = document.and_then(|document| document.create_element("a").ok());
    let Some(anchor) = anchor.and_then(|anchor| anchor.dyn_into::<HtmlAnchorElement>().ok()) else {
        return false;
    };
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    let timer = Timer::new(move || {
        let _ = Url::revoke_object_url(&address);
    });
    timer.set_in(KEPT_MS);
    // It takes the address back once, later, whatever the page does meanwhile.
    std::mem::forget(timer);
    true
}
