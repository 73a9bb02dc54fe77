//! Which panels an input moves most.

use crate::view::columns;
use buildout_model::Output;
use buildout_scenario::Panel;

/// Panels named at most.
const NAMED: usize = 3;

/// The panels that show the outputs that an input moves, given with the most moved first.
#[must_use]
pub fn charts_moved(outputs: impl IntoIterator<Item = Output>) -> Vec<Panel> {
    let mut moved = Vec::with_capacity(NAMED);
    for output in outputs {
        for panel in Panel::ALL.into_iter().filter(|panel| columns(*panel).contains(&output)) {
            if moved.len() < NAMED && !moved.contains(&panel) {
                moved.push(panel);
            }
        }
        if moved.len() == NAMED {
            break;
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_come_in_the_order_of_what_is_moved_and_once() {
        let panels = charts_moved([Output::FcfTtm, Output::ItRoom, Output::Power, Output::AdsRevenue]);
        assert_eq!(panels.first(), Some(&Panel::CashFlow));
        assert_eq!(panels.len(), NAMED);
        for (at, panel) in panels.iter().enumerate() {
            assert!(!panels.iter().skip(at + 1).any(|other| other == panel), "{panel:?} is named twice");
        }
        assert!(charts_moved([]).is_empty());
    }
}
