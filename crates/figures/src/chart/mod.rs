//! Drawing: a [`Chart`](crate::view::Chart) onto any plotters backend, with sizes in CSS pixels.

mod axis;
mod draw;
mod frame;
mod ground;
mod labels;
mod palette;
mod placed;
mod series;
#[cfg(feature = "svg")]
mod svg;

pub use axis::{nice_ticks, year_ticks};
pub use draw::draw;
pub use frame::Frame;
pub use ground::limit_colour;
pub use labels::spread;
pub use palette::{Palette, parse_colour};
#[cfg(feature = "svg")]
pub use svg::chart_svg;
