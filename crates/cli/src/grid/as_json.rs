//! A grid as JSON: axes, maps as rows from the lowest y, the current point, contour lines and the region.

use super::Shown;
use buildout_analysis::{Contour, Feasible, Grid, GridCell, Place};
use buildout_figures::chart::nice_ticks;
use buildout_model::Input;
use serde_json::{Map, Value, json as object};

/// Contour lines, about.
const CONTOURS: usize = 8;

pub(super) fn as_json(shown: &Shown<'_>) -> Value {
    let Shown { grid, region, has_values, has_binding } = shown;
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| {
        map.insert(name.to_owned(), value);
    };
    put("x", axis(grid.x(), grid.x_values()));
    put("y", axis(grid.y(), grid.y_values()));
    put("target", object!(grid.target().to_string()));
    put("target_unit", object!(grid.target().unit()));
    let GridCell { x, y, result, binding } = *grid.now();
    put("now", object!({"x": x, "y": y, "result": result, "binding": binding.map(|limit| limit.id())}));
    if *has_values {
        put("results", rows(grid, |cell| object!(cell.result)));
        put("contours", contours(grid));
    }
    if *has_binding {
        put("binding", rows(grid, |cell| object!(cell.binding.map(|limit| limit.id()))));
    }
    if let Some(region) = region {
        put("region", of_region(region));
    }
    Value::Object(map)
}

fn axis(input: Input, values: &[f64]) -> Value {
    object!({"input": input.id(), "unit": input.declaration().unit, "values": values})
}

fn rows(grid: &Grid, of: impl Fn(&GridCell) -> Value) -> Value {
    grid.rows().map(|row| row.iter().map(&of).collect::<Value>()).collect()
}

fn contours(grid: &Grid) -> Value {
    let Some((low, high)) = grid.extent().filter(|(low, high)| low < high) else { return object!([]) };
    let contours = nice_ticks(low, high, CONTOURS).into_iter().map(|level| grid.contour(level));
    contours.map(|contour| object!({"level": contour.level, "lines": lines(&contour)})).collect()
}

fn lines(contour: &Contour) -> Value {
    let place = |Place { x, y }: &Place| object!([x, y]);
    contour.lines.iter().map(|line| line.iter().map(place).collect::<Value>()).collect()
}

fn of_region(region: &Feasible) -> Value {
    let nearest = region.nearest.map(|nearest| {
        let Place { x, y } = nearest.place;
        object!({"x": x, "y": y, "result": nearest.result, "distance": nearest.distance})
    });
    object!({
        "condition": region.requirement.condition.id(),
        "value": region.requirement.value,
        "share": region.share,
        "boundary": lines(&region.boundary),
        "nearest": nearest,
    })
}
