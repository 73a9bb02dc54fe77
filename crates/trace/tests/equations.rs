//! Every equation of a trace, evaluated over its terms, gives the figure shown, and the figure of the engine.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod golden_scenarios;

use buildout_model::{Baseline, INPUT_COUNT, Inputs, MAX_QUARTERS, Output, run};
use buildout_trace::{Cell, Figure, Trace};
use golden_scenarios::scenarios;
use proptest::{collection::vec, prelude::*};

/// Relative, or absolute below 1.
const TOLERANCE: f64 = 1e-9;

fn check(what: &str, got: f64, want: f64) {
    let allowed = TOLERANCE * want.abs().max(1.0);
    assert!((got - want).abs() <= allowed, "{what}: {got} instead of {want}");
}

/// What the equation of a cell gives over the values of its terms.
fn evaluated(trace: &Trace, cell: &Cell) -> f64 {
    match &cell.expression {
        Some(expression) => expression.evaluate(&|term| trace.cell(term).unwrap().value),
        None => cell.value,
    }
}

fn check_cells(name: &str, trace: &Trace) {
    for cell in trace.cells() {
        let got = evaluated(trace, cell);
        // The same operations in the same order: to the bit, but for the sign of a zero.
        assert!(
            got == cell.value,
            "{name} {:?} {}: {got:?} is not {:?}",
            cell.quarter,
            cell.figure,
            cell.value
        );
    }
}

fn check_engine(name: &str, trace: &Trace, inputs: &Inputs<f64>, quarters: usize) {
    let trajectory = run(trace.baseline(), inputs, quarters);
    for (quarter, figures) in trajectory.quarters() {
        for output in Output::ALL {
            let id = trace.output(output, quarter).unwrap();
            let (got, want) = (trace.cell(id).unwrap().value, figures.get(output));
            assert!(got == want, "{name} {quarter} {}: {got:?} is not {want:?}", output.id());
        }
    }
}

#[test]
fn every_figure_of_every_golden_scenario() {
    let mut checked = 0;
    for golden in scenarios() {
        let (baseline, inputs) = golden.inputs();
        let trace = Trace::of(baseline, &inputs, MAX_QUARTERS);
        check_cells(&golden.name, &trace);
        check_engine(&golden.name, &trace, &inputs, MAX_QUARTERS);
        for (place, row) in golden.figures().iter().enumerate() {
            let quarter = baseline.first_quarter().plus(place as i32);
            for (output, want) in Output::ALL.into_iter().zip(row) {
                let cell = trace.cell(trace.output(output, quarter).unwrap()).unwrap();
                let what = format!("{} {quarter} {}", golden.name, output.id());
                check(&what, evaluated(&trace, cell), *want);
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 23 * MAX_QUARTERS * Output::ALL.len());
}

fn scenario() -> impl Strategy<Value = (Baseline, Inputs<f64>)> {
    let place = prop_oneof![2 => Just(0.0), 2 => Just(1.0), 4 => 0.0..=1.0];
    (prop::sample::select(Baseline::ALL.to_vec()), vec(prop::option::weighted(0.7, place), INPUT_COUNT))
        .prop_map(|(baseline, places)| {
            let inputs = Inputs::from_fn(|input| {
                let declaration = input.declaration();
                places[input as usize].map_or(declaration.base(baseline), |share: f64| {
                    declaration.clamp(declaration.min + share * (declaration.max - declaration.min))
                })
            });
            (baseline, inputs)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_inputs_in_range((baseline, inputs) in scenario(), quarters in 0..=MAX_QUARTERS) {
        let trace = Trace::of(baseline, &inputs, quarters);
        prop_assert_eq!(trace.quarters(), quarters);
        check_cells("random", &trace);
        check_engine("random", &trace, &inputs, quarters);
    }

    /// The equations never branch on a value, so the trace of one scenario computes every other.
    #[test]
    fn the_equations_of_one_scenario_compute_another((baseline, inputs) in scenario()) {
        let trace = Trace::of(baseline, &Inputs::base(baseline), MAX_QUARTERS);
        let other = Trace::of(baseline, &inputs, MAX_QUARTERS);
        let values = trace.evaluate(&inputs);
        prop_assert_eq!(trace.cells().len(), other.cells().len());
        for ((cell, other), value) in trace.cells().iter().zip(other.cells()).zip(values) {
            prop_assert_eq!((cell.figure, cell.quarter), (other.figure, other.quarter));
            prop_assert_eq!(&cell.expression, &other.expression);
            prop_assert_eq!(&cell.feeds, &other.feeds);
            prop_assert!(value == other.value, "{} {:?}: {value} is not {}", cell.figure, cell.quarter, other.value);
        }
    }
}

/// A shorter trace has the equations of a longer one.
#[test]
fn a_shorter_trace_is_the_start_of_a_longer_one() {
    for baseline in Baseline::ALL {
        let inputs = Inputs::base(baseline);
        let whole = Trace::of(baseline, &inputs, MAX_QUARTERS);
        for quarters in [0, 1, 5, 40] {
            let shorter = Trace::of(baseline, &inputs, quarters);
            for cell in shorter.cells().iter().filter(|cell| matches!(cell.figure, Figure::Output(_))) {
                let same = whole.cell(whole.find(cell.figure, cell.quarter).unwrap()).unwrap();
                assert_eq!(same.value, cell.value, "{quarters} {:?} {}", cell.quarter, cell.figure);
            }
        }
    }
}
