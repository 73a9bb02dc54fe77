//! All that was paid for in a year, as one cohort.

use super::Subject;
use buildout_analysis::{Plant, PlantQuarter, PlantVintage, Vintage, VintageQuarter};
use buildout_model::Trajectory;

/// What was paid for in a year, or what stood before the run.
pub(super) struct YearCohort {
    /// None for what stood before the run.
    pub(super) year: Option<i32>,
    pub(super) chips: Vintage,
    pub(super) facilities: PlantVintage,
    /// None before the run: what those servers are written off by is part of the opening books.
    pub(super) core: Option<PlantVintage>,
    /// Paid for everything outside AWS so far, B$, quarter by quarter.
    pub(super) other_paid: Vec<f64>,
    /// What the opening books are written off by each quarter, B$; nothing of a year of the run.
    opening_charge: Vec<f64>,
}

impl YearCohort {
    /// The years of a run, what stood before it first.
    pub(super) fn of(trajectory: &Trajectory<f64>, chips: Vec<Vintage>, plant: Plant) -> Vec<Self> {
        let mut core = plant.core.into_iter();
        let mut opening_charge = Some(plant.opening_charge);
        let both = chips.into_iter().zip(plant.facilities);
        both.map(|(chips, facilities)| Self {
            year: chips.year,
            other_paid: other_paid(trajectory, chips.year),
            core: chips.year.and_then(|_| core.next()),
            opening_charge: if chips.year.is_none() {
                opening_charge.take().unwrap_or_default()
            } else {
                vec![]
            },
            chips,
            facilities,
        })
        .collect()
    }

    /// It at the end of the quarter at `place`; nothing after the run.
    pub(super) fn at(&self, place: usize) -> Cohort {
        let plant = |vintage: &PlantVintage| vintage.quarters.get(place).copied().unwrap_or_default();
        Cohort {
            chips: self.chips.quarters.get(place).copied().unwrap_or_default(),
            facilities: plant(&self.facilities),
            core: self.core.as_ref().map(plant).unwrap_or_default(),
            other_paid: self.other_paid.get(place).copied().unwrap_or_default(),
            opening_charge: self.opening_charge.get(place).copied().unwrap_or_default(),
        }
    }
}

/// What was paid in a year for everything outside AWS, running.
fn other_paid(trajectory: &Trajectory<f64>, year: Option<i32>) -> Vec<f64> {
    let of_quarter = trajectory.quarters().scan(0.0, |paid, (quarter, figures)| {
        if Some(quarter.year()) == year {
            *paid += figures.other_capex;
        }
        Some(*paid)
    });
    of_quarter.collect()
}

/// A year's cohort at the end of a quarter.
#[derive(Clone, Copy)]
pub(super) struct Cohort {
    pub(super) chips: VintageQuarter,
    pub(super) facilities: PlantQuarter,
    pub(super) core: PlantQuarter,
    pub(super) other_paid: f64,
    opening_charge: f64,
}

impl Cohort {
    /// Paid for so far, B$: the CapEx of the year as far as it is run.
    pub(super) fn paid(&self) -> f64 {
        self.chips.paid + self.facilities.paid + self.core.paid + self.other_paid
    }

    /// Of what was paid for AWS, waiting for power, B$.
    pub(super) fn waiting(&self) -> f64 {
        self.chips.waiting + self.facilities.waiting
    }

    /// In service so far, B$.
    pub(super) fn in_service(&self) -> f64 {
        self.chips.in_service + self.facilities.in_service + self.core.in_service
    }

    /// Written off so far, B$.
    pub(super) fn depreciated(&self) -> f64 {
        self.chips.depreciated + self.facilities.depreciated + self.core.depreciated
    }

    /// In service and not written off, B$.
    pub(super) fn book(&self) -> f64 {
        self.in_service() - self.depreciated()
    }

    /// Written off in the quarter, B$.
    fn charge(&self) -> f64 {
        self.opening_charge + self.chips.charge + self.facilities.charge + self.core.charge
    }
}

/// What the picture stacks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Sales,
    Charge,
    Book,
    Earning,
    Power,
}

impl Shown {
    pub(super) const ALL: [Shown; 5] =
        [Shown::Sales, Shown::Charge, Shown::Book, Shown::Earning, Shown::Power];

    pub(super) fn id(self) -> &'static str {
        match self {
            Shown::Sales => "sales",
            Shown::Charge => "charge",
            Shown::Book => "book",
            Shown::Earning => "earning",
            Shown::Power => "power",
        }
    }

    pub(super) fn unit(self) -> &'static str {
        match self {
            Shown::Sales | Shown::Charge => "B$/quarter",
            Shown::Book => "B$",
            Shown::Earning | Shown::Power => "GW",
        }
    }

    pub(super) fn of(self, now: &Cohort) -> f64 {
        match self {
            Shown::Sales => now.chips.sales,
            Shown::Charge => now.charge(),
            Shown::Book => now.waiting() + now.book(),
            Shown::Earning => now.chips.earning_it,
            Shown::Power => now.facilities.energised_power,
        }
    }

    pub(super) fn label(self, subject: &Subject) -> &'static str {
        match self {
            Shown::Sales => subject.say("AI sales of a quarter", "季度 AI 收入"),
            Shown::Charge => subject.say("AWS depreciation of a quarter", "AWS 季度折旧"),
            Shown::Book => subject.say(
                "Value in the books: chips, facilities and core servers, with what waits for power",
                "账面价值：芯片、机房与核心云服务器（含待通电部分）",
            ),
            Shown::Earning => subject.say("IT that earns", "创收中的 IT 电力"),
            Shown::Power => subject.say("Power in service", "已通电的电力"),
        }
    }
}
