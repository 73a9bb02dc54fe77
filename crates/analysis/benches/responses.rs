//! Time of all response curves that a page shows, native.

use buildout_analysis::{Goal, influence, oddities, one_more, response_curve, watch};
use buildout_model::{Input, Level, MAX_QUARTERS};
use buildout_scenario::Scenario;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

/// Points of a curve, as the page draws it.
const POINTS: usize = 25;

fn analysis(c: &mut Criterion) {
    let scenario = Scenario::default();
    let primary: Vec<_> =
        Input::ALL.into_iter().filter(|input| input.declaration().level == Level::Primary).collect();
    for goal in [Goal::FcfTrough, Goal::Npv, Goal::Irr, Goal::Fcf2030] {
        let name = format!("responses of {}, {} inputs x {POINTS} points", goal.id(), primary.len());
        c.bench_function(&name, |b| {
            b.iter(|| {
                for input in &primary {
                    black_box(response_curve(black_box(&scenario), MAX_QUARTERS, *input, goal, POINTS));
                }
            });
        });
    }
    c.bench_function("influence of an input", |b| {
        b.iter(|| influence(black_box(&scenario), MAX_QUARTERS, Input::CapexNextYear));
    });
    c.bench_function("one more of each limit", |b| b.iter(|| one_more(black_box(&scenario), MAX_QUARTERS)));
    let trajectory = scenario.run(MAX_QUARTERS);
    c.bench_function("oddities", |b| b.iter(|| oddities(black_box(&scenario), &trajectory)));
    c.bench_function("the four curves", |b| b.iter(|| watch(black_box(&scenario), &trajectory)));
}

criterion_group!(benches, analysis);
criterion_main!(benches);
