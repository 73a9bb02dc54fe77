//! The tape: every operation of a run, in the order in which it was done.

use crate::{
    figure::Figure,
    operation::{NodeId, Operation},
};
use buildout_model::Quarter;
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

/// An operation that was done, and what came out.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) operation: Operation,
    pub(crate) value: f64,
    /// The quarter that was being run; none before the first.
    pub(crate) quarter: Option<Quarter>,
}

/// A figure that was named.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Naming {
    pub(crate) figure: Figure,
    pub(crate) quarter: Option<Quarter>,
    /// The node that stands for it.
    pub(crate) node: NodeId,
    /// Whether it was named for a quarter other than the one being run, so that its row goes on past the run.
    pub(crate) is_ahead: bool,
}

/// What is being written during a run. Recorded numbers hold a reference to it; that is why it changes behind one.
pub(crate) struct Tape {
    /// The first quarter run.
    pub(crate) first: Quarter,
    nodes: RefCell<Vec<Node>>,
    /// An operation on the same operands is written once.
    known: RefCell<HashMap<Operation, NodeId>>,
    namings: RefCell<Vec<Naming>>,
    named: RefCell<HashMap<(Figure, Option<Quarter>), NodeId>>,
    pub(crate) quarter: Cell<Option<Quarter>>,
}

impl Tape {
    pub(crate) fn new(first: Quarter) -> Self {
        Self {
            first,
            nodes: RefCell::default(),
            known: RefCell::default(),
            namings: RefCell::default(),
            named: RefCell::default(),
            quarter: Cell::default(),
        }
    }

    /// Writes an operation down, unless it is written already.
    pub(crate) fn write(&self, operation: Operation, value: f64) -> NodeId {
        if let Some(known) = self.known.borrow().get(&operation) {
            return *known;
        }
        let node = self.append(operation.clone(), value);
        self.known.borrow_mut().insert(operation, node);
        node
    }

    /// Writes a number down under a name; none where that figure of that quarter stands for another number already.
    pub(crate) fn name(
        &self,
        figure: Figure,
        quarter: Option<Quarter>,
        operation: Operation,
        value: f64,
    ) -> Option<NodeId> {
        if let Some(known) = self.named.borrow().get(&(figure, quarter)).copied() {
            let nodes = self.nodes.borrow();
            return nodes
                .get(known.0 as usize)
                .is_some_and(|node| node.operation == operation)
                .then_some(known);
        }
        let node = self.append(operation, value);
        self.named.borrow_mut().insert((figure, quarter), node);
        let is_ahead = quarter != self.quarter.get();
        self.namings.borrow_mut().push(Naming { figure, quarter, node, is_ahead });
        Some(node)
    }

    pub(crate) fn value(&self, node: NodeId) -> f64 {
        self.nodes.borrow().get(node.0 as usize).map_or(f64::NAN, |node| node.value)
    }

    /// Everything written.
    pub(crate) fn into_parts(self) -> (Vec<Node>, Vec<Naming>) {
        (self.nodes.into_inner(), self.namings.into_inner())
    }

    fn append(&self, operation: Operation, value: f64) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        let node = NodeId(nodes.len() as u32);
        nodes.push(Node { operation, value, quarter: self.quarter.get() });
        node
    }
}
