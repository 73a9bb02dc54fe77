//! Each mechanism is carried by the equations that its row names: read from a trace of the model itself.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_evidence::{Carried, Mechanism, claims, mechanisms};
use buildout_model::{Baseline, Input, Inputs, MAX_QUARTERS};
use buildout_trace::{CellId, Figure, Trace};
use std::collections::{BTreeSet, HashMap};

/// The inputs that the equations of a figure name within one quarter, directly or through other cells of that quarter or of
/// the plans and the opening before the first.
///
/// Ways through an earlier quarter do not count: over a few quarters the feedbacks connect almost everything with everything.
struct Reach {
    trace: Trace,
    known: HashMap<CellId, BTreeSet<Input>>,
}

impl Reach {
    fn new() -> Self {
        let baseline = Baseline::default();
        Self { trace: Trace::of(baseline, &Inputs::base(baseline), MAX_QUARTERS), known: HashMap::new() }
    }

    fn of_cell(&mut self, id: CellId) -> BTreeSet<Input> {
        if let Some(known) = self.known.get(&id) {
            return known.clone();
        }
        let cell = self.trace.cell(id).unwrap().clone();
        let mut inputs: BTreeSet<Input> = match cell.figure {
            Figure::Input(input) => [input].into(),
            _ => BTreeSet::new(),
        };
        let mut terms = vec![];
        if let Some(expression) = &cell.expression {
            expression.cells(&mut |term| terms.push(term));
        }
        for term in terms {
            let quarter = self.trace.cell(term).unwrap().quarter;
            if quarter.is_none() || quarter == cell.quarter {
                inputs.append(&mut self.of_cell(term));
            }
        }
        self.known.insert(id, inputs.clone());
        inputs
    }

    /// Over all quarters of the run, so that what happens in some of them counts.
    fn of_figure(&mut self, id: &str) -> BTreeSet<Input> {
        let is_named = |figure: Figure| {
            matches!(figure, Figure::Output(_) | Figure::Step(_)) && figure.to_string() == id
        };
        let cells: Vec<CellId> = self
            .trace
            .cells()
            .iter()
            .filter(|cell| is_named(cell.figure))
            .map(|cell| self.trace.find(cell.figure, cell.quarter).unwrap())
            .collect();
        assert!(!cells.is_empty(), "{id} is no figure of a run");
        cells.into_iter().flat_map(|cell| self.of_cell(cell)).collect()
    }
}

#[test]
fn every_input_of_a_mechanism_is_in_the_equations_that_carry_it() {
    let mut reach = Reach::new();
    let mut wrong = vec![];
    for mechanism in mechanisms().iter().filter(|mechanism| mechanism.carried() != Carried::Not) {
        let Mechanism { id, carried_by, inputs, .. } = mechanism;
        let reached: Vec<BTreeSet<Input>> =
            carried_by.iter().map(|carrier| reach.of_figure(carrier.id())).collect();
        for input in *inputs {
            if !reached.iter().any(|reached| reached.contains(input)) {
                wrong.push(format!("{id}: nothing that carries it depends on {input}"));
            }
        }
        for (carrier, reached) in carried_by.iter().zip(&reached) {
            if !inputs.iter().any(|input| reached.contains(input)) {
                wrong.push(format!("{id}: {} depends on none of its inputs", carrier.id()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn figures_do_not_reach_every_input() {
    let mut reach = Reach::new();
    for (figure, input, want) in [
        ("it_room", Input::Pue, true),
        ("it_room", Input::AdsGrowth, false),
        ("it_room", Input::AiPrice, false),
        ("service", Input::ReuseGain, true),
        ("service", Input::AiPrice, false),
        ("advantage", Input::TrainiumStep, true),
        ("advantage", Input::TrainiumMix, false),
        ("ads_revenue", Input::AdsMargin, false),
        ("programme", Input::DiscountRate, false),
        ("chips_depreciation", Input::ServerLife, false),
    ] {
        assert_eq!(reach.of_figure(figure).contains(&input), want, "{figure} and {input}");
    }
}

#[test]
fn the_mechanisms_are_27_and_each_is_carried_or_says_why_not() {
    let ids: Vec<_> = mechanisms().iter().map(|mechanism| mechanism.id.to_owned()).collect();
    assert_eq!(ids, (1..=27).map(|number| format!("M{number}")).collect::<Vec<_>>());
    for mechanism in mechanisms() {
        assert!(!mechanism.carried_by.is_empty() || mechanism.reason.is_some(), "{}", mechanism.id);
        assert!(!mechanism.inputs.is_empty(), "{}", mechanism.id);
    }
    let count = |carried| mechanisms().iter().filter(|mechanism| mechanism.carried() == carried).count();
    assert_eq!(count(Carried::Not), 1, "M16 alone has no equation");
}

/// What is quoted stands in the notes, but for the marks around and between words.
#[test]
fn every_phrase_is_one_of_the_notes() {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let notes = bare(include_str!("../../../data/assumptions.md"));
    let phrases = claims().iter().map(|claim| claim.phrase);
    for phrase in phrases.chain(mechanisms().iter().map(|mechanism| mechanism.phrase)) {
        assert!(notes.contains(&bare(phrase)), "{phrase}");
    }
}
