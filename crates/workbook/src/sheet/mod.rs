//! The sheets, a file each, and what they are called.

pub(crate) mod about;
pub(crate) mod check;
pub(crate) mod headline;
pub(crate) mod inputs;
pub(crate) mod model;
pub(crate) mod reported;

use buildout_scenario::Language;
use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};

/// A sheet of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    About,
    Headline,
    Inputs,
    Reported,
    Model,
    Check,
}

impl Sheet {
    /// Every sheet, in the order of the tabs.
    pub(crate) const ALL: [Sheet; 6] =
        [Sheet::About, Sheet::Headline, Sheet::Inputs, Sheet::Reported, Sheet::Model, Sheet::Check];

    /// What its tab says.
    pub(crate) fn name(self, language: Language) -> &'static str {
        match self {
            Sheet::About => language.pick("About", "说明"),
            Sheet::Headline => language.pick("Headline", "要点"),
            Sheet::Inputs => language.pick("Inputs", "输入"),
            Sheet::Reported => language.pick("Reported", "已公布"),
            Sheet::Model => language.pick("Model", "模型"),
            Sheet::Check => language.pick("Check", "核对"),
        }
    }

    /// The sheet as formulas of other sheets name it.
    fn prefix(self, language: Language) -> String {
        let name = self.name(language);
        language.pick(format!("{name}!"), format!("'{name}'!"))
    }

    /// A cell, from another sheet.
    pub(crate) fn cell(self, language: Language, row: u32, column: u16) -> String {
        self.prefix(language) + &row_col_to_cell(row, column)
    }

    /// A cell that stays the same wherever the formula is copied, from another sheet.
    pub(crate) fn fixed_cell(self, language: Language, row: u32, column: u16) -> String {
        self.prefix(language) + &row_col_to_cell_absolute(row, column)
    }

    /// A range, from another sheet.
    pub(crate) fn range(self, language: Language, from: (u32, u16), to: (u32, u16)) -> String {
        let (from, to) = (row_col_to_cell_absolute(from.0, from.1), row_col_to_cell_absolute(to.0, to.1));
        format!("{}{from}:{to}", self.prefix(language))
    }
}
