//! Time of a run, native.

use buildout_model::{
    Baseline, ChipKind, Headline, Inputs, MAX_QUARTERS, YEARS_AHEAD, gigawatt, run, run_into,
};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn model(c: &mut Criterion) {
    let baseline = Baseline::default();
    let inputs = Inputs::base(baseline);
    let mut trajectory = run(baseline, &inputs, MAX_QUARTERS);
    c.bench_function("run, 41 quarters", |b| b.iter(|| run(baseline, black_box(&inputs), MAX_QUARTERS)));
    c.bench_function("run into memory held, 41 quarters", |b| {
        b.iter(|| run_into(&mut trajectory, baseline, black_box(&inputs), MAX_QUARTERS));
    });
    c.bench_function("headline", |b| b.iter(|| Headline::of(black_box(&inputs), &trajectory)));
    c.bench_function("gigawatt", |b| b.iter(|| gigawatt(black_box(&inputs), ChipKind::Gpu, YEARS_AHEAD)));
}

criterion_group!(benches, model);
criterion_main!(benches);
