//! The steps of a quarter, one file a step, in the order in which a quarter runs through them.
//!
//! Each holds the state that it carries from quarter to quarter and an `advance` that takes what earlier steps
//! found. Numbers of steps and equations are those of `docs/model.md`.

pub(crate) mod aws_income;
pub(crate) mod cash;
pub(crate) mod chips;
pub(crate) mod core_cloud;
pub(crate) mod depreciation;
pub(crate) mod energising;
pub(crate) mod fleet;
pub(crate) mod market;
pub(crate) mod plans;
pub(crate) mod programme;
pub(crate) mod purchase;
pub(crate) mod rest_of_amazon;
pub(crate) mod sales;
pub(crate) mod services;
pub(crate) mod shells;
