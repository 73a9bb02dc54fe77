//! The headline of a run as JSON.

use buildout_model::{ChipKind, Gigawatt, HeadlineFigure, Trajectory, YEARS_AHEAD, gigawatt};
use buildout_scenario::Scenario;
use serde::{Serialize, Serializer, ser::SerializeMap};

/// The headline of a run as a JSON object in the names of the specification, with `gigawatt_gpu` and `gigawatt_trainium`
/// inside. What a run does not have is `null`.
pub struct HeadlineJson<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its run.
    pub trajectory: &'a Trajectory<f64>,
}

impl Serialize for HeadlineJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let headline = self.scenario.headline(self.trajectory);
        for (name, figure) in headline.iter().flat_map(|headline| headline.figures()) {
            match figure {
                HeadlineFigure::Number(number) => map.serialize_entry(name, &number)?,
                HeadlineFigure::Quarter(quarter) => {
                    map.serialize_entry(name, &quarter.map(|quarter| quarter.to_string()))?;
                }
            }
        }
        for kind in [ChipKind::Gpu, ChipKind::Trainium] {
            let gigawatt = gigawatt(self.scenario.inputs(), kind, YEARS_AHEAD);
            map.serialize_entry(&format!("gigawatt_{}", kind.id()), &GigawattJson(gigawatt))?;
        }
        map.end()
    }
}

struct GigawattJson(Gigawatt);

impl Serialize for GigawattJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Gigawatt { kind, chips, facility, first_year, irr, payback_years } = self.0;
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("kind", kind.id())?;
        map.serialize_entry("chips", &chips)?;
        map.serialize_entry("facility", &facility)?;
        map.serialize_entry("first_year", &first_year)?;
        map.serialize_entry("irr", &irr)?;
        map.serialize_entry("payback_years", &payback_years)?;
        map.end()
    }
}
