//! Time of a study of many draws, native.

use buildout_analysis::{StudiedSeries, Study, Survey};
use buildout_model::Output;
use buildout_scenario::Scenario;
use criterion::{Criterion, criterion_group, criterion_main};

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

fn uncertainty(c: &mut Criterion) {
    for draws in [500, 10_000] {
        let series = SERIES.map(StudiedSeries::from).to_vec();
        let study = Study { draws, series, ..Study::new(Scenario::default(), 29) };
        let mut group = c.benchmark_group("uncertainty");
        group.sample_size(10);
        group.bench_function(format!("{draws} draws of 29 quarters, 12 series"), |b| {
            b.iter(|| {
                let survey = Survey::new(&study);
                let mut tally = survey.tally();
                (0..survey.parts()).for_each(|part| survey.count(part, &mut tally));
                survey.fan(&tally, buildout_analysis::Side::Scenario, 0)
            });
        });
        group.finish();
    }
}

criterion_group!(benches, uncertainty);
criterion_main!(benches);
