//! The analyses on the command line: the library's figures, whatever the number of threads.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod dependence;
mod grid;
mod run;
mod seek;
mod uncertainty;
