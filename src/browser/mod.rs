//! What the page needs of the browser, each where it can fail said plainly.

pub(crate) mod address;
pub(crate) mod clipboard;
pub(crate) mod document;
pub(crate) mod frames;
pub(crate) mod observe;
pub(crate) mod storage;
pub(crate) mod timer;
pub(crate) mod timing;
