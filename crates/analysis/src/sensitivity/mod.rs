//! What a figure depends on: over ranges ([`tornado`], [`spider`]) and where it stands ([`slopes`]).

mod slopes;
mod spider;
mod tornado;

pub use slopes::{Slope, slopes};
pub use spider::{SpiderLine, spider};
pub use tornado::{Gust, end_of, tornado, tornado_of};
