//! `uncertainty`: how widely figures spread over many draws of the inputs.

mod print;
mod spread;

use crate::{
    args::{Draws, Format, Uncertainty},
    chosen::chosen,
    failure::Failure,
    parallel::summed,
    print::json,
    target::check_reached,
};
use buildout_analysis::{Goal, Study, Survey, Target};
use buildout_scenario::{Link, Scenario, Uncertain};
use spread::Spreads;
use std::io::Write;

pub(crate) fn uncertainty(command: &Uncertainty, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    let chosen = chosen(&command.choice)?;
    chosen.tell(quiet);
    let link = &chosen.link;
    let uncertain = drawn(&link.uncertain, &command.draws)?;
    let quarters = command.length.or(link.quarters());
    let targets = targets(command, &link.scenario, quarters);
    for target in &targets {
        check_reached(*target, &link.scenario, quarters)?;
    }
    let asked = Link { uncertain, ..link.clone() };
    let study = Study { quarters, series: spread::series(&targets), ..Study::of_link(&asked) };
    let survey = Survey::new(&study);
    let parts = survey.parts() as usize;
    let count = |tally: &mut _, part: usize| survey.count(part as u32, tally);
    let tally =
        summed("parts of the draws", parts, quiet, || survey.tally(), count, |sum, tally| sum.add(&tally));
    let spreads =
        Spreads { study: &study, survey: &survey, tally: &tally, targets: &targets, above: command.above };
    match command.format {
        Format::Csv => print::csv(out, &spreads),
        Format::Json => json(out, &print::as_json(&spreads)),
        Format::Table => print::table(out, &spreads),
    }
}

/// What the link says of the draws, changed by the options.
fn drawn(of_link: &Uncertain, options: &Draws) -> Result<Uncertain, Failure> {
    let mut uncertain = of_link.clone();
    uncertain.draws = options.draws.unwrap_or(uncertain.draws);
    uncertain.seed = options.seed.unwrap_or(uncertain.seed);
    for range in &options.ranges {
        match range.ends {
            Some((low, high)) => uncertain.ranges.set(range.input, low, high)?,
            None => uncertain.ranges.switch_off(range.input),
        }
    }
    Ok(uncertain)
}

/// The figures asked for, a series as one of each quarter; those of the headline that the run reaches where none is.
fn targets(command: &Uncertainty, scenario: &Scenario, quarters: usize) -> Vec<Target> {
    let first = scenario.baseline().first_quarter();
    let of_series = command.series.iter().flat_map(|output| {
        (0..quarters as i32).map(|place| Target::Figure { output: *output, quarter: first.plus(place) })
    });
    let asked: Vec<_> = command.targets.iter().copied().chain(of_series).collect();
    if !asked.is_empty() {
        return asked;
    }
    let goals = Goal::ALL.into_iter().map(Target::Headline);
    goals.filter(|target| check_reached(*target, scenario, quarters).is_ok()).collect()
}
