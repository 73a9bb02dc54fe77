//! A grid to read on a terminal: y upwards, x to the right.

use super::Shown;
use crate::{args::Map, failure::Failure, print::short};
use buildout_analysis::GridCell;
use std::io::Write;

pub(super) fn table(out: &mut impl Write, shown: &Shown<'_>, map: Map) -> Result<(), Failure> {
    let Shown { grid, region, .. } = shown;
    let (x, y) = (grid.x().declaration(), grid.y().declaration());
    match map {
        Map::Value => writeln!(out, "{}, {}", grid.target(), grid.target().unit())?,
        Map::Binding => writeln!(out, "the limit that binds in most quarters")?,
    }
    writeln!(out, "upwards: {}, {}; to the right: {}, {}", y.id, y.unit, x.id, x.unit)?;
    let of_cell = |cell: &GridCell| match map {
        Map::Value => cell.result.map_or("none".to_owned(), short),
        Map::Binding => cell.binding.map_or("none", |limit| limit.id()).to_owned(),
    };
    let rows: Vec<_> = grid.rows().collect();
    for (row, value) in rows.iter().zip(grid.y_values()).rev() {
        write!(out, "{:>10} |", short(*value))?;
        for cell in *row {
            write!(out, " {:>9}", of_cell(cell))?;
        }
        writeln!(out)?;
    }
    write!(out, "{:>10} |", "")?;
    for value in grid.x_values() {
        write!(out, " {:>9}", short(*value))?;
    }
    let now = grid.now();
    writeln!(out, "\nnow: {} = {}, {} = {}: {}", x.id, short(now.x), y.id, short(now.y), of_cell(now))?;
    if let Some(region) = region {
        let requirement = region.requirement;
        let what = format!("{} {} {}", grid.target(), requirement.condition, short(requirement.value));
        match region.nearest {
            Some(nearest) => writeln!(
                out,
                "{what}: nearest at {} = {}, {} = {}, which give {}",
                x.id,
                short(nearest.place.x),
                y.id,
                short(nearest.place.y),
                short(nearest.result)
            )?,
            None => writeln!(out, "{what}: nowhere on this grid")?,
        }
    }
    Ok(())
}
