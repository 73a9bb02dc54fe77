//! Step 11: from operating income to free cash flow, cash and debt.

use super::depreciation::Charges;
use crate::{
    fixed::{CAPITAL_SEASON, CAPITAL_SEASON_SALES},
    growth::Compound,
    input::Inputs,
    now::Now,
    number::Number,
};

/// Cash and debt at quarter end, B$.
pub(crate) struct Cash<N> {
    other_da: Compound<N>,
    pub(crate) cash: N,
    pub(crate) debt: N,
}

/// What the quarter spends and earns, as far as cash needs it, B$.
pub(crate) struct Flows<N> {
    pub(crate) sales: N,
    pub(crate) operating_income: N,
    pub(crate) capex: N,
    pub(crate) core_capex: N,
    pub(crate) chip_capex: N,
}

/// The cash-flow statement of a quarter, B$.
#[derive(Clone, Copy)]
pub(crate) struct Statement<N> {
    pub(crate) depreciation: N,
    pub(crate) stock_compensation: N,
    pub(crate) interest: N,
    pub(crate) tax: N,
    pub(crate) working_capital: N,
    pub(crate) ocf: N,
    pub(crate) fcf: N,
    pub(crate) returned: N,
}

impl<N: Number> Cash<N> {
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        Self {
            other_da: Compound::per_year("other_da_factor", inputs.other_da_growth + 1.0),
            cash: inputs.cash_start,
            debt: inputs.debt_start,
        }
    }

    pub(crate) fn advance(
        &mut self,
        now: &Now<'_, N>,
        flows: &Flows<N>,
        charges: &Charges<N>,
    ) -> Statement<N> {
        let &Now { inputs, quarter, place, .. } = now;
        let Flows { sales, operating_income, capex, core_capex, chip_capex } = *flows;
        let depreciation = charges.aws + inputs.other_da_start * self.other_da.advance();
        let stock_compensation = inputs.sbc_share * sales;
        let interest = (self.cash * inputs.cash_yield - self.debt * inputs.debt_cost) / 4.0;
        let expensed_at_once =
            (core_capex + chip_capex - charges.chips - charges.finished_servers - charges.core)
                .named("expensed_at_once");
        let taxable =
            (operating_income + interest - inputs.bonus_depreciation * expensed_at_once).named("taxable");
        let tax = (inputs.tax_rate * taxable).or_zero();
        let season =
            (sales * quarter.of_season(&CAPITAL_SEASON) / CAPITAL_SEASON_SALES).named("capital_season");
        let severance = if place < 2 { inputs.severance_cash / 2.0 } else { N::of(0.0) };
        let working_capital = inputs.working_capital_share * sales + season - severance;
        let ocf = operating_income + depreciation + stock_compensation + interest - tax + working_capital;
        let fcf = ocf - capex;

        let cash = (self.cash + fcf - (inputs.stakes + inputs.lease_principal) / 4.0).named("cash_left");
        let borrowed = (inputs.min_cash - cash).or_zero().named("borrowed");
        let cash = cash.max(inputs.min_cash);
        let debt = self.debt + borrowed;
        let excess = (cash - inputs.cash_target.max(inputs.min_cash)).or_zero().named("excess");
        let repaid = excess.min((debt - inputs.debt_start).or_zero()).named("repaid");
        self.cash = cash - excess;
        self.debt = debt - repaid;
        let returned = excess - repaid;

        Statement { depreciation, stock_compensation, interest, tax, working_capital, ocf, fcf, returned }
    }
}
