//! All CapEx of a year, by what it was paid for.

use buildout_model::{Quarter, Trajectory};

/// What was paid in a calendar year of the run, up to a quarter, B$. Its parts are the CapEx of the year, as far as it is run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CapexOfYear {
    /// AI servers and their network: the vintage of the year.
    pub chips: f64,
    /// Shells, power and cooling. They enter the books when power is energised, at the price of that day.
    pub facilities: f64,
    /// Servers of the core cloud, in service in the quarter in which they are paid.
    pub core: f64,
    /// Everything outside AWS.
    pub other: f64,
    /// All of it.
    pub capex: f64,
}

/// What was paid in a calendar year, up to and with a quarter.
///
/// ```
/// use buildout_analysis::capex_of_year;
/// use buildout_model::Quarter;
/// use buildout_scenario::Scenario;
///
/// let trajectory = Scenario::default().run(9);
/// let end = Quarter::parse("2026Q4").ok_or("no quarter")?;
/// let paid = capex_of_year(&trajectory, 2026, end);
/// let ttm = trajectory.at(end).ok_or("not run")?.capex_ttm;
/// assert!((paid.capex - ttm).abs() < 1e-9 * ttm);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn capex_of_year(trajectory: &Trajectory<f64>, year: i32, until: Quarter) -> CapexOfYear {
    let of_year = trajectory.quarters().filter(|(quarter, _)| quarter.year() == year && *quarter <= until);
    of_year.fold(CapexOfYear::default(), |paid, (_, figures)| CapexOfYear {
        chips: paid.chips + figures.chip_capex,
        facilities: paid.facilities + figures.facility_capex,
        core: paid.core + figures.core_capex,
        other: paid.other + figures.other_capex,
        capex: paid.capex + figures.capex,
    })
}
