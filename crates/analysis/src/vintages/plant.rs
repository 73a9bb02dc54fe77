//! Facilities and core servers paid for in each year, from the payment until they are written off.
//!
//! The model retires neither: energised power stays, and so does the core cloud's IT. What stood before the run is a cohort
//! of its own, because what was paid for it is not known.

use super::placed::{Placed, left_of};
use buildout_model::{Inputs, Quarter, Trajectory};

/// A cohort of plant at the end of a quarter. All sums count from the first quarter run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PlantQuarter {
    /// Paid so far, B$.
    pub paid: f64,
    /// Of that, for power that is not energised yet, B$, at the prices that were paid. Core servers do not wait.
    pub waiting: f64,
    /// Power ordered so far, GW; none of core servers.
    pub ordered_power: f64,
    /// Of that, energised, GW.
    pub energised_power: f64,
    /// Entered the books so far, B$: facilities at the price of the day on which their power is energised, so that what
    /// was paid and what is written off differ by the drift of that price.
    pub in_service: f64,
    /// Written off in the quarter, B$.
    pub charge: f64,
    /// Written off so far, B$.
    pub depreciated: f64,
}

impl PlantQuarter {
    /// What stands in the books of what is in service, B$.
    #[must_use]
    pub fn book(&self) -> f64 {
        left_of(self.in_service, self.depreciated)
    }

    /// In service one step further: `entered` is what enters the books, B$.
    fn after(self, entered: f64, charge: f64) -> Self {
        Self { in_service: self.in_service + entered, charge, depreciated: self.depreciated + charge, ..self }
    }
}

/// Plant paid for in one calendar year; or what was ordered before the run.
#[derive(Clone, Debug, PartialEq)]
pub struct PlantVintage {
    /// The year; none for what was ordered before the run.
    pub year: Option<i32>,
    /// A quarter of the run each.
    pub quarters: Vec<PlantQuarter>,
}

impl PlantVintage {
    /// The first quarter at whose end it is all in service and written off, but for a thousandth; none within the run.
    #[must_use]
    pub fn written_off(&self, first: Quarter) -> Option<Quarter> {
        const LEFT: f64 = 1e-3;
        let most = self.quarters.last().map_or(0.0, |last| last.in_service);
        let is_done = |now: &PlantQuarter| {
            most > 0.0
                && now.waiting <= LEFT * now.paid
                && now.in_service >= most
                && now.book() <= LEFT * most
        };
        self.quarters.iter().position(is_done).map(|place| first.plus(place as i32))
    }
}

/// All plant of AWS but AI chips.
#[derive(Clone, Debug, PartialEq)]
pub struct Plant {
    /// Shells, power and cooling by year of payment, what was ordered before the run first.
    pub facilities: Vec<PlantVintage>,
    /// Servers of the core cloud by year of payment.
    pub core: Vec<PlantVintage>,
    /// What is written off each quarter of what stood in the books when the run starts, construction in progress
    /// included, B$.
    pub opening_charge: Vec<f64>,
}

/// Facilities and core servers of a run by year of payment.
///
/// ```
/// use buildout_analysis::plant_vintages;
/// use buildout_scenario::Scenario;
///
/// let scenario = Scenario::default();
/// let trajectory = scenario.run(20);
/// let plant = plant_vintages(scenario.inputs(), &trajectory);
/// let last = trajectory.figures().last().ok_or("no quarter")?;
/// let energised: f64 =
///     plant.facilities.iter().filter_map(|vintage| vintage.quarters.last()).map(|last| last.energised_power).sum();
/// assert!((energised - last.power).abs() < 1e-9 * last.power);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn plant_vintages(inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Plant {
    Plant {
        facilities: facilities(inputs, trajectory),
        core: core(inputs, trajectory),
        opening_charge: opening_charge(inputs, trajectory.figures().len()),
    }
}

/// An order of power: placed in a quarter, planned for another.
struct Ordered {
    /// Place of the quarter in which it was ordered and paid; negative before the run.
    placed: i32,
    /// Place of the quarter in which it is built, if nothing slips.
    built: usize,
    power_gw: f64,
}

/// All that is built within the run, by when it was ordered: the plan of a quarter is ordered a lead time before.
fn orders(inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Vec<Ordered> {
    let whole = inputs.facility_lead.floor();
    let fraction = inputs.facility_lead - whole;
    let lead = whole as i32;
    let figures = trajectory.figures();
    let share_ordered = |placed: i32| {
        usize::try_from(placed).map_or(1.0, |at| figures.get(at).map_or(0.0, |now| now.shells_ordered))
    };
    let built = figures.iter().enumerate().flat_map(|(built, now)| {
        [(lead, 1.0 - fraction), (lead + 1, fraction)].map(|(lead, part)| {
            let placed = built as i32 - lead;
            Ordered { placed, built, power_gw: now.power_planned * part * share_ordered(placed) }
        })
    });
    built.collect()
}

fn facilities(inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Vec<PlantVintage> {
    let first = trajectory.baseline().first_quarter();
    let orders = orders(inputs, trajectory);
    let ordered_in = |year: Option<i32>| {
        let is_mine = move |order: &&Ordered| {
            year.map_or(order.placed < 0, |year| order.placed >= 0 && first.plus(order.placed).year() == year)
        };
        orders.iter().filter(is_mine).collect::<Vec<_>>()
    };
    let cohorts = std::iter::once(None).chain(years(trajectory).map(Some));
    cohorts.map(|year| ordered_facilities(inputs, trajectory, year, &ordered_in(year))).collect()
}

/// The facilities ordered in a year, or before the run.
fn ordered_facilities(
    inputs: &Inputs<f64>,
    trajectory: &Trajectory<f64>,
    year: Option<i32>,
    orders: &[&Ordered],
) -> PlantVintage {
    let years_to = |place: i32| (f64::from(place) + 1.0) / 4.0;
    let price = |place: i32| inputs.facility_cost * (1.0 + inputs.facility_cost_drift).powf(years_to(place));
    let opening = if year.is_none() { inputs.power_start } else { 0.0 };
    let before: f64 = orders.iter().filter(|order| order.placed < 0).map(|order| order.power_gw).sum();
    let mut in_books = Placed::default();
    let mut now =
        PlantQuarter { energised_power: opening, ordered_power: opening + before, ..PlantQuarter::default() };
    let rows = trajectory.quarters().zip(0_i32..).map(|((quarter, figures), place)| {
        if year == Some(quarter.year()) {
            now.paid += figures.facility_capex;
            now.ordered_power += figures.facility_capex / price(place);
        }
        let years = years_to(place);
        let served = (4.0 * years - inputs.power_slip * years.min(1.0)).max(0.0);
        let done = |order: &Ordered| order.power_gw * (served - order.built as f64).clamp(0.0, 1.0);
        let energised = opening + orders.iter().map(|order| done(order)).sum::<f64>();
        let used: f64 = orders.iter().map(|order| done(order) * price(order.placed)).sum();
        let entered = price(place) * (energised - now.energised_power).max(0.0);
        in_books.push(entered);
        now.energised_power = energised;
        now = now.after(entered, in_books.charge(4.0 * inputs.facility_life));
        now.waiting = if year.is_some() { left_of(now.paid, used) } else { 0.0 };
        now
    });
    PlantVintage { year, quarters: rows.collect() }
}

/// The calendar years of a run.
fn years(trajectory: &Trajectory<f64>) -> impl Iterator<Item = i32> + use<> {
    let first = trajectory.baseline().first_quarter().year();
    let last = trajectory.quarters().last().map_or(first - 1, |(quarter, _)| quarter.year());
    first..=last
}

fn core(inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Vec<PlantVintage> {
    let life_quarters = 4.0 * inputs.server_life;
    years(trajectory)
        .map(|year| {
            let mut in_books = Placed::default();
            let mut now = PlantQuarter::default();
            let rows = trajectory.quarters().map(|(quarter, figures)| {
                let paid = if quarter.year() == year { figures.core_capex } else { 0.0 };
                in_books.push(paid);
                now.paid += paid;
                now = now.after(paid, in_books.charge(life_quarters));
                now
            });
            PlantVintage { year: Some(year), quarters: rows.collect() }
        })
        .collect()
}

/// What the opening books are written off by: plant in service over its two lives, and construction in progress as it is
/// finished.
fn opening_charge(inputs: &Inputs<f64>, quarters: usize) -> Vec<f64> {
    let [short_quarters, facility_quarters, chip_quarters] =
        [inputs.legacy_life, inputs.facility_life, inputs.chip_life_accounting].map(|years| 4.0 * years);
    let mut servers = Placed::default();
    let mut facilities = Placed::default();
    let short = inputs.legacy_short_share;
    (0..quarters)
        .map(|place| {
            let ends = place as f64 + 1.0;
            let left = |life_quarters: f64| (1.0 - ends / life_quarters).max(0.0);
            let legacy =
                inputs.legacy_dep * (short * left(short_quarters) + (1.0 - short) * left(facility_quarters));
            let to_finish = (inputs.cip_quarters - place as f64).clamp(0.0, 1.0);
            let finished = inputs.cip_start * to_finish / inputs.cip_quarters;
            servers.push(finished * inputs.cip_short_share);
            facilities.push(finished * (1.0 - inputs.cip_short_share));
            legacy + servers.charge(chip_quarters) + facilities.charge(facility_quarters)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::{Input, MAX_QUARTERS};
    use buildout_scenario::Scenario;

    fn check(changes: &[(Input, f64)], assert: impl FnOnce(&Scenario, &Trajectory<f64>, &Plant)) {
        let mut scenario = Scenario::default();
        for (input, value) in changes {
            scenario.set(*input, *value).unwrap();
        }
        let trajectory = scenario.run(MAX_QUARTERS);
        let plant = plant_vintages(scenario.inputs(), &trajectory);
        assert(&scenario, &trajectory, &plant);
    }

    fn of(vintages: &[PlantVintage], year: i32) -> &PlantVintage {
        vintages.iter().find(|vintage| vintage.year == Some(year)).unwrap()
    }

    #[test]
    fn what_is_paid_is_the_capex_of_the_run() {
        check(&[(Input::FacilityLead, 3.5), (Input::PowerSlip, 2.5)], |_, trajectory, plant| {
            let paid = |vintages: &[PlantVintage]| -> f64 {
                vintages.iter().map(|vintage| vintage.quarters.last().unwrap().paid).sum()
            };
            let facilities: f64 = trajectory.figures().iter().map(|now| now.facility_capex).sum();
            let core: f64 = trajectory.figures().iter().map(|now| now.core_capex).sum();
            assert!((paid(&plant.facilities) - facilities).abs() < 1e-9 * facilities);
            assert!((paid(&plant.core) - core).abs() < 1e-9 * core);
        });
    }

    /// Facilities ordered in a year wait for a lead time, and for the slip.
    #[test]
    fn facilities_wait_until_their_power_is_energised() {
        for (lead, slip, done) in
            [(4.0, 0.0, "2027Q4"), (4.0, 2.0, "2028Q2"), (2.5, 0.0, "2027Q3"), (2.5, 1.5, "2028Q1")]
        {
            check(&[(Input::FacilityLead, lead), (Input::PowerSlip, slip)], |scenario, _, plant| {
                let first = scenario.baseline().first_quarter();
                let vintage = of(&plant.facilities, 2026);
                let at =
                    vintage.quarters.iter().position(|now| now.paid > 0.0 && now.waiting == 0.0).unwrap();
                assert_eq!(first.plus(at as i32).to_string(), done, "lead {lead}, slip {slip}");
                let last = vintage.quarters.last().unwrap();
                assert!((last.ordered_power - last.energised_power).abs() < 1e-9);
            });
        }
    }

    #[test]
    fn a_vintage_is_written_off_after_its_life() {
        check(
            &[(Input::ServerLife, 4.0), (Input::FacilityLife, 8.0), (Input::FacilityLead, 0.0)],
            |scenario, _, plant| {
                let first = scenario.baseline().first_quarter();
                let end =
                    |vintage: &PlantVintage| vintage.written_off(first).map(|quarter| quarter.to_string());
                assert_eq!(end(of(&plant.core, 2026)).as_deref(), Some("2030Q3"));
                assert_eq!(end(of(&plant.facilities, 2026)).as_deref(), Some("2034Q3"));
                assert_eq!(end(of(&plant.core, 2034)), None);
                let last = of(&plant.core, 2026).quarters.last().unwrap();
                assert!(last.book().abs() < 1e-9 * last.paid, "{last:?}");
            },
        );
    }
}
