//! The chain from power to cash, as a diagram's data.

use crate::Words;

/// A box of the diagram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// Its name.
    pub id: &'static str,
    /// What it says.
    pub label: Words,
    /// Its column, from 0 on.
    pub column: u8,
    /// Its row, from 0 on.
    pub row: u8,
}

/// An arrow from one box to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// Where it starts.
    pub from: &'static Node,
    /// Where it ends.
    pub to: &'static Node,
    /// What kind of arrow it is.
    pub kind: EdgeKind,
}

/// What kind of arrow one is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EdgeKind {
    /// What follows within a quarter, with its way on paper.
    Forward(Route),
    /// What works on a later quarter, with what it does.
    Feedback(Words),
}

/// The way of an arrow on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// One straight line.
    Straight,
    /// Sideways to the column of its end, then down.
    AcrossThenDown,
    /// Down to the row of its end, then sideways.
    DownThenAcross,
}

include!(concat!(env!("OUT_DIR"), "/chain.rs"));

/// The boxes, in the order of `data/chain.csv`.
#[must_use]
pub fn nodes() -> &'static [Node] {
    &NODES
}

/// The arrows, in the order of `data/chain.csv`.
#[must_use]
pub fn edges() -> &'static [Edge] {
    &EDGES
}
