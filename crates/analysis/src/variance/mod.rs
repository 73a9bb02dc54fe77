//! How much of a figure's variance rests on which assumptions: Sobol' indices.
//!
//! The first-order share of an input is what would vanish if it alone were known; its total share what would remain if all
//! others were. What the first-order shares leave of the whole is interaction. Inputs are drawn independently here, although
//! some are declared to move together: with correlations the shares of two inputs that move together have no meaning of their
//! own, and the orders in which one could ask would give different ones.

mod estimate;
mod plan;

pub use estimate::{Estimate, Indices};
pub use plan::{GradeShare, InputShare, VariancePart, VariancePlan, VarianceShares};
