//! Quarters as CSV: a row a quarter, a column an output.

use buildout_model::{Output, Quarter, Trajectory};
use std::io::{self, Write};

/// A CSV that quarters are written to, in full precision: first perhaps a column that says whose quarters they are, then
/// `quarter`, then the outputs.
///
/// ```
/// use buildout_files::QuartersCsv;
/// use buildout_model::Output;
/// use buildout_scenario::Scenario;
///
/// let mut text = Vec::new();
/// QuartersCsv::new(&mut text, None, &[Output::Binding, Output::Power])?.write(None, &Scenario::default().run(2))?;
/// assert!(String::from_utf8_lossy(&text).starts_with("quarter,binding,power\n2025Q4,"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct QuartersCsv<W: Write> {
    writer: csv::Writer<W>,
    columns: Vec<Output>,
}

impl<W: Write> QuartersCsv<W> {
    /// Writes the header, with a column before the quarter if `leading` names one.
    ///
    /// # Errors
    /// Those of writing.
    pub fn new(out: W, leading: Option<&str>, columns: &[Output]) -> io::Result<Self> {
        let mut writer = csv::Writer::from_writer(out);
        let outputs = columns.iter().map(|output| output.id());
        let header = leading.into_iter().chain(["quarter"]).chain(outputs);
        writer.write_record(header).map_err(io_error)?;
        Ok(Self { writer, columns: columns.to_vec() })
    }

    /// Writes the quarters of a run.
    ///
    /// # Errors
    /// Those of writing.
    pub fn write(&mut self, leading: Option<&str>, trajectory: &Trajectory<f64>) -> io::Result<()> {
        for (quarter, figures) in trajectory.quarters() {
            self.row(leading, quarter, |output| match output {
                Output::Binding => figures.binding_limit().id().to_owned(),
                _ => figures.get(output).to_string(),
            })?;
        }
        self.writer.flush()
    }

    /// Writes quarters that have some of the figures; one that has none is left out.
    ///
    /// # Errors
    /// Those of writing.
    pub fn write_reported(
        &mut self,
        leading: Option<&str>,
        quarters: impl IntoIterator<Item = Quarter>,
        figure: impl Fn(Quarter, Output) -> Option<f64>,
    ) -> io::Result<()> {
        for quarter in quarters {
            if self.columns.iter().any(|output| figure(quarter, *output).is_some()) {
                self.row(leading, quarter, |output| {
                    figure(quarter, output).map_or(String::new(), |figure| figure.to_string())
                })?;
            }
        }
        self.writer.flush()
    }

    fn row(
        &mut self,
        leading: Option<&str>,
        quarter: Quarter,
        cell: impl Fn(Output) -> String,
    ) -> io::Result<()> {
        if let Some(leading) = leading {
            self.writer.write_field(leading).map_err(io_error)?;
        }
        self.writer.write_field(quarter.to_string()).map_err(io_error)?;
        for output in &self.columns {
            self.writer.write_field(cell(*output)).map_err(io_error)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(io_error)
    }
}

/// The failure of writing itself, whose kind tells a reader who has gone away; wrapped, it would not.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
