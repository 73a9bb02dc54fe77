//! The AI chips paid for in each year, from the payment until they no longer earn.

use super::placed::{Placed, left_of};
use buildout_model::{Figures, Inputs, Quarter, Trajectory};

/// A cohort at the end of a quarter. All sums count from the first quarter run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct VintageQuarter {
    /// Paid for chips so far, B$.
    pub paid: f64,
    /// Of that, for chips that wait for power, B$.
    pub waiting: f64,
    /// Of that, put in service so far, B$.
    pub in_service: f64,
    /// Written off in the quarter over the accounting life, B$.
    pub charge: f64,
    /// Written off so far, B$.
    pub depreciated: f64,
    /// Put in service so far, GW of IT.
    pub installed_it: f64,
    /// Of that, still earning, GW of IT.
    pub earning_it: f64,
    /// AI sales of the quarter that rest on it, B$.
    pub sales: f64,
    /// AI sales so far, B$.
    pub sales_so_far: f64,
}

impl VintageQuarter {
    /// What stands in the books, waiting chips included, B$.
    #[must_use]
    pub fn book(&self) -> f64 {
        self.waiting + left_of(self.in_service, self.depreciated)
    }

    /// What no longer earns, GW of IT.
    #[must_use]
    pub fn retired_it(&self) -> f64 {
        self.installed_it - self.earning_it
    }
}

/// The chips paid for in one calendar year; or the opening fleet, whose payments lie before the run.
#[derive(Clone, Debug, PartialEq)]
pub struct Vintage {
    /// The year; none for the opening fleet.
    pub year: Option<i32>,
    /// A quarter of the run each.
    pub quarters: Vec<VintageQuarter>,
}

/// A cohort as it is followed.
#[derive(Clone, Debug, Default)]
struct Cohort {
    quarters: Vec<VintageQuarter>,
    in_service: Placed,
    installed_it: Placed,
    firm_worth: Placed,
    spot_worth: Placed,
}

impl Cohort {
    /// What it earns in a year when all is sold, at this quarter's prices, B$.
    fn worth(&self, lives: &Lives, figures: &Figures<f64>) -> f64 {
        let firm = self.firm_worth.left(lives.economic_quarters, 1.0);
        let spot = self.spot_worth.left(lives.economic_quarters, lives.keep);
        blended(figures, firm, spot)
    }
}

fn blended(figures: &Figures<f64>, firm: f64, spot: f64) -> f64 {
    figures.contracted * firm + (1.0 - figures.contracted) * spot * figures.scarcity
}

/// How long chips last, and how their price falls.
struct Lives {
    accounting_quarters: f64,
    economic_quarters: f64,
    /// What a quarter leaves of a market price.
    keep: f64,
}

/// The vintages of a run, the opening fleet first.
///
/// The chips that wait for power are one pool: what is put in service takes from every year's payments in proportion, as
/// the run itself does.
///
/// ```
/// use buildout_analysis::vintages;
/// use buildout_model::MAX_QUARTERS;
/// use buildout_scenario::Scenario;
///
/// let scenario = Scenario::default();
/// let trajectory = scenario.run(MAX_QUARTERS);
/// let vintages = vintages(scenario.inputs(), &trajectory);
/// let charged: f64 = vintages.iter().filter_map(|vintage| vintage.quarters.last()).map(|last| last.charge).sum();
/// let figures = trajectory.figures().last().ok_or("no quarter")?;
/// assert!((charged - figures.chips_depreciation).abs() < 1e-9 * charged);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn vintages(inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Vec<Vintage> {
    let lives = Lives {
        accounting_quarters: 4.0 * inputs.chip_life_accounting,
        economic_quarters: 4.0 * inputs.chip_life_economic,
        keep: (1.0 - inputs.price_decline).powf(0.25),
    };
    let first_year = trajectory.baseline().first_quarter().year();
    let opening_trainium = inputs.ai_it_start * inputs.trainium_mix_start;
    let opening_worth = inputs.ai_price
        * (inputs.ai_it_start - opening_trainium + opening_trainium * inputs.trainium_rel_perf);
    let mut opening = Vec::new();
    let mut cohorts: Vec<Cohort> = Vec::new();
    let mut waiting_it = 0.0;
    for (place, (quarter, figures)) in trajectory.quarters().enumerate() {
        let of_year = usize::try_from(quarter.year() - first_year).unwrap_or_default();
        while cohorts.len() <= of_year {
            cohorts.push(Cohort::empty(place));
        }
        let on_hand = waiting_it + figures.bought;
        let share = if on_hand > 1e-9 { figures.installed / on_hand } else { 0.0 };
        let paid: Vec<f64> =
            (0..cohorts.len()).map(|at| if at == of_year { figures.chip_capex } else { 0.0 }).collect();
        // What is paid and not yet in service, all of it: what is installed takes from it in proportion.
        let pool: f64 = cohorts.iter().map(Cohort::waiting).sum::<f64>() + figures.chip_capex;
        for (cohort, paid) in cohorts.iter_mut().zip(paid) {
            cohort.advance(figures, &lives, paid, share, pool);
        }
        waiting_it = figures.waiting;

        let left = (1.0 - (place as f64 + 1.0) / lives.economic_quarters).max(0.0);
        let old = opening_worth * left;
        let opening_worth_now = blended(figures, old, old * lives.keep.powi(place as i32 + 1));
        let worths: Vec<f64> = cohorts.iter().map(|cohort| cohort.worth(&lives, figures)).collect();
        let worth = opening_worth_now + worths.iter().sum::<f64>();
        let sales_per_worth = if worth > 0.0 { figures.ai_revenue / worth } else { 0.0 };
        for (cohort, worth) in cohorts.iter_mut().zip(worths) {
            cohort.sell(worth * sales_per_worth);
        }
        let before: f64 = opening.last().map_or(0.0, |before: &VintageQuarter| before.sales_so_far);
        let sales = opening_worth_now * sales_per_worth;
        opening.push(VintageQuarter {
            installed_it: inputs.ai_it_start,
            earning_it: inputs.ai_it_start * left,
            sales,
            sales_so_far: before + sales,
            ..VintageQuarter::default()
        });
    }
    let years = cohorts
        .into_iter()
        .zip(first_year..)
        .map(|(cohort, year)| Vintage { year: Some(year), quarters: cohort.quarters });
    std::iter::once(Vintage { year: None, quarters: opening }).chain(years).collect()
}

impl Cohort {
    /// A cohort of a year that starts after `quarters` of the run.
    fn empty(quarters: usize) -> Self {
        let nothing = || Placed::after(quarters);
        Self {
            quarters: vec![VintageQuarter::default(); quarters],
            in_service: nothing(),
            installed_it: nothing(),
            firm_worth: nothing(),
            spot_worth: nothing(),
        }
    }

    fn waiting(&self) -> f64 {
        self.quarters.last().map_or(0.0, |last| last.waiting)
    }

    /// Pays, puts `share` of what is paid and waits in service, and writes off.
    fn advance(&mut self, figures: &Figures<f64>, lives: &Lives, paid: f64, share: f64, pool: f64) {
        let before = self.quarters.last().copied().unwrap_or_default();
        let mine = before.waiting + paid;
        let in_service = mine * share;
        // A year's part of what is installed is its part of what was paid for: the pool is one.
        let installed_it = if pool > 0.0 { figures.installed * mine / pool } else { 0.0 };
        self.in_service.push(in_service);
        self.installed_it.push(installed_it);
        self.firm_worth.push(installed_it * figures.earns_per_gw);
        self.spot_worth.push(installed_it * figures.earns_per_gw / figures.scarcity);
        let charge = self.in_service.charge(lives.accounting_quarters);
        self.quarters.push(VintageQuarter {
            paid: before.paid + paid,
            // The run forgets what is less than rounding, and so does a cohort.
            waiting: if figures.waiting == 0.0 { 0.0 } else { mine - in_service },
            in_service: before.in_service + in_service,
            charge,
            depreciated: before.depreciated + charge,
            installed_it: before.installed_it + installed_it,
            earning_it: self.installed_it.left(lives.economic_quarters, 1.0),
            sales: 0.0,
            sales_so_far: before.sales_so_far,
        });
    }

    fn sell(&mut self, sales: f64) {
        if let Some(now) = self.quarters.last_mut() {
            now.sales = sales;
            now.sales_so_far += sales;
        }
    }
}

/// When a vintage is written off in the books and when it stops earning, where that lies within the run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VintageEnds {
    /// First quarter at whose end it is written off.
    pub written_off: Option<Quarter>,
    /// First quarter at whose end nothing of it earns.
    pub retired: Option<Quarter>,
}

impl Vintage {
    /// When it ends in the books and in service, but for a thousandth: chips that wait are one pool, so that a little of
    /// every year waits as long as anything does. Before it is paid for nothing ends.
    #[must_use]
    pub fn ends(&self, first: Quarter) -> VintageEnds {
        const LEFT: f64 = 1e-3;
        let is_done = |rest: &dyn Fn(&VintageQuarter) -> f64, whole: &dyn Fn(&VintageQuarter) -> f64| {
            let most = self.quarters.last().map_or(0.0, whole);
            let done = |now: &VintageQuarter| {
                most > 0.0 && whole(now) >= (1.0 - LEFT) * most && rest(now) <= LEFT * most
            };
            self.quarters.iter().position(done).map(|place| first.plus(place as i32))
        };
        VintageEnds {
            written_off: is_done(&VintageQuarter::book, &|now| now.paid),
            retired: is_done(&|now| now.earning_it, &|now| now.installed_it),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::{Input, MAX_QUARTERS};
    use buildout_scenario::Scenario;

    #[test]
    fn lives_end_when_they_should() {
        let mut scenario = Scenario::default();
        scenario.set(Input::ChipLifeAccounting, 5.0).unwrap();
        scenario.set(Input::ChipLifeEconomic, 4.0).unwrap();
        scenario.set(Input::MaxWaiting, 0.0).unwrap();
        let trajectory = scenario.run(MAX_QUARTERS);
        let vintages = vintages(scenario.inputs(), &trajectory);
        let first = scenario.baseline().first_quarter();
        let of = |year| vintages.iter().find(|vintage| vintage.year == Some(year)).unwrap().ends(first);
        // What is bought in the last quarter of 2026 earns for 16 quarters and is charged for 20.
        assert_eq!(of(2026).retired.unwrap().to_string(), "2030Q4");
        assert_eq!(of(2026).written_off.unwrap().to_string(), "2031Q3");
        assert_eq!(of(2034), VintageEnds { written_off: None, retired: None });
    }
}
