//! Numbers that the model fixes, as listed in `docs/model.md`.

/// Share of a year's CapEx spent in quarters 1 to 4.
pub(crate) const PLAN_WEIGHTS: [f64; 4] = [0.220, 0.243, 0.262, 0.275];
/// Season of stores and other sales.
pub(crate) const STORES_SEASON: [f64; 4] = [0.906, 0.953, 0.998, 1.143];
/// Season of advertising.
pub(crate) const ADS_SEASON: [f64; 4] = [0.905, 0.965, 1.005, 1.125];
/// Season of the operating margin outside AWS.
pub(crate) const MARGIN_SEASON: [f64; 4] = [0.92, 1.00, 0.98, 1.10];
/// Season of working capital, B$ at 180 B$ of quarterly sales.
pub(crate) const CAPITAL_SEASON: [f64; 4] = [-12.5, -1.5, 0.5, 13.5];
/// Quarterly sales at which [`CAPITAL_SEASON`] was read, B$.
pub(crate) const CAPITAL_SEASON_SALES: f64 = 180.0;
/// TWh per GW-year.
pub(crate) const HOURS: f64 = 8.76;
/// Idle machines draw at least this share of use.
pub(crate) const IDLE_USE: f64 = 0.30;
/// Less than this is rounding, not stock.
pub(crate) const TINY: f64 = 1e-9;
/// Hours in a developer's year.
pub(crate) const DEVELOPER_HOURS: f64 = 2090.0;
/// The core cloud gives back at most this share of its IT in a quarter: 1 − 0.98.
pub(crate) const CORE_IT_KEPT: f64 = 0.98;
