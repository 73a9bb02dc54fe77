//! How cells look: formats by what they hold and by unit.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const INK: Color = Color::RGB(0x0020_2020);
const HEAD: Color = Color::RGB(0x00DC_E6F1);
const STEP: Color = Color::RGB(0x00EE_EEEE);
/// The usual colour of cells that are there to be changed.
const CHANGE: Color = Color::RGB(0x00FF_F2CC);
const QUIET: Color = Color::RGB(0x0070_7070);

/// The formats of the workbook.
pub(crate) struct Styles {
    pub(crate) title: Format,
    pub(crate) text: Format,
    pub(crate) quiet: Format,
    pub(crate) head: Format,
    pub(crate) head_right: Format,
    /// A column past the run.
    pub(crate) head_ahead: Format,
    pub(crate) step: Format,
    pub(crate) strong: Format,
    pub(crate) changed: Format,
    /// Text beside a column of numbers.
    pub(crate) beside: Format,
    /// Text that stands where a number would.
    pub(crate) right: Format,
    plain: Format,
}

impl Default for Styles {
    fn default() -> Self {
        let plain = Format::new().set_font_color(INK);
        let head = plain.clone().set_bold().set_background_color(HEAD).set_border_bottom(FormatBorder::Thin);
        let head_right = head.clone().set_align(FormatAlign::Right);
        Self {
            title: plain.clone().set_bold().set_font_size(14.0),
            text: plain.clone().set_text_wrap().set_align(FormatAlign::Top),
            quiet: plain.clone().set_font_color(QUIET),
            head_ahead: head_right.clone().set_font_color(QUIET).set_italic(),
            head,
            head_right,
            step: plain.clone().set_bold().set_background_color(STEP),
            strong: plain.clone().set_bold().set_align(FormatAlign::Top),
            changed: Format::new().set_bold(),
            beside: plain.clone().set_indent(1),
            right: plain.clone().set_align(FormatAlign::Right),
            plain,
        }
    }
}

impl Styles {
    /// Plain text in one line.
    pub(crate) fn plain(&self) -> &Format {
        &self.plain
    }

    /// A computed number.
    pub(crate) fn number(&self, unit: &str) -> Format {
        self.plain.clone().set_num_format(number_format(unit))
    }

    /// A number as it was given, with all its digits.
    pub(crate) fn given(&self, unit: &str) -> Format {
        self.plain.clone().set_num_format(given_format(unit))
    }

    /// A number that is there to be changed.
    pub(crate) fn to_change(&self, unit: &str) -> Format {
        self.given(unit).set_background_color(CHANGE).set_border(FormatBorder::Hair)
    }
}

fn is_share(unit: &str) -> bool {
    matches!(unit, "share" | "share/yr")
}

fn number_format(unit: &str) -> &'static str {
    match unit {
        _ if is_share(unit) => "0.0%",
        "B$" | "B$/quarter" | "B$/yr" => "#,##0.00",
        "limit" | "year" => "0",
        "years" => "0.00",
        "developer-years" => "#,##0",
        _ => "#,##0.000",
    }
}

fn given_format(unit: &str) -> &'static str {
    if is_share(unit) { "0.0##%" } else { "General" }
}
