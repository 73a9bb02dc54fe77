//! View models: what a chart draws, a table shows and a headline says, as data.
//!
//! They take finished runs and turn them into series with units; they compute no economics and know no browser.

mod capacity;
mod cash_flow;
mod chart;
mod chips;
mod headline;
mod run;
mod sales;
mod table;

pub use chart::{Chart, ChartKind, Colour, Point, Series, Shape};
pub use headline::{Card, Shown, cards};
pub use run::Run;
pub use table::{Cell, Row, Table, table};
