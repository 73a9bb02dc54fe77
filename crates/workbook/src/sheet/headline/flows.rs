//! The cash flows of the AI build, quarter by quarter, from which its worth is computed.

use crate::plan::Plan;
use buildout_model::{Input, Number, Output};
use rust_xlsxwriter::{
    Formula, Worksheet, XlsxError,
    utility::{row_col_to_cell, row_col_to_cell_absolute},
};

const QUARTER: u16 = 0;
const YEARS: u16 = 1;
const PROGRAMME: u16 = 2;
const CLOSING: u16 = 3;
const FLOW: u16 = 4;
const FACTOR: u16 = 5;
const TOTAL: u16 = 6;
const IS_BACK: u16 = 7;

/// A power with the same bits natively and in a browser, which the standard library's has not.
pub(super) fn power(base: f64, exponent: f64) -> f64 {
    Number::powf(base, exponent)
}

/// The table of flows on the headline's sheet.
pub(super) struct Flows<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) first_row: u32,
}

impl Flows<'_> {
    fn count(&self) -> u32 {
        self.plan.trajectory.figures().len() as u32
    }

    /// A column of the table.
    fn column(&self, column: u16) -> String {
        let last = self.first_row + self.count().saturating_sub(1);
        let (from, to) =
            (row_col_to_cell_absolute(self.first_row, column), row_col_to_cell_absolute(last, column));
        format!("{from}:{to}")
    }

    pub(super) fn npv(&self) -> String {
        format!("SUMPRODUCT({},{})", self.column(FLOW), self.column(FACTOR))
    }

    pub(super) fn npv_without_book(&self) -> String {
        format!("SUMPRODUCT({},{})", self.column(PROGRAMME), self.column(FACTOR))
    }

    /// What the flows with their closing value are worth at a yearly rate, at the time of the first.
    pub(super) fn worth_at(&self, rate: &str) -> String {
        format!("SUMPRODUCT({},POWER(1+{rate},0.25-{}))", self.column(FLOW), self.column(YEARS))
    }

    /// The first row below the table.
    pub(super) fn end(&self) -> u32 {
        self.first_row + self.count()
    }

    pub(super) fn payback_quarter(&self, none: &str) -> String {
        let (quarters, is_back) = (self.column(QUARTER), self.column(IS_BACK));
        format!("IFERROR(INDEX({quarters},MATCH(1,{is_back},0),1),\"{none}\")")
    }

    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let Self { plan, first_row } = *self;
        let styles = &plan.styles;
        let title = plan.pick("Cash flows of the AI build, B$", "AI 建设现金流（十亿美元）");
        sheet.write_string_with_format(first_row - 2, QUARTER, title, &styles.strong)?;
        let heads = [
            plan.pick("Quarter", "季度"),
            plan.pick("Years from the start", "距期初年数"),
            plan.pick("AI build cash flow", "AI 建设现金流"),
            plan.pick("Closing value", "期末价值"),
            plan.pick("With closing value", "含期末价值"),
            plan.pick("Discount factor", "折现系数"),
            plan.pick("Cash to date", "累计现金流"),
            plan.pick("Back at 0", "已回本"),
        ];
        for (head, column) in heads.into_iter().zip(QUARTER..) {
            let style = if column == QUARTER { &styles.head } else { &styles.head_right };
            sheet.write_string_with_format(first_row - 1, column, head, style)?;
        }
        let total = self.column(TOTAL);
        let money = styles.number("B$");
        let discount_rate = plan.request.scenario.get(Input::DiscountRate);
        let low = plan.trajectory.series(Output::ProgrammeTotal).enumerate();
        let low = low.reduce(|low, next| if next.1 < low.1 { next } else { low });
        let count = plan.trajectory.figures().len();
        for (((quarter, figures), place), row) in plan.trajectory.quarters().zip(0..).zip(first_row..) {
            let years = (place as f64 + 1.0) / 4.0;
            let cell = |column| row_col_to_cell(row, column);
            sheet.write_string_with_format(row, QUARTER, quarter.to_string(), styles.plain())?;
            sheet.write_number_with_format(row, YEARS, years, &styles.number("years"))?;
            let output = |output| plan.output(output, quarter).unwrap_or_else(|| "#REF!".into());
            let is_last = place + 1 == count;
            let closing = if is_last { figures.ai_book - figures.tax_deferred } else { 0.0 };
            let closing_formula = if is_last {
                format!("{}-{}", output(Output::AiBook), output(Output::TaxDeferred))
            } else {
                "0".into()
            };
            let is_back =
                low.is_some_and(|(at, low)| low < 0.0 && place > at && figures.programme_total >= 0.0);
            let formulas = [
                (PROGRAMME, output(Output::Programme), figures.programme, &money),
                (CLOSING, closing_formula, closing, &money),
                (FLOW, format!("{}+{}", cell(PROGRAMME), cell(CLOSING)), figures.programme + closing, &money),
                (
                    FACTOR,
                    format!("POWER(1+discount_rate,0-{})", cell(YEARS)),
                    power(1.0 + discount_rate, -years),
                    &styles.number("ratio"),
                ),
                (TOTAL, output(Output::ProgrammeTotal), figures.programme_total, &money),
                (
                    IS_BACK,
                    format!(
                        "IF(AND(MIN({total})<0,ROW()-{first_row}>MATCH(MIN({total}),{total},0),{}>=0),1,0)",
                        cell(TOTAL)
                    ),
                    f64::from(u8::from(is_back)),
                    &styles.number("limit"),
                ),
            ];
            for (column, formula, value, style) in formulas {
                let formula = Formula::new(formula).set_result(format!("{value:?}"));
                sheet.write_formula_with_format(row, column, formula, style)?;
            }
        }
        Ok(())
    }
}
