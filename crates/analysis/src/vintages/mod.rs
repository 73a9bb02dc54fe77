//! Vintages: what was paid for in each year as a cohort, from the payment until it is written off and no longer earns.
//!
//! Nothing here is part of the run. The cohorts are put together again from its figures, so that together they must give
//! the run's own fleet, power and depreciation: an independent check of them, which [`crate::reconcile`] makes.

mod capex;
mod chips;
mod placed;
mod plant;

pub use capex::{CapexOfYear, capex_of_year};
pub use chips::{Vintage, VintageEnds, VintageQuarter, vintages};
pub use plant::{Plant, PlantQuarter, PlantVintage, plant_vintages};
