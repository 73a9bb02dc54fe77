//! What was reported later: which figures and quarters are compared, and that both runs are those of the model.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{FigureRecord, record, what_happened};
use buildout_model::{Baseline, Input, MAX_QUARTERS, Output, REPORTED, ReportedQuarter, run};
use buildout_scenario::{Preset, Scenario};

fn oct() -> Baseline {
    Baseline::from_id("2025q3").unwrap()
}

fn of(figures: &[FigureRecord], output: Output) -> &FigureRecord {
    figures.iter().find(|figure| figure.output == output).unwrap()
}

#[test]
fn every_disclosed_figure_of_every_later_quarter_is_compared_with_the_run() {
    let mut scenario = Scenario::base(oct());
    scenario.set(Input::AiPrice, 14.0).unwrap();
    let record = record(&scenario).unwrap();
    let later: Vec<_> = REPORTED.iter().map(|r| r.quarter).filter(|q| *q > oct().history_end()).collect();
    assert!(later.len() >= 3);
    assert_eq!(record.quarters, later);
    let figures = run(oct(), scenario.inputs(), MAX_QUARTERS);
    for output in Output::ALL {
        let want: Vec<_> = later
            .iter()
            .filter_map(|quarter| {
                let reported = ReportedQuarter::at(*quarter)?.get(output)?;
                Some((*quarter, figures.at(*quarter)?.get(output), reported))
            })
            .collect();
        let found = record.figures.iter().find(|figure| figure.output == output);
        let shown: Vec<_> = found
            .map(|figure| figure.own.iter().map(|pair| (pair.quarter, pair.run, pair.reported)).collect())
            .unwrap_or_default();
        assert_eq!(shown, want, "{output:?}");
    }
    for output in [Output::Sales, Output::AwsMargin, Output::FcfTtm, Output::AwsDepreciation] {
        of(&record.figures, output);
    }
}

#[test]
fn what_happened_is_put_into_the_scenario_and_nothing_else() {
    let preset = Preset::from_id("what-happened").unwrap();
    assert_eq!(what_happened(oct()), Some(preset));
    let of_base = record(&Scenario::base(oct())).unwrap();
    let of_preset = record(&preset.scenario()).unwrap();
    for (base, informed) in of_base.figures.iter().zip(&of_preset.figures) {
        assert_eq!(base.informed, informed.own, "{:?}", base.output);
        assert_eq!(informed.informed, informed.own);
        assert_eq!(informed.disappears(), Some(0.0));
    }
    // What the scenario changes besides stays as it is.
    let mut scenario = Scenario::base(oct());
    scenario.set(Input::AiPrice, 14.0).unwrap();
    let mut wanted = preset.scenario();
    wanted.set(Input::AiPrice, 14.0).unwrap();
    let found = record(&scenario).unwrap();
    let want = record(&wanted).unwrap();
    assert_eq!(of(&found.figures, Output::AwsRevenue).informed, of(&want.figures, Output::AwsRevenue).own);
}

#[test]
fn capex_is_nearer_once_it_is_put_in() {
    let found = record(&Scenario::base(oct())).unwrap();
    for output in [Output::Capex, Output::CapexTtm] {
        let figure = of(&found.figures, output);
        let (own, informed) = (figure.own_score().unwrap(), figure.informed_score().unwrap());
        assert!(informed.mean_absolute < 0.5 * own.mean_absolute, "{own:?} {informed:?}");
        let want = 1.0 - informed.mean_absolute / own.mean_absolute;
        assert_eq!(figure.disappears(), Some(want));
    }
}

#[test]
fn a_baseline_without_later_reports_has_no_record() {
    let last = REPORTED.last().unwrap().quarter;
    let latest = Baseline::ALL.into_iter().find(|baseline| baseline.history_end() == last).unwrap();
    assert_eq!(record(&Scenario::base(latest)), None);
    assert_eq!(what_happened(latest), None);
}
