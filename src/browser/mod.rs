//! What the page needs of the browser, each where it can fail said plainly.

pub(crate) mod address;
pub(crate) mod clipboard;
pub(crate) mod desk;
pub(crate) mod document;
pub(crate) mod download;
pub(crate) mod files;
pub(crate) mod frame_height;
pub(crate) mod frames;
pub(crate) mod lab;
pub(crate) mod observe;
pub(crate) mod picture;
pub(crate) mod share_sheet;
pub(crate) mod storage;
pub(crate) mod timer;
pub(crate) mod timing;
pub(crate) mod updates;
mod worker;
