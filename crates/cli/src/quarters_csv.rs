//! Quarters as CSV: a column an output, in full precision.

use crate::failure::Failure;
use buildout_model::{Output, Trajectory};
use std::io::Write;

/// A CSV that runs are written to, one after the other.
pub(crate) struct QuartersCsv<W: Write> {
    writer: csv::Writer<W>,
}

impl<W: Write> QuartersCsv<W> {
    /// Writes the header, with a column before the quarter if `leading` names one.
    pub(crate) fn new(out: W, leading: Option<&str>) -> Result<Self, Failure> {
        let mut writer = csv::Writer::from_writer(out);
        let outputs = Output::ALL.iter().map(|output| output.id());
        writer.write_record(leading.into_iter().chain(["quarter"]).chain(outputs))?;
        Ok(Self { writer })
    }

    /// Writes a row a quarter.
    pub(crate) fn write(
        &mut self,
        leading: Option<&str>,
        trajectory: &Trajectory<f64>,
    ) -> Result<(), Failure> {
        for (quarter, figures) in trajectory.quarters() {
            if let Some(leading) = leading {
                self.writer.write_field(leading)?;
            }
            self.writer.write_field(quarter.to_string())?;
            for output in Output::ALL {
                match output {
                    Output::Binding => self.writer.write_field(figures.binding_limit().id())?,
                    _ => self.writer.write_field(figures.get(output).to_string())?,
                }
            }
            self.writer.write_record(None::<&[u8]>)?;
        }
        Ok(self.writer.flush()?)
    }
}
