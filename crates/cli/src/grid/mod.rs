//! `grid`: a figure over two inputs.

mod as_json;
mod table;

use crate::{
    about::About,
    args::{Format, Grid, Map},
    failure::Failure,
    parallel::in_order,
    print::{cell, json},
};
use buildout_analysis::{Feasible, Grid as Table, GridPlan};
use std::io::Write;

/// Values along an input where none are asked for, and in a table to read.
const NODES: u16 = 41;
const TABLE_NODES: u16 = 9;

/// A grid with what of it is printed.
pub(crate) struct Shown<'a> {
    grid: &'a Table,
    region: Option<&'a Feasible>,
    has_values: bool,
    has_binding: bool,
}

pub(crate) fn grid(command: &Grid, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    let About { chosen, quarters, target } = About::read(&command.about, quiet)?;
    let scenario = &chosen.link.scenario;
    let nodes = if command.format == Format::Table { TABLE_NODES } else { NODES };
    let [nx, ny] = [command.nx, command.ny].map(|count| usize::from(count.unwrap_or(nodes)));
    let plan = GridPlan::new(scenario, quarters, command.x, command.y, target, nx, ny)?;
    let rows = in_order("rows of the grid", plan.row_count(), quiet, |row| plan.rows(row..row + 1));
    let grid = plan.grid(rows)?;
    let region = command.required.requirement().map(|requirement| plan.feasible(grid.clone(), requirement));
    let shown = Shown {
        grid: &grid,
        region: region.as_ref(),
        has_values: command.map != Some(Map::Binding),
        has_binding: command.map != Some(Map::Value),
    };
    match command.format {
        Format::Csv => csv(out, &shown),
        Format::Json => json(out, &as_json::as_json(&shown)),
        Format::Table => table::table(out, &shown, command.map.unwrap_or(Map::Value)),
    }
}

/// A row a point, so that a pivot table or a filter takes it as it is.
fn csv(out: &mut impl Write, shown: &Shown<'_>) -> Result<(), Failure> {
    let Shown { grid, region, has_values, has_binding } = shown;
    let mut csv = csv::Writer::from_writer(out);
    let target = grid.target().to_string();
    let of = |has: bool, name| has.then_some(name);
    let columns = [
        Some(grid.x().id()),
        Some(grid.y().id()),
        of(*has_values, target.as_str()),
        of(*has_binding, "binding"),
        of(region.is_some(), "meets"),
    ];
    csv.write_record(columns.into_iter().flatten())?;
    for point in grid.cells() {
        let is_met = |region: &Feasible| point.result.is_some_and(|result| region.requirement.is_met(result));
        let binding = point.binding.map_or("", |limit| limit.id()).to_owned();
        let cells = [
            Some(point.x.to_string()),
            Some(point.y.to_string()),
            has_values.then(|| cell(point.result)),
            has_binding.then_some(binding),
            region.map(|region| is_met(region).to_string()),
        ];
        csv.write_record(cells.into_iter().flatten())?;
    }
    Ok(csv.flush()?)
}
