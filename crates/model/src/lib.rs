//! From power to cash: the quarterly model of Amazon's AI build-out.
//!
//! A run takes a [`Baseline`] (what was reported by a date) and [`Inputs`] (125 levers and opening positions), and
//! returns a [`Trajectory`] of up to [`MAX_QUARTERS`] quarters with [`OUTPUT_COUNT`] [`Figures`] each. The chain is
//! power → data centres → chips → services → sales → depreciation → income → cash, with three feedbacks: idle room
//! stops new shells, scarcity moves prices, and AI sales pull core sales. `docs/model.md` explains it.
//!
//! The crate knows no browser, no clock, no file and no global state. Inputs, outputs, baselines and reported quarters
//! come from the tables in `data/`, compiled in. The equations are generic over [`Number`].
//!
//! ```
//! use buildout_model::{Baseline, Headline, Input, Inputs, MAX_QUARTERS, run};
//!
//! let baseline = Baseline::default();
//! let mut inputs = Inputs::base(baseline);
//! inputs.set(Input::PowerSlip, 4.0)?;
//! let trajectory = run(baseline, &inputs, MAX_QUARTERS);
//! let headline = Headline::of(&inputs, &trajectory).ok_or("nothing was run")?;
//! println!("free cash flow is lowest in {}: {:.1} B$", headline.fcf_trough_quarter, headline.fcf_trough);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod baseline;
mod calendar;
mod disclosed;
mod discounting;
mod fixed;
mod gigawatt;
mod growth;
mod headline;
mod history;
mod input;
mod limit;
mod now;
mod number;
mod opening;
pub mod output;
mod relief;
mod run;
mod step;
mod stock;
mod trajectory;

pub use baseline::{BASELINE_COUNT, Baseline, DATA_AS_OF, REPORTED, ReportedEvidence, ReportedQuarter};
pub use calendar::Quarter;
pub use disclosed::reported_figure;
pub use gigawatt::{ChipKind, Gigawatt, GigawattLife, GigawattQuarter, YEARS_AHEAD, gigawatt};
pub use headline::{Headline, HeadlineFigure};
pub use history::{HISTORY_QUARTERS, History, Reported};
pub use input::{
    CORRELATIONS, Correlation, Declaration, Grade, Group, INPUT_COUNT, Input, InputError, Inputs, Level,
    Uncertainty,
};
pub use limit::Limit;
pub use number::Number;
pub use opening::{Overfull, overfull_opening};
pub use output::{Figures, OUTPUT_COUNT, Output};
pub use relief::Relief;
pub use run::{Run, run, run_from, run_into};
pub use trajectory::Trajectory;

/// The longest run, in quarters.
pub const MAX_QUARTERS: usize = 41;

/// The version of the model: raised whenever a figure of any run changes beyond rounding, or the base data do.
///
/// A link that was sent with its headline names the version that computed it, so that a reader who sees other figures
/// today also sees why. `data/versions/` keeps the headline of every preset as each version had it.
pub const MODEL_VERSION: u32 = 1;
