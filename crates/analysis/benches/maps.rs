//! Time of seeking, of a two-way grid and of a feasible region, native, on one core.

use buildout_analysis::{Condition, Requirement, Target, feasible, grid, seek};
use buildout_model::{Input, MAX_QUARTERS};
use buildout_scenario::Scenario;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

/// Values along each input, as the page and the command line take them.
const NODES: usize = 41;

const X: Input = Input::CapexNextYear;
const Y: Input = Input::PowerSlip;

fn maps(c: &mut Criterion) {
    let scenario = Scenario::default();
    let figure: Target = "fcf_ttm@2028Q4".parse().unwrap_or_default();
    for (target, wanted) in [(Target::default(), 20.0), (figure, 100.0)] {
        c.bench_function(&format!("seek {target} = {wanted}"), |b| {
            b.iter(|| seek(black_box(&scenario), MAX_QUARTERS, X, target, wanted));
        });
        c.bench_function(&format!("grid of {target}, {NODES} x {NODES}"), |b| {
            b.iter(|| grid(black_box(&scenario), MAX_QUARTERS, X, Y, target, NODES, NODES));
        });
        let requirement = Requirement { condition: Condition::AtLeast, value: wanted + 10.0 };
        c.bench_function(&format!("region of {target}, {NODES} x {NODES}"), |b| {
            b.iter(|| feasible(black_box(&scenario), MAX_QUARTERS, X, Y, target, requirement, NODES));
        });
    }
    let map = grid(&scenario, MAX_QUARTERS, X, Y, figure, NODES, NODES);
    c.bench_function("a contour line", |b| b.iter(|| map.as_ref().map(|map| map.contour(black_box(100.0)))));
}

criterion_group!(benches, maps);
criterion_main!(benches);
