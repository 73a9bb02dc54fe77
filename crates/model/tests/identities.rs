//! What a run must keep for any inputs within their ranges, extremes included.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_model::{
    Baseline, ChipKind, Figures, Headline, INPUT_COUNT, Input, Inputs, MAX_QUARTERS, Output, REPORTED,
    Trajectory, YEARS_AHEAD, gigawatt, run,
};
use proptest::{collection::vec, prelude::*};

/// To a billionth of the larger side.
fn close(what: &str, a: f64, b: f64) -> Result<(), TestCaseError> {
    let allowed = 1e-9 * a.abs().max(b.abs()).max(1.0);
    prop_assert!((a - b).abs() <= allowed, "{what}: {a} is not {b}");
    Ok(())
}

fn at_most(what: &str, a: f64, b: f64) -> Result<(), TestCaseError> {
    prop_assert!(a <= b + 1e-9 * a.abs().max(b.abs()).max(1.0), "{what}: {a} is above {b}");
    Ok(())
}

/// Where in its range an input is put.
#[derive(Clone, Debug)]
enum Place {
    Base,
    Min,
    Max,
    Within(f64),
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        2 => Just(Place::Base),
        1 => Just(Place::Min),
        1 => Just(Place::Max),
        4 => (0.0..=1.0).prop_map(Place::Within),
    ]
}

fn scenario() -> impl Strategy<Value = (Baseline, Inputs<f64>)> {
    (prop::sample::select(Baseline::ALL.to_vec()), vec(place(), INPUT_COUNT)).prop_map(
        |(baseline, places)| {
            let inputs = Inputs::from_fn(|input| {
                let declaration = input.declaration();
                match places[input as usize] {
                    Place::Base => declaration.base(baseline),
                    Place::Min => declaration.min,
                    Place::Max => declaration.max,
                    Place::Within(share) => {
                        declaration.clamp(declaration.min + share * (declaration.max - declaration.min))
                    }
                }
            });
            (baseline, inputs)
        },
    )
}

fn check_quarter(
    inputs: &Inputs<f64>,
    now: &Figures<f64>,
    cash_before: f64,
    debt_before: f64,
) -> Result<(), TestCaseError> {
    for output in Output::ALL {
        prop_assert!(now.get(output).is_finite(), "{} = {}", output.id(), now.get(output));
    }
    close("free cash flow", now.fcf, now.ocf - now.capex)?;
    close("CapEx", now.capex, now.chip_capex + now.facility_capex + now.core_capex + now.other_capex)?;
    let ai_parts = now.training_revenue + now.raw_inference_revenue + now.managed_revenue;
    close("AI sales", now.ai_revenue, ai_parts)?;
    close("AWS sales", now.aws_revenue, now.core_revenue + ai_parts + now.developer_tools_revenue)?;
    close("sales", now.sales, now.aws_revenue + now.ads_revenue + now.stores_revenue)?;
    close("fleet", now.ai_it, now.gpu_it + now.trainium_it)?;
    close("IT room", now.it_room, now.core_it + now.ai_it + now.free_it)?;
    close("income", now.operating_income, now.aws_operating_income + now.other_operating_income)?;
    at_most("agents", now.agent_revenue, now.managed_revenue)?;
    at_most("installed", now.installed, now.limit_power)?;
    let committed = now.facility_capex + now.core_capex + now.other_capex;
    at_most("CapEx", now.capex, now.capex_plan.max(committed))?;
    at_most("use", now.r#use, inputs.utilisation)?;

    let outside = (inputs.stakes + inputs.lease_principal) / 4.0;
    let borrowed_less_repaid = now.debt - debt_before;
    close("cash", now.cash, cash_before + now.fcf - outside + borrowed_less_repaid - now.returned)?;

    for output in [
        Output::Power,
        Output::ItRoom,
        Output::CoreIt,
        Output::AiIt,
        Output::TrainiumIt,
        Output::GpuIt,
        Output::Waiting,
        Output::Backlog,
        Output::Cash,
        Output::Debt,
        Output::Returned,
        Output::AiBook,
        Output::AwsDepreciation,
        Output::ChipsDepreciation,
        Output::Bought,
        Output::Installed,
        Output::CoreRevenue,
        Output::AiRevenue,
    ] {
        at_most(output.id(), 0.0, now.get(output))?;
    }
    Ok(())
}

fn check_run(baseline: Baseline, inputs: &Inputs<f64>) -> Result<Trajectory<f64>, TestCaseError> {
    let trajectory = run(baseline, inputs, MAX_QUARTERS);
    let mut ocf: Vec<f64> = Vec::new();
    let mut capex: Vec<f64> = Vec::new();
    for reported in REPORTED.iter().filter(|reported| reported.quarter <= baseline.history_end()) {
        ocf.push(reported.ocf);
        capex.push(reported.capex);
    }
    let (mut cash, mut debt, mut programme_total) = (inputs.cash_start, inputs.debt_start, 0.0);
    for (_, figures) in trajectory.quarters() {
        check_quarter(inputs, figures, cash, debt)?;
        ocf.push(figures.ocf);
        capex.push(figures.capex);
        programme_total += figures.programme;
        close("running total", figures.programme_total, programme_total)?;
        close("trailing OCF", figures.ocf_ttm, ocf.iter().rev().take(4).sum())?;
        close("trailing CapEx", figures.capex_ttm, capex.iter().rev().take(4).sum())?;
        close("trailing FCF", figures.fcf_ttm, figures.ocf_ttm - figures.capex_ttm)?;
        (cash, debt) = (figures.cash, figures.debt);
    }
    Ok(trajectory)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn identities_hold((baseline, inputs) in scenario()) {
        let trajectory = check_run(baseline, &inputs)?;
        let headline = Headline::of(&inputs, &trajectory).expect("a run of 41 quarters has a headline");
        prop_assert!(headline.npv.is_finite() && headline.npv_without_book.is_finite());
        prop_assert!(headline.irr.is_none_or(f64::is_finite));
        prop_assert!(headline.peak_need <= 0.0);
        for kind in [ChipKind::Gpu, ChipKind::Trainium] {
            let one = gigawatt(&inputs, kind, YEARS_AHEAD);
            prop_assert!(one.chips.is_finite() && one.facility.is_finite() && one.first_year.is_finite());
        }
    }

    /// Values that no control allows must still return, whatever they return.
    #[test]
    fn any_bits_return((baseline, mut inputs) in scenario(), which in 0..INPUT_COUNT, value in any::<f64>()) {
        inputs.put(Input::ALL[which], value);
        let _ = Headline::of(&inputs, &run(baseline, &inputs, MAX_QUARTERS));
        let _ = inputs.check();
    }
}

#[test]
fn every_input_at_its_ends_keeps_the_identities() {
    for baseline in Baseline::ALL {
        for input in Input::ALL {
            let declaration = input.declaration();
            for value in [declaration.min, declaration.max] {
                let mut inputs = Inputs::base(baseline);
                inputs.set(input, value).unwrap();
                let checked = check_run(baseline, &inputs);
                assert!(checked.is_ok(), "{baseline} {input} = {value}: {:?}", checked.err());
            }
        }
    }
}

/// An input that moves nothing is a dead slider.
#[test]
fn every_input_moves_some_figure() {
    for baseline in Baseline::ALL {
        // A shock and a slack budget, so that inputs which act only then act.
        let mut base = Inputs::base(baseline);
        base.set(Input::ShockSize, 0.6).unwrap();
        base.set(Input::MaxWaiting, 1.0).unwrap();
        let base_run = run(baseline, &base, MAX_QUARTERS);
        let base_headline = Headline::of(&base, &base_run);
        for input in Input::ALL {
            let moved = [input.declaration().min, input.declaration().max].into_iter().any(|value| {
                let mut inputs = base;
                inputs.set(input, value).unwrap();
                let trajectory = run(baseline, &inputs, MAX_QUARTERS);
                trajectory != base_run || Headline::of(&inputs, &trajectory) != base_headline
            });
            assert!(moved, "{baseline}: {input} moves no figure");
        }
    }
}
