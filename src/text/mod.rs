//! Every word of the page, in both languages. A sentence is one text in each language, never put together from parts.

mod analysis;
mod controls;
mod figures;
mod inputs;
mod notices;

pub use analysis::*;
pub use controls::*;
pub use figures::*;
pub use inputs::*;
pub use notices::{beyond_notices, notice};
