// Numbers that the model fixes. Seasons are over the calendar quarters 1 to 4.

/** Quarters of the longest run. */
export const MAX_QUARTERS = 41;
/** Reported quarters that a run looks back on. */
export const HISTORY_QUARTERS = 4;
/** A year's CapEx over its quarters. */
export const PLAN_WEIGHTS = Float64Array.of(0.22, 0.243, 0.262, 0.275);
/** Stores and other sales. */
export const STORES_SEASON = Float64Array.of(0.906, 0.953, 0.998, 1.143);
/** Advertising. */
export const ADS_SEASON = Float64Array.of(0.905, 0.965, 1.005, 1.125);
/** Operating margin outside AWS. */
export const MARGIN_SEASON = Float64Array.of(0.92, 1, 0.98, 1.1);
/** Working capital, B$ at 180 B$ of quarterly sales. */
export const CAPITAL_SEASON = Float64Array.of(-12.5, -1.5, 0.5, 13.5);
/** TWh per GW-year. */
export const HOURS = 8.76;
/** Idle machines draw at least this share of use. */
export const IDLE_USE = 0.3;
/** Less than this is rounding, not stock. */
export const TINY = 1e-9;
/** Hours in a developer's year. */
export const DEVELOPER_HOURS = 2090;
/** The core cloud keeps at least this share of its IT from quarter to quarter. */
export const CORE_IT_KEPT = 0.98;
