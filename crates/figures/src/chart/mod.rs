//! Drawing: a [`Chart`](crate::view::Chart) onto any plotters backend, with sizes in CSS pixels.

mod axis;
mod draw;
mod frame;
mod ground;
mod labels;
mod palette;
mod placed;
mod pointed;
mod series;
#[cfg(feature = "svg")]
mod svg;
#[cfg(feature = "svg")]
mod tokens;

pub use axis::{nice_ticks, year_ticks};
pub use draw::draw;
pub(crate) use draw::{Drawn, draw_on};
pub use frame::{Frame, text_width_px};
pub use ground::limit_colour;
pub use labels::spread;
pub use palette::{Palette, parse_colour};
pub use pointed::traced_at;
#[cfg(feature = "svg")]
pub(crate) use svg::as_svg;
#[cfg(feature = "svg")]
pub use svg::chart_svg;
