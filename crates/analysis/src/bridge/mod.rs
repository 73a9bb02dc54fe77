//! Why two scenarios differ: which changed inputs explain the difference of a figure.
//!
//! The Shapley value of a change is what it adds to the figure, averaged over every order in which the changes could be made. So the
//! parts add up to the whole difference, a change that does nothing gets nothing, and two that only work together share alike.

mod exact;
mod plan;
mod sampled;

pub use plan::{Bar, Bridge, BridgeError, BridgePart, BridgePlan, MOST_EXACT, Player};
