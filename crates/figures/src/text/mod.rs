//! Every word of the page, in both languages. A sentence is one text in each language, never put together from parts.

mod analysis;
mod controls;
mod figures;
mod input_values;
mod inputs;
mod levers;
mod notices;
mod scenario;
mod sharing;
mod sheets;
mod sources;
mod traces;
mod uncertainty;

pub use analysis::*;
pub use controls::*;
pub use figures::*;
pub use input_values::*;
pub use inputs::*;
pub use levers::*;
pub use notices::{beyond_notices, notice, range_error};
pub use scenario::{picture_source, scenario_words};
pub use sharing::*;
pub use sheets::*;
pub use sources::{Source, sources};
pub use traces::*;
pub use uncertainty::*;
