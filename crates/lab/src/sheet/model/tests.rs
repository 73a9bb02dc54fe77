//! What explains the model is true of the model, and `docs/model.md` says the same.

use super::{
    explained::{LINKS, MECHANISMS, NODES, STEPS},
    steps::cells,
    *,
};
use buildout_model::{Input, Output};
use buildout_scenario::Scenario;
use buildout_trace::{Cell, CellId, Figure};
use std::collections::HashSet;

const DOCUMENT: &str = include_str!("../../../../../docs/model.md");

fn trace() -> Trace {
    let scenario = Scenario::default();
    Trace::of(scenario.baseline(), scenario.inputs(), SHOWN_QUARTER + 1)
}

/// Every input that a cell rests on, directly or through others.
fn inputs_of(trace: &Trace, cell: CellId) -> HashSet<Input> {
    let (mut seen, mut to_visit, mut inputs) = (HashSet::new(), vec![cell], HashSet::new());
    while let Some(id) = to_visit.pop() {
        if !seen.insert(id) {
            continue;
        }
        let cell = trace.cell(id).unwrap();
        if let Figure::Input(input) = cell.figure {
            inputs.insert(input);
        }
        if let Some(expression) = &cell.expression {
            expression.cells(&mut |term| to_visit.push(term));
        }
    }
    inputs
}

fn named<'a>(trace: &'a Trace, name: &str) -> Vec<(CellId, &'a Cell)> {
    let is_named = |cell: &Cell| match cell.figure {
        Figure::Output(output) => output.id() == name,
        Figure::Step(step) => step.to_string() == name,
        _ => false,
    };
    trace.ids().filter_map(|id| Some((id, trace.cell(id)?))).filter(|(_, cell)| is_named(cell)).collect()
}

/// A figure that a mechanism names rests on its inputs, so a changed equation breaks the mapping.
#[test]
fn every_mechanism_is_carried_by_what_it_names() {
    let scenario = Scenario::default();
    let trace = Trace::of(scenario.baseline(), scenario.inputs(), buildout_model::MAX_QUARTERS);
    let notes = include_str!("../../../../../data/assumptions.md");
    let numbers: Vec<&str> = MECHANISMS.iter().map(|mechanism| mechanism.id).collect();
    let want: Vec<String> = (1..=27).map(|number| format!("M{number}")).collect();
    assert_eq!(numbers, want);
    for mechanism in MECHANISMS {
        assert!(
            notes.contains(mechanism.phrase),
            "{}: '{}' is no phrase of the notes",
            mechanism.id,
            mechanism.phrase
        );
        assert!(!mechanism.figures.is_empty() && !mechanism.inputs.is_empty(), "{}", mechanism.id);
        let rests_on: HashSet<Input> = mechanism
            .figures
            .iter()
            .flat_map(|figure| {
                let found = named(&trace, figure);
                assert!(!found.is_empty(), "{}: {figure} is no figure of the model", mechanism.id);
                // Some inputs act in the first quarters alone, others later.
                let ends = [found.first(), found.last()].into_iter().flatten();
                ends.flat_map(|(id, _)| inputs_of(&trace, *id)).collect::<Vec<_>>()
            })
            .collect();
        for input in mechanism.inputs {
            let input = Input::from_id(input).unwrap_or_else(|error| panic!("{}: {error}", mechanism.id));
            assert!(
                rests_on.contains(&input),
                "{}: none of {:?} rests on {input}",
                mechanism.id,
                mechanism.figures
            );
        }
        for step in mechanism.steps {
            assert!(
                STEPS.iter().any(|known| known.step == *step),
                "{}: there is no step {step}",
                mechanism.id
            );
        }
    }
}

/// Each output stands in the step that makes it, with an equation, and no step is empty.
#[test]
fn every_output_stands_in_a_step() {
    let trace = trace();
    let mut shown = HashSet::new();
    for step in STEPS {
        let of_step: Vec<&Cell> = cells(&trace, step.step).collect();
        assert!(!of_step.is_empty(), "{} has no equation", step.step);
        shown.extend(of_step.iter().filter(|cell| cell.expression.is_some()).map(|cell| cell.figure));
    }
    for output in Output::ALL {
        assert!(shown.contains(&Figure::Output(output)), "{} stands in no step", output.id());
    }
}

#[test]
fn the_chain_is_whole() {
    for link in LINKS {
        for end in [link.from, link.to] {
            assert!(NODES.iter().any(|node| node.id == end), "{end} is no part of the chain");
        }
    }
    for node in NODES {
        assert!(
            STEPS.iter().any(|step| step.step == node.step),
            "{}: there is no step {}",
            node.id,
            node.step
        );
        assert!(LINKS.iter().any(|link| [link.from, link.to].contains(&node.id)), "{} stands alone", node.id);
    }
    assert_eq!(LINKS.iter().filter(|link| link.is_feedback).count(), 3);
}

#[test]
fn the_document_says_the_same() {
    for step in STEPS {
        let [title, _] = step.title;
        let heading = if step.step.parse::<u8>().is_ok() {
            format!("\n### {} {title}\n", step.step)
        } else {
            format!("\n## {title}\n")
        };
        let (_, after) = DOCUMENT.split_once(&heading).unwrap_or_else(|| panic!("no heading {heading}"));
        let limits = format!("\n*Limits.* {}\n", step.limits[0]);
        let place = after.find(&limits).unwrap_or_else(|| panic!("the limits of {title} are others"));
        assert!(!after[..place].contains("\n### "), "the limits of {title} stand elsewhere");
    }
    for mechanism in MECHANISMS {
        let partly = if mechanism.is_whole { "" } else { "Partly. " };
        let row =
            format!("| {} | {} | {partly}{} |", mechanism.id, mechanism.mechanism[0], mechanism.carried[0]);
        assert!(DOCUMENT.contains(&row), "docs/model.md lacks: {row}");
    }
    let mut diagram = String::from("```mermaid\nflowchart LR\n");
    for node in NODES {
        diagram += &format!("  {}[\"{}\"]\n", node.id, node.label[0]);
    }
    for link in LINKS.iter().filter(|link| !link.is_feedback) {
        diagram += &format!("  {} --> {}\n", link.from, link.to);
    }
    for link in LINKS.iter().filter(|link| link.is_feedback) {
        diagram += &format!("  {} -. {} .-> {}\n", link.from, link.label[0], link.to);
    }
    assert!(
        DOCUMENT.contains(&format!("{diagram}```")),
        "the diagram of docs/model.md is another:\n{diagram}"
    );
}
