//! Files that the reader chooses or drops.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileList, HtmlInputElement};

fn listed(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return vec![] };
    (0..list.length()).filter_map(|place| list.get(place)).collect()
}

/// The files chosen in a field.
pub(crate) fn chosen(field: &HtmlInputElement) -> Vec<File> {
    listed(field.files())
}

/// Whether what is dragged are files.
pub(crate) fn are_carried(data: Option<&DataTransfer>) -> bool {
    data.is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// The files dropped.
pub(crate) fn dropped(data: Option<DataTransfer>) -> Vec<File> {
    listed(data.and_then(|data| data.files()))
}

/// The text of a file; none where it cannot be read.
pub(crate) async fn text(file: &File) -> Option<String> {
    let promise: Promise = file.text().unchecked_into();
    JsFuture::from(promise).await.ok()?.as_string()
}
