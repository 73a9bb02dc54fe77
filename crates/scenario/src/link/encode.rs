//! Writing a link.

use super::{
    DRAWS_KEY, FANS_KEY, HORIZON_KEY, LANGUAGE_KEY, LINK_VERSION, Link, ON, PANEL_SEPARATOR, PANELS_KEY,
    PERIOD_KEY, Panel, Panels, Period, RANGE_OFF, RANGE_PREFIX, RECEIPT_KEY, SEED_KEY, ZOOM_KEY,
};
use crate::{scenario::Scenario, uncertain::Uncertain};
use buildout_model::Uncertainty;
use core::fmt::Write;

impl Link {
    /// The canonical text of the link, without `#`.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut text = format!("{LINK_VERSION}~");
        write_scenario(&mut text, &self.scenario);
        if self.uncertain.draws != Uncertain::default().draws {
            let _ = write!(text, "~{DRAWS_KEY}_{}", self.uncertain.draws);
        }
        if self.uncertain.is_shown {
            let _ = write!(text, "~{FANS_KEY}_{ON}");
        }
        if let Some(year) = self.view.horizon.year() {
            let _ = write!(text, "~{HORIZON_KEY}_{year}");
        }
        if let Some(language) = self.view.language {
            let _ = write!(text, "~{LANGUAGE_KEY}_{}", language.id());
        }
        if self.view.period != Period::default() {
            let _ = write!(text, "~{PERIOD_KEY}_{}", self.view.period.id());
        }
        if let Some(receipt) = &self.receipt {
            let _ = write!(text, "~{RECEIPT_KEY}_{receipt}");
        }
        if self.uncertain.seed != Uncertain::default().seed {
            let _ = write!(text, "~{SEED_KEY}_{}", self.uncertain.seed);
        }
        for (input, range) in self.uncertain.ranges.changes() {
            let key = input.declaration().key;
            let _ = match range {
                Some(Uncertainty::Scale { low, high } | Uncertainty::Add { low, high }) => {
                    write!(text, "~{RANGE_PREFIX}{key}_{low}_{high}")
                }
                None => write!(text, "~{RANGE_PREFIX}{key}_{RANGE_OFF}"),
            };
        }
        if self.view.panels != Panels::default() {
            let ids: Vec<_> = self.view.panels.open().iter().copied().map(Panel::id).collect();
            let _ = write!(text, "~{PANELS_KEY}_{}", ids.join(&PANEL_SEPARATOR.to_string()));
        }
        if let Some(zoom) = self.view.zoom {
            let _ = write!(text, "~{ZOOM_KEY}_{zoom}");
        }
        if let Some(compared) = &self.compared {
            text.push_str("~~");
            write_scenario(&mut text, compared);
        }
        text
    }
}

fn write_scenario(text: &mut String, scenario: &Scenario) {
    text.push_str(scenario.baseline().id());
    for change in scenario.changes() {
        // A float is displayed as the shortest decimal that reads back the same, never with an exponent.
        let _ = write!(text, "~{}_{}", change.input.declaration().key, change.value);
    }
}
