//! Scenarios of the build-out, their presets and their links.
//!
//! A [`Scenario`] is a baseline and what differs from its base values. A [`Link`] holds a scenario, perhaps a second
//! one to compare with, and what of the page is to be shown, in a few readable characters that no messenger breaks.
//!
//! ```
//! use buildout_model::Input;
//! use buildout_scenario::{Link, Scenario};
//!
//! let mut scenario = Scenario::default();
//! scenario.set(Input::CapexNextYear, 180.0)?;
//! let link = Link::from(scenario);
//! assert_eq!(link.encode(), "1~2025q3~cx1_180");
//!
//! let read = Link::decode("#1~2025q3~cx1_999");
//! assert_eq!(read.link.scenario.get(Input::CapexNextYear), 450.0);
//! assert!(read.notices[0].to_string().contains("60 to 450"));
//! # Ok::<(), buildout_model::InputError>(())
//! ```

mod history;
mod horizon;
mod language;
mod link;
mod preset;
mod ranges;
mod saved;
mod scenario;
mod uncertain;

pub use history::History;
pub use horizon::{Horizon, HorizonError};
pub use language::Language;
pub use link::{
    Decoded, LINK_VERSION, LONGEST_LINK, Link, Notice, Panel, Panels, Period, Receipt, ReceiptDifference,
    ReceiptError, View, Zoom,
};
pub use preset::{PRESETS, Preset};
pub use ranges::{HIGHEST_FACTOR, RangeError, Ranges};
pub use saved::{DecodedSaved, LONGEST_NAME, MOST_SAVED, SaveError, Saved, SavedScenario, clean_name};
pub use scenario::{Change, Scenario};
pub use uncertain::Uncertain;
