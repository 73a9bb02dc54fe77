//! A study under uncertainty, for the charts and the headline of the page.

use crate::job::{Job, Progress};
use buildout_analysis::{FAN, Goal, Side, StudiedSeries, Study, Survey, Tally};
use buildout_scenario::Link;

/// Headline figures of a [`FanAnswer`].
pub const GOALS: usize = Goal::ALL.len();

/// Parts of a survey that are counted in one step: about four milliseconds.
const PARTS_A_STEP: u32 = 2;

/// The spread of series and headline figures of a link.
pub struct Fan {
    survey: Survey,
    tally: Tally,
    series: usize,
    /// The next part that falls to this worker.
    next: u32,
    /// Workers that share the parts.
    workers: u32,
    /// Tallies of other workers still to come.
    awaited: u32,
}

/// What a fan says, as it passes between a worker and the page.
#[derive(Clone, Debug, PartialEq)]
pub struct FanAnswer {
    /// Draws counted.
    pub draws: u32,
    /// For each series, quarter by quarter of the run; none where a quarter has no such figure.
    pub series: Vec<Vec<Option<[f64; FAN.len()]>>>,
    /// For each headline figure, in the order of [`Goal::ALL`]; none where no draw has one.
    pub goals: Vec<Option<[f64; FAN.len()]>>,
}

impl Fan {
    /// The study of a link's scenario with its ranges and seed, over the quarters of its horizon.
    ///
    /// `series` are separated by commas. `draws` in place of the link's own make a coarser fan. The parts are shared by so many
    /// `workers`, of whom this is number `worker`; number 0 adds the tallies of the others. None where a series is unknown.
    #[must_use]
    pub fn new(link: &str, series: &str, draws: Option<u32>, worker: u32, workers: u32) -> Option<Self> {
        Self::prepare(link, series, draws, worker, workers, Survey::new)
    }

    /// The same, faster after a fan that draws from the same ranges.
    #[must_use]
    pub fn following(
        &self,
        link: &str,
        series: &str,
        draws: Option<u32>,
        worker: u32,
        workers: u32,
    ) -> Option<Self> {
        Self::prepare(link, series, draws, worker, workers, |study| self.survey.following(study))
    }

    fn prepare(
        link: &str,
        series: &str,
        draws: Option<u32>,
        worker: u32,
        workers: u32,
        survey: impl FnOnce(&Study) -> Survey,
    ) -> Option<Self> {
        let link = Link::decode(link).link;
        let texts = series.split(',').filter(|text| !text.is_empty());
        let series: Vec<StudiedSeries> = texts.map(str::parse).collect::<Result<_, _>>().ok()?;
        let of_link = Study::of_link(&link);
        let draws = draws.unwrap_or(of_link.draws);
        let study = Study { other: None, draws, series, ..of_link };
        let survey = survey(&study);
        Some(Self {
            tally: survey.tally(),
            survey,
            series: study.series.len(),
            next: worker,
            workers: workers.max(1),
            awaited: if worker == 0 { workers.saturating_sub(1) } else { 0 },
        })
    }

    /// What this worker has counted, for the one that puts the tallies together.
    #[must_use]
    pub fn counted(&self) -> Vec<u8> {
        self.tally.to_bytes()
    }

    /// Adds what another worker has counted; none where that was another study.
    pub fn add(&mut self, counted: &[u8]) -> Option<()> {
        self.awaited = self.awaited.saturating_sub(1);
        self.tally.add_bytes(counted)
    }

    /// What the draws say; none while parts are still to be counted, here or elsewhere.
    #[must_use]
    pub fn answer(&self) -> Option<FanAnswer> {
        if self.next < self.survey.parts() || self.awaited > 0 {
            return None;
        }
        let goal = |goal| self.survey.goal(&self.tally, Side::Scenario, goal)?.quantiles(FAN);
        Some(FanAnswer {
            draws: self.tally.draws(),
            series: (0..self.series)
                .map(|series| self.survey.fan(&self.tally, Side::Scenario, series))
                .collect(),
            goals: Goal::ALL.map(goal).to_vec(),
        })
    }
}

impl Job for Fan {
    fn step(&mut self) -> Progress {
        for _ in 0..PARTS_A_STEP {
            if self.next >= self.survey.parts() {
                return Progress::Done;
            }
            self.survey.count(self.next, &mut self.tally);
            self.next += self.workers;
        }
        if self.next >= self.survey.parts() {
            return Progress::Done;
        }
        Progress::Under(f64::from(self.next) / f64::from(self.survey.parts()))
    }
}

impl FanAnswer {
    /// As numbers in a row: draws, series, quarters, then five for each; NaN for what there is not.
    #[must_use]
    pub fn to_numbers(&self) -> Vec<f64> {
        let quarters = self.series.first().map_or(0, Vec::len);
        let heads = [f64::from(self.draws), self.series.len() as f64, quarters as f64];
        let fans = self.series.iter().flatten().chain(&self.goals);
        heads.into_iter().chain(fans.flat_map(|fan| fan.unwrap_or([f64::NAN; FAN.len()]))).collect()
    }

    /// Reads such numbers; none where they are not.
    #[must_use]
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let (&[draws, series, quarters], rest) = numbers.split_first_chunk()?;
        let (series, quarters) = (series as usize, quarters as usize);
        let fan = |values: &[f64]| {
            let values: [f64; FAN.len()] = values.try_into().ok()?;
            (!values.iter().any(|value| value.is_nan())).then_some(values)
        };
        let fans: Vec<_> = rest.chunks(FAN.len()).map(fan).collect();
        let (series_fans, goals) = fans.split_at_checked(series.checked_mul(quarters)?)?;
        let series = (0..series)
            .map(|place| series_fans.iter().skip(place * quarters).take(quarters).copied().collect());
        let goals = (goals.len() == GOALS).then(|| goals.to_vec())?;
        Some(Self { draws: draws as u32, series: series.collect(), goals })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "1~2025q3~cx1_180~D_1000~H_2030~S_5~Uap_off";
    const SERIES: &str = "fcf_ttm,~capex,chip_capex+core_capex,ai_revenue/aws_revenue";

    fn done(mut fan: Fan) -> Fan {
        while fan.step() != Progress::Done {}
        fan
    }

    #[test]
    fn workers_together_say_what_one_says() {
        let alone = done(Fan::new(LINK, SERIES, None, 0, 1).unwrap()).answer().unwrap();
        assert_eq!((alone.draws, alone.series.len(), alone.series[0].len()), (1_000, 4, 21));
        for workers in [2, 7] {
            let mut first = done(Fan::new(LINK, SERIES, None, 0, workers).unwrap());
            for worker in (1..workers).rev() {
                assert_eq!(first.answer(), None, "others are still to come");
                let other = done(first.following(LINK, SERIES, None, worker, workers).unwrap());
                first.add(&other.counted()).unwrap();
            }
            assert_eq!(first.answer().unwrap(), alone, "{workers} workers");
        }
    }

    #[test]
    fn an_answer_passes_as_numbers() {
        // Trailing years begin without three quarters of history where nothing of the kind was reported.
        let answer = done(Fan::new(LINK, "~chip_capex,power", Some(500), 0, 1).unwrap()).answer().unwrap();
        assert!(answer.series[0][0].is_none() && answer.series[0][3].is_some());
        assert_eq!(FanAnswer::from_numbers(&answer.to_numbers()), Some(answer.clone()));
        let empty = done(Fan::new(LINK, "", Some(500), 0, 1).unwrap()).answer().unwrap();
        assert_eq!(FanAnswer::from_numbers(&empty.to_numbers()), Some(empty));
        for cut in [0, 2, 3, 40] {
            assert_eq!(FanAnswer::from_numbers(&answer.to_numbers()[..cut]), None, "{cut}");
        }
    }

    #[test]
    fn what_is_no_series_is_refused() {
        assert!(Fan::new(LINK, "fcf_ttm,wealth", None, 0, 1).is_none());
    }
}
