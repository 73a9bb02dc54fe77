//! What a page and an analyst do most, many times over: to time the engine without a page, natively and as a bare
//! WebAssembly module. `benches/plain-js/work.mjs` does the same in plain JavaScript.
//!
//! Each function does its work `count` times on scenarios that differ, as under a hand, so that no result can be had from the
//! one before. It returns a sum over the results: no compiler can leave them out, and who did the same work has the same sum.

use buildout_analysis::{Goal, Side, StudiedSeries, Study, Survey, response_curve};
use buildout_model::{Headline, Input, Inputs, Level, MAX_QUARTERS, Output, Trajectory};
use buildout_scenario::Scenario;
use wasm_bindgen::prelude::wasm_bindgen;

/// The scenario at a place: another CapEx of next year, B$.
fn scenario(place: u32) -> Scenario {
    let mut scenario = Scenario::default();
    let set = scenario.set(Input::CapexNextYear, 100.0 + f64::from(place % 200));
    debug_assert!(set.is_ok(), "100 to 299 B$ lie within the range of the input");
    scenario
}

fn run_each(count: u32, quarters: u32, mut each: impl FnMut(&Inputs<f64>, &Trajectory<f64>) -> f64) -> f64 {
    let mut trajectory = scenario(0).run(0);
    let mut sum = 0.0;
    for place in 0..count {
        let scenario = scenario(place);
        trajectory.rerun(scenario.baseline(), scenario.inputs(), quarters as usize);
        sum += each(scenario.inputs(), &trajectory);
    }
    sum
}

/// Runs of `quarters` quarters.
#[wasm_bindgen]
pub fn runs(count: u32, quarters: u32) -> f64 {
    run_each(count, quarters, |_, trajectory| trajectory.figures().last().map_or(0.0, |figures| figures.cash))
}

/// The same with the headline of each.
#[wasm_bindgen]
pub fn runs_with_headline(count: u32, quarters: u32) -> f64 {
    run_each(count, quarters, |inputs, trajectory| {
        Headline::of(inputs, trajectory).map_or(0.0, |headline| headline.npv)
    })
}

/// Response curves of every primary input over its range, of `points` points: the lowest free cash flow of 41 quarters.
#[wasm_bindgen]
pub fn responses(count: u32, points: u32) -> f64 {
    let is_primary = |input: &Input| input.declaration().level == Level::Primary;
    let mut sum = 0.0;
    for place in 0..count {
        let scenario = scenario(place);
        for input in Input::ALL.into_iter().filter(is_primary) {
            let curve = response_curve(&scenario, MAX_QUARTERS, input, Goal::FcfTrough, points as usize);
            sum += curve.iter().filter_map(|point| point.result).sum::<f64>();
        }
    }
    sum
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

/// Studies of `draws` draws of `quarters` quarters with the series of a page: their fans and the spread of every headline
/// figure. The sum is that of the fans; it differs by as much as draws do.
#[wasm_bindgen]
pub fn fans(count: u32, draws: u32, quarters: u32) -> f64 {
    let series = SERIES.map(StudiedSeries::from).to_vec();
    let mut sum = 0.0;
    for place in 0..count {
        let study = Study::new(scenario(place), quarters as usize);
        let survey = Survey::new(&Study { draws, seed: place + 1, series: series.clone(), ..study });
        let mut tally = survey.tally();
        (0..survey.parts()).for_each(|part| survey.count(part, &mut tally));
        let fans = (0..SERIES.len()).map(|series| survey.fan(&tally, Side::Scenario, series));
        sum += fans.flatten().flatten().map(|fan| fan.iter().sum::<f64>()).sum::<f64>();
    }
    sum
}
