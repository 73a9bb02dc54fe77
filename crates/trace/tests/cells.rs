//! What a reader may rely on in the cells of a trace.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

use buildout_model::{
    Baseline, HISTORY_QUARTERS, INPUT_COUNT, Input, Inputs, MAX_QUARTERS, OUTPUT_COUNT, Output,
};
use buildout_trace::{CellId, Condition, Expression, Figure, Step, Trace};
use std::collections::{HashMap, HashSet};

/// Operations and terms written out in an expression, the values of a pick counting one.
fn size(expression: &Expression) -> usize {
    match expression {
        Expression::Constant(_) | Expression::Cell(_) => 1,
        Expression::Apply(_, of) => 1 + size(of),
        Expression::Binary(_, a, b) => 1 + size(a) + size(b),
        Expression::Over { dividend, divisor, .. } => 1 + size(dividend) + size(divisor),
        Expression::Choose { condition, yes, no } => 1 + condition_size(condition) + size(yes) + size(no),
        Expression::Pick { index, .. } => 2 + size(index),
    }
}

fn condition_size(condition: &Condition) -> usize {
    match condition {
        Condition::Known(_) => 1,
        Condition::Below(a, b) | Condition::AtMost(a, b) => 1 + size(a) + size(b),
        Condition::Both(a, b) => 1 + condition_size(a) + condition_size(b),
        Condition::Not(of) => 1 + condition_size(of),
    }
}

fn traces() -> Vec<Trace> {
    let trace = |baseline| Trace::of(baseline, &Inputs::base(baseline), MAX_QUARTERS);
    Baseline::ALL.into_iter().map(trace).collect()
}

#[test]
fn every_input_reported_figure_and_output_is_a_cell() {
    for trace in traces() {
        let first = trace.baseline().first_quarter();
        for input in Input::ALL {
            let cell = trace.cell(trace.input(input).unwrap()).unwrap();
            assert_eq!(cell.expression, None, "{input}");
            // The headline discounts; no quarter does.
            assert_eq!(cell.feeds.is_empty(), input == Input::DiscountRate, "{input} feeds nothing");
        }
        for place in 0..MAX_QUARTERS as i32 {
            for output in Output::ALL {
                let cell = trace.cell(trace.output(output, first.plus(place)).unwrap()).unwrap();
                assert!(cell.expression.is_some(), "{}", output.id());
            }
        }
        let count = |is: fn(&Figure) -> bool| trace.cells().iter().filter(|cell| is(&cell.figure)).count();
        assert_eq!(count(|figure| matches!(figure, Figure::Input(_))), INPUT_COUNT);
        assert_eq!(count(|figure| matches!(figure, Figure::Output(_))), OUTPUT_COUNT * MAX_QUARTERS);
        assert_eq!(count(|figure| matches!(figure, Figure::Reported(_))), 5 * HISTORY_QUARTERS);
    }
}

#[test]
fn terms_come_before_what_is_made_of_them_and_know_what_they_feed() {
    for trace in traces() {
        let mut seen = HashSet::new();
        let mut feeds: HashMap<CellId, Vec<CellId>> = HashMap::new();
        for cell in trace.cells() {
            let id = trace.find(cell.figure, cell.quarter).unwrap();
            assert!(seen.insert(id), "{} {:?} is there twice", cell.figure, cell.quarter);
            let Some(expression) = &cell.expression else { continue };
            expression.cells(&mut |term| {
                assert!(term < id, "{} {:?} is made of what comes later", cell.figure, cell.quarter);
                let users = feeds.entry(term).or_default();
                if !users.contains(&id) {
                    users.push(id);
                }
            });
        }
        for cell in trace.cells() {
            let id = trace.find(cell.figure, cell.quarter).unwrap();
            assert_eq!(cell.feeds, feeds.remove(&id).unwrap_or_default(), "{}", cell.figure);
        }
    }
}

#[test]
fn expressions_are_short_and_whole() {
    for trace in traces() {
        for cell in trace.cells() {
            let Some(expression) = &cell.expression else { continue };
            let size = size(expression);
            assert!(size <= 36, "{} {:?} has {size} operations and terms", cell.figure, cell.quarter);
            let text = format!("{expression:?}");
            assert!(!text.contains("NaN"), "{} {:?}: {text}", cell.figure, cell.quarter);
        }
    }
}

#[test]
fn every_intermediate_figure_is_declared_and_every_declaration_is_used() {
    let (mut used, mut parts_used) = (HashSet::new(), HashSet::new());
    for trace in traces() {
        for cell in trace.cells() {
            let Figure::Step(step) = cell.figure else {
                assert!(!matches!(cell.figure, Figure::Term { .. }), "{} should have a name", cell.figure);
                continue;
            };
            let declared = step.declaration().unwrap_or_else(|| panic!("{step} is not in data/steps.csv"));
            used.insert(declared.id);
            if let Some(part) = step.part_declaration() {
                parts_used.insert(part.id);
                assert_eq!(step.to_string(), format!("{}_{}", declared.id, part.id));
            } else {
                assert_eq!(step.to_string(), declared.id, "its part is not in data/step-parts.csv");
            }
            assert!(!cell.figure.unit().is_empty() && !cell.figure.step().is_empty(), "{step}");
        }
    }
    for declared in Step::declarations() {
        assert!(used.contains(declared.id), "data/steps.csv: {} is no figure of a run", declared.id);
    }
    for declared in Step::part_declarations() {
        assert!(parts_used.contains(declared.id), "data/step-parts.csv: {} is no part", declared.id);
    }
}

/// A name stands for one thing: files and formulas know figures by it.
#[test]
fn no_two_figures_share_a_name() {
    for trace in traces() {
        let mut figure_of: HashMap<String, Figure> = HashMap::new();
        for cell in
            trace.cells().iter().filter(|cell| matches!(cell.figure, Figure::Step(_) | Figure::Output(_)))
        {
            let known = figure_of.insert(cell.figure.to_string(), cell.figure);
            assert!(known.is_none_or(|known| known == cell.figure), "{}", cell.figure);
        }
        for input in Input::ALL {
            let known = figure_of.get(input.id());
            // Shares that exist both as an input and as an output of a quarter have one name in the specification.
            assert!(
                known.is_none_or(|known| matches!(known, Figure::Output(_))),
                "{input} is a step as well"
            );
        }
    }
}
