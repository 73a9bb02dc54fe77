//! The model's equations, written down by a run of the model itself.
//!
//! The equations are generic over the number they run on ([`buildout_model::Number`]). Here they run on a number that
//! notes every operation, so they are never written a second time. The result, a [`Trace`], has a [`Cell`] for every
//! input, reported figure, output and intermediate figure, with its value, its [`Expression`] over other cells and the
//! cells that it feeds: enough to explain any figure down to inputs and reported quarters, and to write the run as a
//! spreadsheet that goes on computing.
//!
//! ```
//! use buildout_model::{Baseline, Inputs, Output};
//! use buildout_trace::{Expression, Operator, Trace};
//!
//! let baseline = Baseline::default();
//! let trace = Trace::of(baseline, &Inputs::base(baseline), 8);
//! let id = trace.output(Output::Fcf, baseline.first_quarter()).ok_or("not run")?;
//! let cell = trace.cell(id).ok_or("not of this trace")?;
//!
//! // Free cash flow is operating cash flow less CapEx.
//! let Some(Expression::Binary(Operator::Subtract, ocf, capex)) = &cell.expression else { return Err("another equation") };
//! let name = |expression: &Expression| match expression {
//!     Expression::Cell(id) => trace.cell(*id).map(|cell| cell.figure.to_string()),
//!     _ => None,
//! };
//! assert_eq!(name(ocf).as_deref(), Some("ocf"));
//! assert_eq!(name(capex).as_deref(), Some("capex"));
//! # Ok::<(), &str>(())
//! ```

mod definitions;
mod expression;
mod figure;
mod operation;
mod recorded;
mod tape;
mod trace;
mod write;

pub use expression::{Condition, Expression};
pub use figure::{Figure, Named, Step, StepDeclaration};
pub use operation::{Function, Operator};
pub use trace::{Cell, CellId, Trace};
