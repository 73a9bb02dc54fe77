//! What every sheet is written from.

use crate::{layout::Layout, request::Request, sheet::Sheet, style::Styles};
use buildout_model::{Headline, Output, Quarter, Trajectory};
use buildout_scenario::Language;
use buildout_trace::{Figure, Trace};

/// The run, where everything stands, and how it looks.
pub(crate) struct Plan<'a> {
    pub(crate) request: &'a Request<'a>,
    pub(crate) trace: &'a Trace,
    pub(crate) trajectory: &'a Trajectory<f64>,
    pub(crate) headline: &'a Headline,
    pub(crate) layout: Layout,
    pub(crate) styles: Styles,
}

impl Plan<'_> {
    /// The language of everything written.
    pub(crate) fn language(&self) -> Language {
        self.request.language
    }

    /// The text in that language.
    pub(crate) fn pick<'t>(&self, english: &'t str, chinese: &'t str) -> &'t str {
        self.language().pick(english, chinese)
    }

    /// The label of a figure.
    pub(crate) fn label(&self, figure: Figure) -> String {
        match self.language() {
            Language::English => figure.label_en(),
            Language::Chinese => figure.label_zh(),
        }
    }

    /// The quarters run.
    pub(crate) fn quarters(&self) -> Vec<Quarter> {
        self.trajectory.quarters().map(|(quarter, _)| quarter).collect()
    }

    /// The model's cell of an output, as written on another sheet; none for a quarter that is not run.
    pub(crate) fn output(&self, output: Output, quarter: Quarter) -> Option<String> {
        self.trajectory.at(quarter)?;
        let (row, column) = self.layout.model(Figure::Output(output), Some(quarter))?;
        Some(Sheet::Model.cell(self.language(), row, column))
    }

    /// The model's cells of an output over quarters, as written on another sheet.
    pub(crate) fn series(&self, output: Output, from: Quarter, to: Quarter) -> Option<String> {
        let (row, first) = self.layout.model(Figure::Output(output), Some(from))?;
        let (_, last) = self.layout.model(Figure::Output(output), Some(to))?;
        Some(Sheet::Model.range(self.language(), (row, first), (row, last)))
    }
}
