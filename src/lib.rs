//! The page: a scenario explorer of Amazon's AI build-out that runs wholly in the browser.
//!
//! One way for the data: link → [scenario](buildout_scenario::Scenario) → run →
//! [trajectory](buildout_model::Trajectory) → view models ([`view`]) → charts ([`chart`]), tables and words
//! ([`text`]). Nothing flows back but a change of the scenario. The page computes no economics; the view models and the
//! drawing know no browser, so both are tested natively.
//!
//! ```
//! use buildout_page::view::{Run, ShownAs, chart};
//! use buildout_scenario::{Horizon, Language, Panel, Scenario};
//!
//! let run = Run::of(Scenario::default(), Horizon::FULL);
//! let chart = chart(Panel::CashFlow, &run, &run, ShownAs::default(), Language::English);
//! assert_eq!(chart.series().count(), 3);
//! ```

pub mod chart;
pub mod format;
pub mod lever;
pub mod text;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod explorer;

#[cfg(target_arch = "wasm32")]
pub use app::start;

/// The page needs a browser: build it with `cargo xtask build`, or open it with `cargo xtask serve`.
#[cfg(not(target_arch = "wasm32"))]
pub fn start() {
    eprintln!("the page runs in a browser: `cargo xtask serve` builds and serves it");
}
