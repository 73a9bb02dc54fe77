//! Quarters as JSON: an object a quarter.

use buildout_model::{Figures, Output, Quarter, Trajectory};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// The quarters of a run as a JSON list: objects with `quarter` and every output in the order of the specification.
pub struct QuartersJson<'a>(pub &'a Trajectory<f64>);

struct QuarterJson<'a>(Quarter, &'a Figures<f64>);

impl Serialize for QuartersJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.quarters().map(|(quarter, figures)| QuarterJson(quarter, figures)))
    }
}

impl Serialize for QuarterJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(quarter, figures) = self;
        let mut map = serializer.serialize_map(Some(1 + Output::ALL.len()))?;
        map.serialize_entry("quarter", &quarter.to_string())?;
        for output in Output::ALL {
            match output {
                Output::Binding => map.serialize_entry(output.id(), figures.binding_limit().id())?,
                _ => map.serialize_entry(output.id(), &figures.get(output))?,
            }
        }
        map.end()
    }
}
