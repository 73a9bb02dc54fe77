//! The page: a scenario explorer of Amazon's AI build-out that runs wholly in the browser.
//!
//! One way for the data: link → [scenario](buildout_scenario::Scenario) → run →
//! [trajectory](buildout_model::Trajectory) → [view models](buildout_figures::view) →
//! [charts](buildout_figures::chart), tables and [words](buildout_figures::text). Nothing flows back but a change of the
//! scenario. This crate is the part that needs a browser, and what the levers know of themselves ([`lever`]).

pub mod lever;

// Words, figures and drawings are the same outside a browser, so they live in a crate of their own.
#[cfg(target_arch = "wasm32")]
use buildout_figures::{chart, format, traced};
use buildout_figures::{text, view};

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod explorer;
#[cfg(target_arch = "wasm32")]
mod fans;
#[cfg(target_arch = "wasm32")]
pub mod fault;
#[cfg(target_arch = "wasm32")]
mod handout;
#[cfg(target_arch = "wasm32")]
mod lasting;
#[cfg(target_arch = "wasm32")]
mod opening;
#[cfg(target_arch = "wasm32")]
mod saved;
#[cfg(target_arch = "wasm32")]
mod words;

#[cfg(target_arch = "wasm32")]
pub use app::start;

/// The page needs a browser: build it with `cargo xtask build`, or open it with `cargo xtask serve`.
#[cfg(not(target_arch = "wasm32"))]
pub fn start() {
    eprintln!("the page runs in a browser: `cargo xtask serve` builds and serves it");
}
