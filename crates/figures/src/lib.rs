//! What a reader sees of a run: series with units ([`view`]), words in both languages ([`text`]), figures as they are
//! written ([`format`](mod@format)), drawings on any backend ([`chart`]), pictures that stand alone ([`picture`]), and what can be traced ([`traced`]).
//!
//! Finished runs come in, data for a screen or a file goes out. It computes no economics and knows no browser, so the
//! page, its workers and the command line all show the same.
//!
//! ```
//! use buildout_figures::view::{Run, ShownAs, chart};
//! use buildout_scenario::{Horizon, Language, Panel, Scenario};
//!
//! let run = Run::of(Scenario::default(), Horizon::FULL);
//! let chart = chart(Panel::CashFlow, &run, &run, ShownAs::default(), Language::English);
//! assert_eq!(chart.series().count(), 3);
//! ```

pub mod chart;
pub mod format;
pub mod picture;
pub mod text;
pub mod traced;
pub mod view;
