//! Some rows of a grid, in memory and as bytes between workers.

use super::table::{Axes, GridCell};
use buildout_model::Limit;

/// Some rows of a grid, computed.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRows {
    /// Place of the first.
    pub first: usize,
    /// The cells, row after row; within a row in rising order of the input along x.
    pub cells: Vec<GridCell>,
}

/// Bytes of a cell: its result, and the place of its limit.
const CELL: usize = 9;

/// The place of no limit.
const NO_LIMIT: u8 = u8::MAX;

impl GridRows {
    /// The rows as bytes, for [`super::GridPlan::read_rows`] of the same plan elsewhere: every figure to the last bit.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = (self.first as u32).to_le_bytes().to_vec();
        for cell in &self.cells {
            bytes.extend(cell.result.unwrap_or(f64::NAN).to_le_bytes());
            let place = Limit::ALL.iter().position(|limit| Some(*limit) == cell.binding);
            bytes.push(place.map_or(NO_LIMIT, |place| place as u8));
        }
        bytes
    }

    pub(super) fn read(bytes: &[u8], axes: &Axes) -> Option<Self> {
        let (first, bytes) = bytes.split_first_chunk()?;
        let first = u32::from_le_bytes(*first) as usize;
        let width = axes.x_values.len();
        let (cells, rest) = bytes.as_chunks::<CELL>();
        let rows = axes.y_values.get(first..first + cells.len() / width)?;
        if !rest.is_empty() || cells.len() % width != 0 {
            return None;
        }
        let places = rows.iter().flat_map(|y| axes.x_values.iter().map(move |x| (*x, *y)));
        let cells: Option<Vec<_>> =
            cells.iter().zip(places).map(|(cell, (x, y))| read_cell(cell, x, y)).collect();
        Some(Self { first, cells: cells? })
    }
}

fn read_cell(bytes: &[u8; CELL], x: f64, y: f64) -> Option<GridCell> {
    let (result, place) = bytes.split_first_chunk()?;
    let result = f64::from_le_bytes(*result);
    let binding = match *place.first()? {
        NO_LIMIT => None,
        place => Some(*Limit::ALL.get(usize::from(place))?),
    };
    // A result is never NaN: that is how none is written.
    Some(GridCell { x, y, result: Some(result).filter(|result| result.is_finite()), binding })
}
