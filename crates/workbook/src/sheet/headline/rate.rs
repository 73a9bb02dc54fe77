//! The rate of return of the AI build, by halving the stretch in which it lies.
//!
//! The spreadsheet's own `IRR` starts from a guess and often does not arrive, and then shows an error; this always does,
//! and by the engine's rule: none unless the flows are worth something at −95 % and cost something at 1000 %.

use super::flows::{Flows, power};
use rust_xlsxwriter::{Formula, Worksheet, XlsxError, utility::row_col_to_cell};

const LOWEST: f64 = -0.95;
const HIGHEST: f64 = 10.0;
/// Halvings after which nothing is left of the stretch but rounding.
const HALVINGS: u32 = 56;

const LOW: u16 = 0;
const HIGH: u16 = 1;
const MIDDLE: u16 = 2;
const WORTH: u16 = 3;

/// The table of halvings on the headline's sheet.
pub(super) struct RateSearch<'a> {
    pub(super) flows: &'a Flows<'a>,
    pub(super) first_row: u32,
}

impl RateSearch<'_> {
    /// The rate, or that there is none.
    pub(super) fn rate(&self, none: &str) -> String {
        let worth = |rate: f64| self.flows.worth_at(&format!("({rate})"));
        let found = row_col_to_cell(self.first_row + HALVINGS - 1, MIDDLE);
        format!("IF(AND({}>0,{}<0),{found},\"{none}\")", worth(LOWEST), worth(HIGHEST))
    }

    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let Self { flows, first_row } = *self;
        let plan = flows.plan;
        let styles = &plan.styles;
        let title = plan.pick(
            "Rate of return: the rate at which the flows with closing value are worth nothing, by halving",
            "收益率：使含期末价值的现金流现值为零的利率（二分法）",
        );
        sheet.write_string_with_format(first_row - 2, LOW, title, &styles.strong)?;
        let heads = [
            (LOW, plan.pick("Above", "高于")),
            (HIGH, plan.pick("Below", "低于")),
            (MIDDLE, plan.pick("Middle", "中点")),
            (WORTH, plan.pick("Worth at the middle", "中点现值")),
        ];
        for (column, head) in heads {
            sheet.write_string_with_format(first_row - 1, column, head, &styles.head_right)?;
        }
        let (rate, money) = (styles.number("share"), styles.number("B$"));
        let worth_at = |rate| plan.trajectory.npv(rate).unwrap_or(f64::NAN) * power(1.0 + rate, 0.25);
        let (mut low, mut high) = (LOWEST, HIGHEST);
        for row in first_row..first_row + HALVINGS {
            let cell = |column| row_col_to_cell(row, column);
            let before = |column| row_col_to_cell(row - 1, column);
            let (low_formula, high_formula) = if row == first_row {
                (LOWEST.to_string(), HIGHEST.to_string())
            } else {
                let (middle, worth) = (before(MIDDLE), before(WORTH));
                (
                    format!("IF({worth}>0,{middle},{})", before(LOW)),
                    format!("IF({worth}>0,{},{middle})", before(HIGH)),
                )
            };
            let middle = (low + high) / 2.0;
            let worth = worth_at(middle);
            let formulas = [
                (LOW, low_formula, low, &rate),
                (HIGH, high_formula, high, &rate),
                (MIDDLE, format!("({}+{})/2", cell(LOW), cell(HIGH)), middle, &rate),
                (WORTH, flows.worth_at(&cell(MIDDLE)), worth, &money),
            ];
            for (column, formula, value, style) in formulas {
                let formula = Formula::new(formula).set_result(format!("{value:?}"));
                sheet.write_formula_with_format(row, column, formula, style)?;
            }
            if worth > 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        Ok(())
    }
}
