//! What a reader asks of a scenario beyond its run: what a lever does, what holds the build back, what is odd.
//!
//! - [`response_curve`]: a headline figure over the whole range of an input.
//! - [`influence`]: which outputs an input moves, and how much.
//! - [`one_more`]: what a unit more of each limit would bring by 2030.
//! - [`one_more_now`]: what a unit more of the tightest limit would bring in each quarter.
//! - [`seek`]: what an input must be for a figure to reach a value.
//! - [`grid`]: a figure over two inputs, with contour lines and what binds.
//! - [`feasible`]: where two inputs make a figure meet a requirement, and the nearest place where they do.
//! - [`BridgePlan`]: which changed inputs explain the difference between two scenarios.
//! - [`oddities`]: what a reader should be warned of.
//! - [`tornado`], [`spider`], [`slopes`]: what a figure depends on, over ranges and where it stands.
//! - [`Survey`]: many draws of a scenario under uncertainty, part by part.
//! - [`VariancePlan`]: how much of a figure's variance rests on which inputs, and on which grade of evidence.
//! - [`opening_position`]: what a run starts from against the filing before it.
//! - [`reconcile`]: the identities that a run must keep, and how far it is from them.
//! - [`vintages`] and [`plant_vintages`]: what was paid for in each year, from payment to retirement.
//! - [`expectations`], [`ends`], [`kinks`]: what every input is expected to do, what it does, and where that bends.
//! - [`record`]: how a run compares with what was reported after it.
//! - [`hindcast`]: how the model would have done from the end of 2023, against naive rules.
//! - [`watch`]: the four curves to watch, each with its slope and a verdict.
//!
//! All of it is data without words: the page and the command line say it in their languages. Every function runs the
//! model as often as it needs, in one memory, and knows no browser, clock or file.
//!
//! ```
//! use buildout_analysis::{Goal, response_curve};
//! use buildout_model::{Input, MAX_QUARTERS};
//! use buildout_scenario::Scenario;
//!
//! let scenario = Scenario::default();
//! for point in response_curve(&scenario, MAX_QUARTERS, Input::CapexNextYear, Goal::FcfTrough, 25) {
//!     println!("{} B$ of CapEx: {:?} B$", point.value, point.result);
//! }
//! ```

mod bridge;
mod checks;
mod condition;
mod curves;
mod dual;
mod feasible;
mod goal;
mod grid;
mod influence;
mod lanes;
mod oddities;
mod one_more;
mod one_more_now;
mod opening_position;
mod reconcile;
mod record;
mod rerun;
mod response;
mod seek;
mod sensitivity;
mod target;
mod uncertainty;
mod variance;
mod vintages;

pub use bridge::{Bar, Bridge, BridgeError, BridgePart, BridgePlan, MOST_EXACT, Player};
pub use checks::{
    CheckCase, Ends, Expectation, Expected, Kink, MOST_KINK_POINTS, check_cases, ends, expectations, kinks,
};
pub use condition::{Condition, Requirement};
pub use curves::{
    BREAKING_SHARE, FLAT_SLOPE, Reading, Verdict, WATCHED_QUARTERS, Watched, WatchedCurve, watch,
};
pub use feasible::{Feasible, NearestPlace, feasible};
pub use goal::Goal;
pub use grid::{Contour, Grid, GridCell, GridError, GridPlan, GridRows, MOST_GRID_VALUES, Place, grid};
pub use influence::{INFLUENCE_STEP, Influence, influence};
pub use oddities::{
    IDLE_USE, LONG_WAIT, Oddity, SETTLED_QUARTERS, Span, UNSERVED_RATIO, WAITING_QUARTERS, oddities,
};
pub use one_more::{OneMore, one_more, unit_of};
pub use one_more_now::{OneMoreNow, RELIEF_QUARTERS, one_more_now};
pub use opening_position::{OpeningFigure, opening_position};
pub use reconcile::{Identity, RECONCILED, Residual, reconcile};
pub use record::{
    Compared, Contest, Contestant, FigureRecord, HINDCAST_OPENING, Hindcast, NaiveRule, OpeningInput,
    OpeningKind, Record, Ruling, Score, Told, Yardstick, hindcast, hindcast_from, hindcast_inputs, record,
    what_happened, wins_without,
};
pub use response::{ResponsePoint, response_curve};
pub use seek::{Finding, Reached, Sought, Standing, Stretch, seek};
pub use sensitivity::{Gust, Slope, SpiderLine, end_of, slopes, spider, tornado, tornado_of};
pub use target::{Target, TargetError};
pub use uncertainty::{FAN, Histogram, Pert, SeriesError, Side, StudiedSeries, Study, Survey, Tally};
pub use variance::{Estimate, GradeShare, Indices, InputShare, VariancePart, VariancePlan, VarianceShares};
pub use vintages::{
    CapexOfYear, Plant, PlantQuarter, PlantVintage, Vintage, VintageEnds, VintageQuarter, capex_of_year,
    plant_vintages, vintages,
};
