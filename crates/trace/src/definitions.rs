//! Which numbers of a tape become cells.
//!
//! Named figures and outputs do. So does a number without a name that more than one of them uses, unless it is as short
//! as its name would be: so every expression stays short, and nothing is written out twice.

use crate::{
    figure::{Figure, Named, Step},
    operation::{NodeId, Operand, Operation},
    tape::{Naming, Node},
};
use buildout_model::{Output, Quarter};
use std::collections::HashMap;

/// A term without a name and with at most that many operations is written out wherever it is used.
const SHORT: u32 = 2;
/// A term that one figure alone uses several times is written out there up to that many operations in all.
const LONGEST_REPEAT: u32 = 16;

/// A number that becomes a cell.
#[derive(Clone, Debug)]
pub(crate) struct Definition {
    pub(crate) figure: Figure,
    pub(crate) quarter: Option<Quarter>,
    /// What it is made of.
    pub(crate) content: Operand,
    /// Where on the tape it stands, so that terms come before what is made of them.
    pub(crate) place: (NodeId, u32),
    /// Whether `content` is another cell, or a constant.
    pub(crate) is_alias: bool,
}

/// Definitions, and the node that refers to each.
pub(crate) struct Definitions {
    pub(crate) all: Vec<Definition>,
    /// The definition that a node stands for, where it stands for one.
    pub(crate) of_node: HashMap<NodeId, usize>,
}

/// An output of a quarter, as it was recorded.
pub(crate) struct RecordedOutput {
    pub(crate) output: Output,
    pub(crate) quarter: Quarter,
    pub(crate) operand: Operand,
}

impl Definitions {
    /// The cells of a tape.
    pub(crate) fn of(nodes: &[Node], namings: &[Naming], outputs: &[RecordedOutput]) -> Self {
        let mut definitions = Self::named(nodes, namings, outputs);
        definitions.add_terms(nodes);
        definitions
    }

    /// Everything that has a name.
    fn named(nodes: &[Node], namings: &[Naming], outputs: &[RecordedOutput]) -> Self {
        let mut all = Vec::new();
        let mut of_node = HashMap::new();
        for naming in namings {
            let operation = nodes.get(naming.node.0 as usize).map(|node| &node.operation);
            let content = match operation {
                Some(Operation::Named(of)) => *of,
                _ => Operand::Node(naming.node),
            };
            of_node.insert(naming.node, all.len());
            all.push(Definition {
                figure: naming.figure,
                quarter: naming.quarter,
                content,
                place: (naming.node, 0),
                is_alias: false,
            });
        }
        let given = all.len();
        for recorded in outputs {
            let figure = Figure::Output(recorded.output);
            let quarter = Some(recorded.quarter);
            let of_step = recorded.operand.node().and_then(|node| of_node.get(&node).copied());
            let is_ahead = of_step.and_then(|of_step| namings.get(of_step)).is_some_and(|step| step.is_ahead);
            match of_step.and_then(|of_step| all.get_mut(of_step)) {
                // A step that is an output of its quarter is that output.
                Some(step)
                    if matches!(step.figure, Figure::Step(_)) && step.quarter == quarter && !is_ahead =>
                {
                    step.figure = figure;
                }
                _ => {
                    let node = recorded.operand.node().unwrap_or(NodeId(0));
                    let place = (node, 1);
                    all.push(Definition {
                        figure,
                        quarter,
                        content: recorded.operand,
                        place,
                        is_alias: false,
                    });
                }
            }
        }
        // Whoever uses the content of a cell refers to the cell.
        let mut definitions = Self { all, of_node };
        // Outputs first: where a step has the same content, the step is the alias.
        for index in (given..definitions.all.len()).chain(0..given) {
            definitions.settle(nodes, index, index < given);
        }
        definitions
    }

    /// Finds out whether a definition is an alias; where it is not, its content stands for it from now on.
    fn settle(&mut self, nodes: &[Node], index: usize, has_node: bool) {
        let Some(definition) = self.all.get_mut(index) else { return };
        let Some(content) = definition.content.node() else {
            definition.is_alias = true;
            return;
        };
        let is_given =
            nodes.get(content.0 as usize).is_some_and(|node| matches!(node.operation, Operation::Given));
        match self.of_node.get(&content) {
            Some(other) if *other != index => definition.is_alias = true,
            _ if is_given => {}
            _ => {
                self.of_node.insert(content, index);
                // It stands where its content was computed: what uses that content comes after.
                definition.place = (content, u32::from(!has_node));
            }
        }
    }

    /// Makes cells of the terms without a name that would be written out more than once.
    fn add_terms(&mut self, nodes: &[Node]) {
        let short = self.lengths(nodes);
        let mut users: Vec<Users> = vec![Users::default(); nodes.len()];
        for (definition, index) in self.all.iter().zip(0..) {
            // An alias uses a cell; a number of its own is met on the way down, at its content.
            if definition.is_alias {
                continue;
            }
            if let Some(users) = definition.content.node().and_then(|node| users.get_mut(node.0 as usize)) {
                users.owner = Some(index);
            }
        }
        let mut terms = Vec::new();
        for place in (0..nodes.len()).rev() {
            let Some((node, own)) = nodes.get(place).zip(users.get(place).copied()) else { continue };
            let id = NodeId(place as u32);
            let length = short.get(place).copied().unwrap_or(u32::MAX);
            let is_term =
                own.is_written_too_often(length) && !self.of_node.contains_key(&id) && !is_condition(node);
            if is_term {
                terms.push((id, own.first));
            }
            let user = if is_term { Use::Cell(self.all.len() + terms.len() - 1) } else { own.passed_on() };
            node.operation.operands(|operand| {
                let Some(node) = operand.node() else { return };
                if let Some(users) = users.get_mut(node.0 as usize) {
                    users.add(user);
                }
            });
        }
        self.push_terms(nodes, &terms);
    }

    /// Names terms after the first figure that uses them, and numbers them in the order of the tape.
    fn push_terms(&mut self, nodes: &[Node], terms: &[(NodeId, Option<usize>)]) {
        let named = self.all.len();
        for (id, first_user) in terms {
            let figure = first_user.and_then(|user| self.all.get(user)).map(|user| user.figure);
            let of = match figure {
                Some(Figure::Output(output)) => Named::Output(output),
                Some(Figure::Step(step)) => Named::Step(step),
                Some(Figure::Term { of, .. }) => of,
                // Inputs and reported figures use nothing.
                _ => Named::Step(Step::whole("term")),
            };
            self.of_node.insert(*id, self.all.len());
            self.all.push(Definition {
                figure: Figure::Term { of, number: 0 },
                quarter: nodes.get(id.0 as usize).and_then(|node| node.quarter),
                content: Operand::Node(*id),
                place: (*id, 0),
                is_alias: false,
            });
        }
        let mut counted = HashMap::new();
        for definition in self.all.iter_mut().skip(named).rev() {
            if let Figure::Term { of, number } = &mut definition.figure {
                let count = counted.entry((*of, definition.quarter)).or_insert(0_u16);
                *count += 1;
                *number = *count;
            }
        }
    }

    /// How many operations each node writes out, cells counting none.
    fn lengths(&self, nodes: &[Node]) -> Vec<u32> {
        let mut lengths: Vec<u32> = Vec::with_capacity(nodes.len());
        for node in nodes {
            let mut length = 1_u32;
            node.operation.operands(|operand| {
                let Some(of) = operand.node() else { return };
                let is_cell = self.of_node.contains_key(&of);
                let of = lengths.get(of.0 as usize).copied().unwrap_or(0);
                length = length.saturating_add(if is_cell { 0 } else { of });
            });
            lengths.push(length);
        }
        lengths
    }
}

fn is_condition(node: &Node) -> bool {
    matches!(
        node.operation,
        Operation::Below(..) | Operation::AtMost(..) | Operation::Both(..) | Operation::Not(..)
    )
}

/// Who uses a node.
#[derive(Clone, Copy, Default)]
struct Users {
    /// The definition whose content it is.
    owner: Option<usize>,
    /// The definition that is first on the tape of those that use it.
    first: Option<usize>,
    is_shared: bool,
    /// Times that it is written out.
    count: u32,
}

#[derive(Clone, Copy)]
enum Use {
    Nobody,
    Cell(usize),
    /// Used by several cells, written out in each as often as that.
    Several(usize, u32),
    Repeated(usize, u32),
}

impl Users {
    fn passed_on(self) -> Use {
        match (self.owner, self.first) {
            (Some(owner), _) => Use::Cell(owner),
            (None, Some(first)) if self.is_shared => Use::Several(first, self.count),
            (None, Some(first)) => Use::Repeated(first, self.count),
            (None, None) => Use::Nobody,
        }
    }

    fn add(&mut self, user: Use) {
        let (cell, count, is_shared) = match user {
            Use::Nobody => return,
            Use::Cell(cell) => (cell, 1, false),
            Use::Several(cell, count) => (cell, count, true),
            Use::Repeated(cell, count) => (cell, count, false),
        };
        self.is_shared |= is_shared || self.first.is_some_and(|first| first != cell);
        // Nodes are visited from the last to the first, so the latest user to come is the first on the tape.
        self.first = Some(cell);
        self.count = self.count.saturating_add(count);
    }

    fn is_written_too_often(self, length: u32) -> bool {
        if self.is_shared {
            length > SHORT
        } else {
            self.count > 1 && length.saturating_mul(self.count) > LONGEST_REPEAT
        }
    }
}
