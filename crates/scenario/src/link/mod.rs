//! Links: everything after `#`.
//!
//! `1~2025q3~cx1_180~psl_2.5~tm_0.7` is the format version, the baseline, then `key_value` for every input that differs
//! from the base, in registry order. Keys in capitals are about the page (`H_2032` the horizon, `L_zh` the
//! language, `V_cash-flow.chips` the panels, `M_quarter` the period, `Z_2027-2030` the years; `F_on` shows fans of `D_50000`
//! draws with the seed `S_7`), `Ucx1_0.8_1.4` is another range that an input is drawn from (`Ucx1_off` none), and `R_…` is the
//! [`Receipt`]. `~~` starts a second, compared scenario. Nothing else occurs than `A–Z a–z 0–9 - _ . ~`, so no messenger
//! breaks a link.

mod decode;
mod encode;
mod migrate;
mod notice;
mod quote;
mod receipt;
mod rounding;
mod view;

pub use decode::{Decoded, LONGEST_LINK};
pub use notice::Notice;
pub use receipt::{Receipt, ReceiptDifference, ReceiptError};
pub use view::{Panel, Panels, Period, View, Zoom};

use crate::{scenario::Scenario, uncertain::Uncertain};

/// The version of the format that [`Link::encode`] writes.
pub const LINK_VERSION: u32 = 1;

/// Keys of what of the page is shown.
const FANS_KEY: &str = "F";
const DRAWS_KEY: &str = "D";
const SEED_KEY: &str = "S";
/// What stands before the key of an input for the range that it is drawn from.
const RANGE_PREFIX: &str = "U";
/// The range of an input that is held at its value.
const RANGE_OFF: &str = "off";
/// The value of what is shown.
const ON: &str = "on";
const HORIZON_KEY: &str = "H";
const LANGUAGE_KEY: &str = "L";
const PERIOD_KEY: &str = "M";
const RECEIPT_KEY: &str = "R";
const PANELS_KEY: &str = "V";
const ZOOM_KEY: &str = "Z";
/// Between the panels of a list.
const PANEL_SEPARATOR: char = '.';

/// A scenario, perhaps a second one to compare with, and what of the page is to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The scenario.
    pub scenario: Scenario,
    /// A second scenario, to compare with.
    pub compared: Option<Scenario>,
    /// What is to be shown.
    pub view: View,
    /// How uncertain the figures are, and whether that is shown.
    pub uncertain: Uncertain,
    /// The headline that the sender saw, where the link was sent with it.
    pub receipt: Option<Receipt>,
}

impl From<Scenario> for Link {
    fn from(scenario: Scenario) -> Self {
        Self { scenario, ..Self::default() }
    }
}

impl Link {
    /// Quarters of the run that it asks for.
    #[must_use]
    pub fn quarters(&self) -> usize {
        self.view.horizon.quarters(self.scenario.baseline())
    }

    /// Changes the link. A receipt speaks of the scenario and the horizon that it was sent with, and is dropped where
    /// either is another one afterwards.
    pub fn change<T>(&mut self, change: impl FnOnce(&mut Self) -> T) -> T {
        let before = (self.scenario, self.view.horizon);
        let done = change(self);
        if (self.scenario, self.view.horizon) != before {
            self.receipt = None;
        }
        done
    }
}
