//! From definitions to cells with expressions.

use crate::{
    definitions::{Definition, Definitions},
    expression::{Condition, Expression},
    figure::Figure,
    operation::{NodeId, Operand, Operation},
    tape::Node,
    trace::{Cell, CellId},
};
use std::collections::HashMap;

/// Puts definitions into order and writes their expressions.
pub(crate) fn cells(nodes: &[Node], definitions: &Definitions) -> Vec<Cell> {
    let Definitions { all, of_node } = definitions;
    let is_used = used(nodes, all, of_node);
    let mut order: Vec<usize> = (0..all.len()).filter(|index| is_used.get(*index) == Some(&true)).collect();
    order.sort_by_key(|index| {
        all.get(*index).map(|definition| (definition.place, definition.is_alias, *index))
    });
    let mut id_of: Vec<Option<CellId>> = vec![None; all.len()];
    for (index, place) in order.iter().zip(0..) {
        if let Some(id) = id_of.get_mut(*index) {
            *id = Some(CellId(place));
        }
    }
    let writer = Writer { nodes, of_node, id_of: &id_of };
    let mut cells: Vec<Cell> = Vec::with_capacity(order.len());
    for definition in order.iter().filter_map(|index| all.get(*index)) {
        let value = match definition.content {
            Operand::Constant(bits) => f64::from_bits(bits),
            Operand::Node(node) => nodes.get(node.0 as usize).map_or(f64::NAN, |node| node.value),
        };
        let expression = match definition.figure {
            Figure::Input(_) | Figure::Reported(_) => None,
            _ if definition.is_alias => Some(writer.term(definition.content)),
            _ => Some(writer.content(definition.content)),
        };
        let Definition { figure, quarter, .. } = *definition;
        cells.push(Cell { figure, quarter, value, expression, feeds: Vec::new() });
    }
    link(&mut cells);
    cells
}

/// Notes in every cell which cells it feeds, each once.
fn link(cells: &mut [Cell]) {
    let mut pairs = Vec::new();
    for (cell, place) in cells.iter().zip(0..) {
        if let Some(expression) = &cell.expression {
            expression.cells(&mut |term| pairs.push((term, CellId(place))));
        }
    }
    // Users come one after the other, so one that is noted already is the last.
    for (term, user) in pairs {
        match cells.get_mut(term.place()) {
            Some(cell) if cell.feeds.last() != Some(&user) => cell.feeds.push(user),
            _ => {}
        }
    }
}

/// Which definitions the outputs rest on; inputs, reported figures and every step of a quarter run stay in any case.
fn used(nodes: &[Node], all: &[Definition], of_node: &HashMap<NodeId, usize>) -> Vec<bool> {
    let quarters = all.iter().filter(|definition| matches!(definition.figure, Figure::Output(_)));
    let last = quarters.filter_map(|definition| definition.quarter).max();
    let mut is_used = vec![false; all.len()];
    let mut to_visit: Vec<Operand> = Vec::new();
    for (definition, used) in all.iter().zip(&mut is_used) {
        match definition.figure {
            Figure::Input(_) | Figure::Reported(_) => *used = true,
            Figure::Step(_) if definition.quarter.is_none() || definition.quarter > last => {}
            Figure::Output(_) | Figure::Step(_) => {
                *used = true;
                to_visit.push(definition.content);
            }
            Figure::Term { .. } => {}
        }
    }
    let mut is_visited = vec![false; nodes.len()];
    while let Some(operand) = to_visit.pop() {
        let Some(id) = operand.node() else { continue };
        match is_visited.get_mut(id.0 as usize) {
            Some(visited) if !*visited => *visited = true,
            _ => continue,
        }
        if let Some(index) = of_node.get(&id)
            && let Some(used) = is_used.get_mut(*index)
        {
            *used = true;
            to_visit.extend(all.get(*index).map(|definition| definition.content));
        }
        if let Some(node) = nodes.get(id.0 as usize) {
            node.operation.operands(|operand| to_visit.push(operand));
        }
    }
    is_used
}

/// Writes expressions over cells.
struct Writer<'a> {
    nodes: &'a [Node],
    of_node: &'a HashMap<NodeId, usize>,
    id_of: &'a [Option<CellId>],
}

impl Writer<'_> {
    /// An operand as a term: a cell where it is one.
    fn term(&self, operand: Operand) -> Expression {
        let cell = operand.node().and_then(|node| self.of_node.get(&node));
        match cell.and_then(|index| self.id_of.get(*index).copied().flatten()) {
            Some(cell) => Expression::Cell(cell),
            None => self.content(operand),
        }
    }

    /// An operand written out.
    fn content(&self, operand: Operand) -> Expression {
        let node = match operand {
            Operand::Constant(bits) => return Expression::Constant(f64::from_bits(bits)),
            Operand::Node(node) => self.nodes.get(node.0 as usize),
        };
        let term = |operand: Operand| Box::new(self.term(operand));
        match node.map(|node| &node.operation) {
            Some(Operation::Apply(function, of)) => Expression::Apply(*function, term(*of)),
            Some(Operation::Binary(operator, a, b)) => Expression::Binary(*operator, term(*a), term(*b)),
            Some(Operation::Over { dividend, divisor, otherwise }) => {
                let otherwise = match otherwise {
                    Operand::Constant(bits) => f64::from_bits(*bits),
                    Operand::Node(_) => f64::NAN,
                };
                Expression::Over { dividend: term(*dividend), divisor: term(*divisor), otherwise }
            }
            Some(Operation::Choose { condition, yes, no }) => Expression::Choose {
                condition: Box::new(self.condition(*condition)),
                yes: term(*yes),
                no: term(*no),
            },
            Some(Operation::Pick { values, index }) => Expression::Pick {
                values: values.iter().map(|value| self.term(*value)).collect(),
                index: term(*index),
            },
            Some(Operation::Named(of)) => self.term(*of),
            // Given numbers are cells, and conditions are no numbers: neither is written out.
            _ => Expression::Constant(f64::NAN),
        }
    }

    fn condition(&self, operand: Operand) -> Condition {
        let node = match operand {
            Operand::Constant(bits) => return Condition::Known(f64::from_bits(bits) != 0.0),
            Operand::Node(node) => self.nodes.get(node.0 as usize),
        };
        match node.map(|node| &node.operation) {
            Some(Operation::Below(a, b)) => Condition::Below(self.term(*a), self.term(*b)),
            Some(Operation::AtMost(a, b)) => Condition::AtMost(self.term(*a), self.term(*b)),
            Some(Operation::Both(a, b)) => {
                Condition::Both(Box::new(self.condition(*a)), Box::new(self.condition(*b)))
            }
            Some(Operation::Not(of)) => Condition::Not(Box::new(self.condition(*of))),
            _ => Condition::Known(false),
        }
    }
}
