//! Quarters as JSON: an object a quarter, in full precision.

use crate::failure::Failure;
use buildout_model::{Output, Trajectory};
use serde_json::{Map, Value, json};
use std::io::Write;

pub(crate) fn quarters_json(out: &mut impl Write, trajectory: &Trajectory<f64>) -> Result<(), Failure> {
    let quarters: Vec<Value> = trajectory
        .quarters()
        .map(|(quarter, figures)| {
            let mut object = Map::new();
            object.insert("quarter".to_owned(), json!(quarter.to_string()));
            for output in Output::ALL {
                let value = match output {
                    Output::Binding => json!(figures.binding_limit().id()),
                    _ => json!(figures.get(output)),
                };
                object.insert(output.id().to_owned(), value);
            }
            Value::Object(object)
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &quarters)?;
    writeln!(out)?;
    Ok(())
}
