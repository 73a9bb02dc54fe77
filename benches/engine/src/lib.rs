//! The model as a bare WebAssembly module, to time it without a page.

use buildout_analysis::{Side, StudiedSeries, Study, Survey};
use buildout_model::{Baseline, Headline, Input, Inputs, MAX_QUARTERS, Output, Trajectory};
use buildout_scenario::Scenario;
use wasm_bindgen::prelude::wasm_bindgen;

/// A scenario that differs from run to run, as under a hand, so that no run can be had from the one before.
fn scenario(place: u32) -> Inputs<f64> {
    let mut inputs = Inputs::base(Baseline::default());
    inputs.put(Input::CapexNextYear, 100.0 + f64::from(place % 200));
    inputs
}

fn run_each(count: u32, mut each: impl FnMut(&Inputs<f64>, &Trajectory<f64>) -> f64) -> f64 {
    let baseline = Baseline::default();
    let mut trajectory = Trajectory::of(baseline, &scenario(0), MAX_QUARTERS);
    let mut sum = 0.0;
    for place in 0..count {
        let inputs = scenario(place);
        trajectory.rerun(baseline, &inputs, MAX_QUARTERS);
        sum += each(&inputs, &trajectory);
    }
    sum
}

/// Runs 41 quarters `count` times; the sum keeps the compiler from leaving them out.
#[wasm_bindgen]
pub fn runs(count: u32) -> f64 {
    run_each(count, |_, trajectory| trajectory.figures().last().map_or(0.0, |figures| figures.cash))
}

/// The same with the headline of each.
#[wasm_bindgen]
pub fn runs_with_headline(count: u32) -> f64 {
    run_each(count, |inputs, trajectory| {
        Headline::of(inputs, trajectory).map_or(0.0, |headline| headline.npv)
    })
}

/// Series of the panels that a page opens with.
const SERIES: [Output; 12] = [
    Output::FcfTtm,
    Output::OcfTtm,
    Output::CapexTtm,
    Output::AwsRevenue,
    Output::AwsMargin,
    Output::Power,
    Output::AiIt,
    Output::TrainiumIt,
    Output::GpuIt,
    Output::ProgrammeTotal,
    Output::AwsDepreciation,
    Output::Cash,
];

/// A study of `draws` draws of 29 quarters with the series of a page: its fans and the spread of every headline figure.
#[wasm_bindgen]
pub fn fan(draws: u32, seed: u32) -> f64 {
    let series = SERIES.map(StudiedSeries::from).to_vec();
    let survey = Survey::new(&Study { draws, seed, series, ..Study::new(Scenario::default(), 29) });
    let mut tally = survey.tally();
    (0..survey.parts()).for_each(|part| survey.count(part, &mut tally));
    let fans = (0..SERIES.len()).map(|series| survey.fan(&tally, Side::Scenario, series));
    fans.flatten().flatten().map(|fan| fan.iter().sum::<f64>()).sum()
}
