//! Why there is no workbook.

use buildout_model::MAX_QUARTERS;
use core::fmt;
use rust_xlsxwriter::XlsxError;

/// Why there is no workbook.
#[derive(Debug)]
pub enum WorkbookError {
    /// A run of that many quarters is none, or longer than the model goes.
    Quarters(usize),
    /// This is not a date such as 2026-01-31.
    Date(String),
    /// The file format does not take it.
    Format(XlsxError),
}

impl fmt::Display for WorkbookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WorkbookError::Quarters(quarters) => {
                write!(f, "a workbook of {quarters} quarters: 1 to {MAX_QUARTERS} can be run")
            }
            WorkbookError::Date(text) => write!(f, "'{text}' is not a date such as 2026-01-31"),
            WorkbookError::Format(error) => write!(f, "the workbook cannot be written: {error}"),
        }
    }
}

impl std::error::Error for WorkbookError {}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        WorkbookError::Format(error)
    }
}
