//! View models: what a chart draws, a table shows and a headline says, as data.
//!
//! They take finished runs and turn them into series with units; they compute no economics and know no browser.

mod chart;
mod compared;
mod fan;
mod headline;
mod own;
mod panel;
mod readout;
mod run;
mod series;
mod table;

pub use chart::{Chart, Mark, Plot, Shown as ShownAs};
pub use compared::{ChangedInput, changed_inputs};
pub use fan::{FanPoint, fanned, studied};
pub use headline::{Card, Shown, cards};
pub use own::OwnFigure;
pub use panel::{chart, columns, summary};
pub use readout::{Entry, Readout};
pub use run::Run;
pub use series::{Colour, Measure, Point, Series, Shape};
pub use table::{Cell, Row, Table, table};
