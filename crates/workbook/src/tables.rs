//! Tables of `data/` that only a workbook needs: units in words, headline figures, sources of reported quarters.

use buildout_model::Quarter;
use buildout_scenario::Language;

/// What `data/headlines.csv` declares about a headline figure.
pub(crate) struct HeadlineDeclaration {
    pub(crate) id: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) label_en: &'static str,
    pub(crate) label_zh: &'static str,
    pub(crate) meaning_en: &'static str,
    pub(crate) meaning_zh: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// A unit in words; the unit itself where there are none.
pub(crate) fn unit(unit: &str, language: Language) -> &str {
    let found = UNITS.iter().find(|(id, ..)| *id == unit);
    found.map_or(unit, |(_, english, chinese)| language.pick(*english, *chinese))
}

/// Where the figures of a reported quarter come from, and how sure they are.
pub(crate) fn source(quarter: Quarter) -> (&'static str, &'static str) {
    let quarter = quarter.to_string();
    let found = SOURCES.iter().find(|(id, ..)| *id == quarter);
    found.map_or(("", ""), |(_, source, confidence)| (source, confidence))
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::{Baseline, Headline, Inputs, Output, run};
    use buildout_trace::{Figure, Trace};

    #[test]
    fn every_unit_is_worded() {
        let baseline = Baseline::default();
        let trace = Trace::of(baseline, &Inputs::base(baseline), 9);
        for cell in trace.cells() {
            let figure = cell.figure;
            assert!(UNITS.iter().any(|(id, ..)| *id == figure.unit()), "{figure}: '{}'", figure.unit());
        }
        for declared in HEADLINES {
            assert!(UNITS.iter().any(|(id, ..)| *id == declared.unit), "{}", declared.id);
        }
        assert_eq!(unit("share", Language::Chinese), "%");
        assert_eq!(unit(Figure::Output(Output::Power).unit(), Language::English), "GW");
    }

    #[test]
    fn every_headline_figure_is_declared() {
        let baseline = Baseline::default();
        let inputs = Inputs::base(baseline);
        let headline = Headline::of(&inputs, &run(baseline, &inputs, 41)).unwrap();
        let ids: Vec<_> = headline.figures().into_iter().map(|(name, _)| name).collect();
        assert_eq!(HEADLINES.iter().map(|declared| declared.id).collect::<Vec<_>>(), ids);
    }

    #[test]
    fn every_baseline_has_sources() {
        for baseline in Baseline::ALL {
            assert!(!source(baseline.history_end()).0.is_empty(), "{baseline}");
        }
    }
}
