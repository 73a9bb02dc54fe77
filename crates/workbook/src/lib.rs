//! A run as a spreadsheet that goes on computing.
//!
//! Every figure of the chain is a live formula over the inputs, the reported quarters and other figures, written from the
//! [`buildout_trace::Trace`] of the run: whoever changes an input in the spreadsheet gets what the engine would give.
//! Beside each formula stands the engine's figure as its cached result, so that viewers which do not recalculate show it,
//! and a sheet compares both. The crate knows no file and no clock: bytes come out, and the date goes in.
//!
//! ```
//! use buildout_scenario::{Language, Link, Scenario};
//! use buildout_workbook::{Request, workbook};
//!
//! let scenario = Scenario::default();
//! let link = Link::from(scenario).encode();
//! let bytes = workbook(&Request {
//!     scenario: &scenario,
//!     quarters: 8,
//!     title: "The call of October 2025",
//!     link: &link,
//!     made_on: "2026-01-31",
//!     language: Language::English,
//! })?;
//! assert_eq!(&bytes[..2], b"PK");
//! # Ok::<(), buildout_workbook::WorkbookError>(())
//! ```

mod error;
mod formula;
mod layout;
mod plan;
mod request;
mod sheet;
mod style;
mod tables;
mod words;

pub use error::WorkbookError;
pub use request::{Request, workbook};
