//! The identities that a run must keep, each with how far it is from keeping them.

use crate::vintages::{Plant, PlantVintage, Vintage, VintageQuarter, plant_vintages, vintages};
use buildout_model::{Figures, Inputs, Output, Quarter, Trajectory};

/// What must be true of every quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Identity {
    /// Free cash flow is operating cash flow less CapEx.
    FreeCashFlow,
    /// CapEx is chips, facilities, core servers and everything else.
    Capex,
    /// CapEx is no more than the budget, or what was committed.
    CapexWithinPlan,
    /// AWS sales are the core, the three parts of AI, and developer tools.
    AwsSales,
    /// Sales are AWS, advertising and stores.
    Sales,
    /// Operating income is that of AWS and of all else.
    OperatingIncome,
    /// Cash rolls forward: free cash flow, stakes, leases, debt, and what is returned.
    Cash,
    /// The AI build's running total is the sum of its cash flow.
    RunningTotal,
    /// The AI fleet is GPU and Trainium.
    Fleet,
    /// The AI fleet is what is left of the opening one and of every vintage.
    FleetRollForward,
    /// Depreciation of chips is what every vintage is written off by.
    DepreciationRollForward,
    /// Depreciation of AWS is what every year's chips, facilities and core servers, and the opening books, are written off
    /// by.
    AwsDepreciationRollForward,
    /// Power is what was energised of the orders of every year.
    PowerRollForward,
    /// Energised room is core, AI and free.
    Room,
    /// No more is installed than there is room for.
    Installed,
    /// Use is no higher than it can be.
    Use,
    /// No stock and no charge is below zero.
    NotBelowZero,
}

impl Identity {
    /// Every identity, from cash to chips.
    pub const ALL: [Identity; 17] = [
        Identity::FreeCashFlow,
        Identity::Capex,
        Identity::CapexWithinPlan,
        Identity::AwsSales,
        Identity::Sales,
        Identity::OperatingIncome,
        Identity::Cash,
        Identity::RunningTotal,
        Identity::Fleet,
        Identity::FleetRollForward,
        Identity::DepreciationRollForward,
        Identity::AwsDepreciationRollForward,
        Identity::PowerRollForward,
        Identity::Room,
        Identity::Installed,
        Identity::Use,
        Identity::NotBelowZero,
    ];

    /// The name used in the page's hooks.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Identity::FreeCashFlow => "free-cash-flow",
            Identity::Capex => "capex",
            Identity::CapexWithinPlan => "capex-within-plan",
            Identity::AwsSales => "aws-sales",
            Identity::Sales => "sales",
            Identity::OperatingIncome => "operating-income",
            Identity::Cash => "cash",
            Identity::RunningTotal => "running-total",
            Identity::Fleet => "fleet",
            Identity::FleetRollForward => "fleet-roll-forward",
            Identity::DepreciationRollForward => "depreciation-roll-forward",
            Identity::AwsDepreciationRollForward => "aws-depreciation-roll-forward",
            Identity::PowerRollForward => "power-roll-forward",
            Identity::Room => "room",
            Identity::Installed => "installed",
            Identity::Use => "use",
            Identity::NotBelowZero => "not-below-zero",
        }
    }
}

/// An identity holds where it is kept to a billionth of the larger side, or of 1.
pub const RECONCILED: f64 = 1e-9;

/// How far a run is from keeping an identity, in the quarter in which it is furthest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Residual {
    /// The identity.
    pub identity: Identity,
    /// The difference of its sides over the larger of them, or over 1; infinite where a side is no number.
    pub residual: f64,
    /// The quarter.
    pub quarter: Quarter,
}

impl Residual {
    /// Whether the identity holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.residual <= RECONCILED
    }
}

/// What must never be below zero.
const STOCKS_AND_CHARGES: [Output; 17] = [
    Output::Power,
    Output::ItRoom,
    Output::CoreIt,
    Output::AiIt,
    Output::TrainiumIt,
    Output::GpuIt,
    Output::Waiting,
    Output::Backlog,
    Output::Cash,
    Output::Debt,
    Output::Returned,
    Output::AiBook,
    Output::AwsDepreciation,
    Output::ChipsDepreciation,
    Output::Bought,
    Output::Installed,
    Output::ShellsOrdered,
];

/// What a quarter is held against.
struct Before {
    cash: f64,
    debt: f64,
    running_total: f64,
}

/// The cohorts that a run is held against.
struct Cohorts {
    chips: Vec<Vintage>,
    plant: Plant,
}

impl Cohorts {
    fn of(inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Self {
        Self { chips: vintages(inputs, trajectory), plant: plant_vintages(inputs, trajectory) }
    }

    /// The sum over the chips of every year, and the opening fleet.
    fn of_chips(&self, place: usize, figure: impl Fn(&VintageQuarter) -> f64) -> f64 {
        self.chips.iter().filter_map(|vintage| vintage.quarters.get(place)).map(figure).sum()
    }

    /// Everything that is written off, B$ a quarter.
    fn charge(&self, place: usize) -> f64 {
        let of = |plant: &[PlantVintage]| -> f64 {
            plant.iter().filter_map(|vintage| vintage.quarters.get(place)).map(|now| now.charge).sum()
        };
        let opening = self.plant.opening_charge.get(place).copied().unwrap_or(0.0);
        opening + self.of_chips(place, |now| now.charge) + of(&self.plant.facilities) + of(&self.plant.core)
    }

    /// Energised power, GW.
    fn power(&self, place: usize) -> f64 {
        let now = self.plant.facilities.iter().filter_map(|vintage| vintage.quarters.get(place));
        now.map(|now| now.energised_power).sum()
    }
}

fn equal(a: f64, b: f64) -> f64 {
    let residual = (a - b).abs() / a.abs().max(b.abs()).max(1.0);
    if residual.is_finite() { residual } else { f64::INFINITY }
}

fn at_most(a: f64, b: f64) -> f64 {
    if a <= b { 0.0 } else { equal(a, b) }
}

/// Checks every identity of a run in every quarter. None of a run without quarters.
///
/// ```
/// use buildout_analysis::{Residual, reconcile};
/// use buildout_scenario::Scenario;
///
/// let scenario = Scenario::default();
/// assert!(reconcile(scenario.inputs(), &scenario.run(41)).iter().all(Residual::holds));
/// ```
#[must_use]
pub fn reconcile(inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Vec<Residual> {
    let cohorts = Cohorts::of(inputs, trajectory);
    let mut before = Before { cash: inputs.cash_start, debt: inputs.debt_start, running_total: 0.0 };
    let mut worst: Vec<Residual> = Vec::with_capacity(Identity::ALL.len());
    for (place, (quarter, now)) in trajectory.quarters().enumerate() {
        for (at, identity) in Identity::ALL.into_iter().enumerate() {
            let residual = residual(identity, inputs, now, &before, (&cohorts, place));
            match worst.get_mut(at) {
                Some(worst) if worst.residual >= residual => {}
                Some(worst) => *worst = Residual { identity, residual, quarter },
                None => worst.push(Residual { identity, residual, quarter }),
            }
        }
        before = Before { cash: now.cash, debt: now.debt, running_total: now.programme_total };
    }
    worst
}

fn residual(
    identity: Identity,
    inputs: &Inputs<f64>,
    now: &Figures<f64>,
    before: &Before,
    (cohorts, place): (&Cohorts, usize),
) -> f64 {
    let committed = now.facility_capex + now.core_capex + now.other_capex;
    match identity {
        Identity::FreeCashFlow => equal(now.fcf, now.ocf - now.capex),
        Identity::Capex => equal(now.capex, now.chip_capex + committed),
        Identity::CapexWithinPlan => at_most(now.capex, now.capex_plan.max(committed)),
        Identity::AwsSales => {
            let ai = now.training_revenue + now.raw_inference_revenue + now.managed_revenue;
            equal(now.aws_revenue, now.core_revenue + ai + now.developer_tools_revenue)
        }
        Identity::Sales => equal(now.sales, now.aws_revenue + now.ads_revenue + now.stores_revenue),
        Identity::OperatingIncome => {
            equal(now.operating_income, now.aws_operating_income + now.other_operating_income)
        }
        Identity::Cash => {
            let outside = (inputs.stakes + inputs.lease_principal) / 4.0;
            equal(now.cash, before.cash + now.fcf - outside + (now.debt - before.debt) - now.returned)
        }
        Identity::RunningTotal => equal(now.programme_total, before.running_total + now.programme),
        Identity::Fleet => equal(now.ai_it, now.gpu_it + now.trainium_it),
        Identity::FleetRollForward => equal(now.ai_it, cohorts.of_chips(place, |now| now.earning_it)),
        Identity::DepreciationRollForward => {
            equal(now.chips_depreciation, cohorts.of_chips(place, |now| now.charge))
        }
        Identity::AwsDepreciationRollForward => equal(now.aws_depreciation, cohorts.charge(place)),
        Identity::PowerRollForward => equal(now.power, cohorts.power(place)),
        Identity::Room => equal(now.it_room, now.core_it + now.ai_it + now.free_it),
        Identity::Installed => at_most(now.installed, now.limit_power),
        Identity::Use => at_most(now.r#use, inputs.utilisation),
        Identity::NotBelowZero => {
            let below = |output: &Output| at_most(0.0, now.get(*output));
            STOCKS_AND_CHARGES.iter().map(below).fold(0.0, f64::max)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::MAX_QUARTERS;
    use buildout_scenario::Scenario;

    /// Each identity must notice when a figure that it is about is wrong.
    #[test]
    fn a_wrong_figure_is_noticed_by_its_identity() {
        let scenario = Scenario::default();
        let inputs = scenario.inputs();
        let trajectory = scenario.run(MAX_QUARTERS);
        let cohorts = Cohorts::of(inputs, &trajectory);
        let figures = trajectory.figures();
        let place = 20;
        let before = Before {
            cash: figures[place - 1].cash,
            debt: figures[place - 1].debt,
            running_total: figures[place - 1].programme_total,
        };
        let of = |identity, now: &Figures<f64>| residual(identity, inputs, now, &before, (&cohorts, place));
        for (identity, spoil) in [
            (
                Identity::FreeCashFlow,
                &(|now: &mut Figures<f64>| now.fcf += 1.0) as &dyn Fn(&mut Figures<f64>),
            ),
            (Identity::Capex, &|now| now.chip_capex += 1.0),
            (Identity::CapexWithinPlan, &|now| now.capex = now.capex_plan + 1.0),
            (Identity::AwsSales, &|now| now.managed_revenue -= 1.0),
            (Identity::Sales, &|now| now.stores_revenue += 1.0),
            (Identity::OperatingIncome, &|now| now.other_operating_income += 1.0),
            (Identity::Cash, &|now| now.returned += 1.0),
            (Identity::RunningTotal, &|now| now.programme += 1.0),
            (Identity::Fleet, &|now| now.gpu_it += 0.1),
            (Identity::FleetRollForward, &|now| now.ai_it += 0.1),
            (Identity::DepreciationRollForward, &|now| now.chips_depreciation += 0.1),
            (Identity::AwsDepreciationRollForward, &|now| now.aws_depreciation += 0.1),
            (Identity::PowerRollForward, &|now| now.power -= 0.1),
            (Identity::Room, &|now| now.free_it += 0.1),
            (Identity::Installed, &|now| now.installed = now.limit_power + 0.1),
            (Identity::Use, &|now| now.r#use = 1.5),
            (Identity::NotBelowZero, &|now| now.waiting = -0.1),
        ] {
            let mut now = figures[place];
            assert!(of(identity, &now) <= RECONCILED, "{identity:?}");
            spoil(&mut now);
            assert!(of(identity, &now) > 1e-3, "{identity:?} does not notice");
        }
        let mut now = figures[place];
        now.fcf = f64::NAN;
        assert_eq!(of(Identity::FreeCashFlow, &now), f64::INFINITY);
    }
}
