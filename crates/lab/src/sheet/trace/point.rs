//! What is traced: a point of a chart, a cell of a table, a figure of the headline, or a term of an equation.

use buildout_model::{ChipKind, Headline, Input, Output, Quarter};
use buildout_trace::{CellId, Figure, Trace};

/// Names of kinds, as the page and the sheet write them: `output:fcf@2027Q1`, `year:aws_revenue@2027Q4`.
const OUTPUT: &str = "output";
const INPUT: &str = "input";
const REPORTED: &str = "reported";
const STEP: &str = "step";
const TERM: &str = "term";
const YEAR: &str = "year";
const SHARE: &str = "share";
const HEADLINE: &str = "headline";
const GIGAWATT: &str = "gigawatt";

/// What is traced.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Point {
    /// A figure that an equation of the model makes, or that the run was given.
    Cell(CellId),
    /// A figure that is in a filing, or follows from some that are, before the run.
    Reported(Output, Quarter),
    /// A flow over the four quarters up to one.
    Year(Output, Quarter),
    /// One figure over another.
    Share(Output, Output, Quarter),
    /// A figure of the headline.
    Headline(&'static str),
    /// One gigawatt of a kind of chip, from its purchase on.
    Gigawatt(ChipKind),
}

/// The name of a cell in choices.
pub(in crate::sheet) fn name_of(figure: Figure, quarter: Option<Quarter>) -> String {
    let kind = match figure {
        Figure::Input(_) => INPUT,
        Figure::Reported(_) => REPORTED,
        Figure::Output(_) => OUTPUT,
        Figure::Step(_) => STEP,
        Figure::Term { .. } => TERM,
    };
    match quarter {
        Some(quarter) => format!("{kind}:{figure}@{quarter}"),
        None => format!("{kind}:{figure}"),
    }
}

/// The name of an output of a quarter, run or reported.
pub(super) fn name_of_output(output: Output, quarter: Quarter) -> String {
    name_of(Figure::Output(output), Some(quarter))
}

impl Point {
    /// Reads the name of a point; none where this run has no such.
    pub(super) fn read(trace: &Trace, headline: Option<&Headline>, text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once(':')?;
        let of_quarter = || {
            let (name, quarter) = rest.split_once('@')?;
            Some((name, Quarter::parse(quarter)?))
        };
        match kind {
            INPUT => Some(Self::Cell(trace.input(Input::from_id(rest).ok()?)?)),
            OUTPUT => {
                let (name, quarter) = of_quarter()?;
                Self::of_output(trace, Output::from_id(name)?, quarter)
            }
            REPORTED => {
                let (name, quarter) = of_quarter()?;
                Some(Self::Reported(Output::from_id(name)?, quarter))
            }
            YEAR => {
                let (name, quarter) = of_quarter()?;
                Some(Self::Year(Output::from_id(name)?, quarter))
            }
            SHARE => {
                let (names, quarter) = of_quarter()?;
                let (part, whole) = names.split_once('/')?;
                Some(Self::Share(Output::from_id(part)?, Output::from_id(whole)?, quarter))
            }
            HEADLINE => {
                let names = headline?.figures().map(|(name, _)| name);
                names.into_iter().find(|name| *name == rest).map(Self::Headline)
            }
            GIGAWATT => [ChipKind::Gpu, ChipKind::Trainium]
                .into_iter()
                .find(|kind| kind.id() == rest)
                .map(Self::Gigawatt),
            // A step or a term has no declaration that could be looked up by its name.
            STEP | TERM => {
                let place =
                    trace.cells().iter().position(|cell| name_of(cell.figure, cell.quarter) == text)?;
                Some(Self::Cell(trace.ids().nth(place)?))
            }
            _ => None,
        }
    }

    /// An output of a quarter: of the run, or else of a filing.
    pub(super) fn of_output(trace: &Trace, output: Output, quarter: Quarter) -> Option<Self> {
        if quarter < trace.baseline().first_quarter() {
            return Some(Self::Reported(output, quarter));
        }
        trace.output(output, quarter).map(Self::Cell)
    }

    /// Its name, as it is read.
    #[cfg(test)]
    pub(super) fn name(&self, trace: &Trace) -> String {
        match *self {
            Self::Cell(id) => trace.cell(id).map_or(String::new(), |cell| name_of(cell.figure, cell.quarter)),
            Self::Reported(output, quarter) => name_of(Figure::Reported(output), Some(quarter)),
            Self::Year(output, quarter) => format!("{YEAR}:{}@{quarter}", output.id()),
            Self::Share(part, whole, quarter) => format!("{SHARE}:{}/{}@{quarter}", part.id(), whole.id()),
            Self::Headline(name) => format!("{HEADLINE}:{name}"),
            Self::Gigawatt(kind) => format!("{GIGAWATT}:{}", kind.id()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::{Baseline, Inputs, run};

    #[test]
    fn a_point_reads_back_from_its_name() {
        let baseline = Baseline::default();
        let inputs = Inputs::base(baseline);
        let trace = Trace::of(baseline, &inputs, 6);
        let headline = Headline::of(&inputs, &run(baseline, &inputs, 6));
        let read = |name: &str| Point::read(&trace, headline.as_ref(), name);
        for id in trace.ids().step_by(7) {
            let cell = trace.cell(id).unwrap();
            let name = name_of(cell.figure, cell.quarter);
            let point = read(&name).unwrap_or_else(|| panic!("{name} is not found"));
            match (cell.figure, &point) {
                (Figure::Reported(output), Point::Reported(of, at)) => {
                    assert_eq!((output, cell.quarter), (*of, Some(*at)));
                }
                _ => assert_eq!(point, Point::Cell(id), "{name}"),
            }
            assert_eq!(point.name(&trace), name);
        }
        for name in [
            "year:aws_revenue@2026Q2",
            "share:managed_revenue/aws_revenue@2026Q1",
            "headline:npv",
            "gigawatt:gpu",
        ] {
            assert_eq!(read(name).unwrap().name(&trace), name);
        }
        for name in [
            "",
            "output:fcf",
            "output:none@2026Q1",
            "output:fcf@2050Q1",
            "input:x",
            "step:none@2026Q1",
            "x:y",
        ] {
            assert_eq!(read(name), None, "{name}");
        }
    }
}
