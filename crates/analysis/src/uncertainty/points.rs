//! The draws of a study, kept for the studies that follow.

use super::{design::Design, drawn::Drawn, study::Study};
use crate::lanes::Lanes;
use std::sync::{Arc, OnceLock};

/// Of studies with more draws none are kept, so that memory is bounded: these take 4 MB with the declared ranges.
const MOST_KEPT: u32 = 20_000;

/// The factors and additions of every draw, a lane each. They depend on ranges, seed and the number of draws, not on the
/// scenario, so that under a hand that moves a lever they are made once.
pub(crate) struct Points {
    drawn: Arc<Drawn>,
    design: Design,
    seed: u32,
    draws: u32,
    /// By the first draw of as many as there are lanes.
    kept: Vec<OnceLock<Box<[f64]>>>,
}

/// Memory for draws that are not kept.
#[derive(Default)]
pub(crate) struct PointsScratch {
    points: Vec<f64>,
    scores: Vec<f64>,
}

impl Points {
    /// The draws of a study from these ranges.
    pub(crate) fn new(study: &Study, drawn: Arc<Drawn>) -> Self {
        let design = Design::new(study.seed, study.hypercubes(), study.slices(), drawn.inputs().len());
        let draws = study.draws_in_full();
        let kept = if draws > MOST_KEPT { 0 } else { (draws as usize).div_ceil(Lanes::COUNT) };
        Self { drawn, design, seed: study.seed, draws, kept: vec![OnceLock::new(); kept] }
    }

    /// Whether a study from the same ranges has the same draws.
    pub(crate) fn are_of(&self, study: &Study) -> bool {
        self.seed == study.seed && self.draws == study.draws_in_full()
    }

    /// What is drawn from.
    pub(crate) fn drawn(&self) -> &Arc<Drawn> {
        &self.drawn
    }

    /// How the draws are laid out.
    pub(crate) fn design(&self) -> &Design {
        &self.design
    }

    /// The draws from `first` on, a lane each and one after the other; lanes beyond the last draw have it again.
    pub(crate) fn of_draws<'a>(&'a self, first: u32, scratch: &'a mut PointsScratch) -> &'a [f64] {
        let lanes = Lanes::COUNT as u32;
        match self.kept.get((first / lanes) as usize) {
            Some(place) if first.is_multiple_of(lanes) => place.get_or_init(|| {
                let mut points = vec![0.0; self.length()].into_boxed_slice();
                self.draw(first, &mut points, &mut scratch.scores);
                points
            }),
            _ => {
                scratch.points.resize(self.length(), 0.0);
                self.draw(first, &mut scratch.points, &mut scratch.scores);
                &scratch.points
            }
        }
    }

    fn length(&self) -> usize {
        self.drawn.inputs().len() * Lanes::COUNT
    }

    fn draw(&self, first: u32, points: &mut [f64], scores: &mut Vec<f64>) {
        let last = self.draws.saturating_sub(1);
        // Of no inputs there are no points.
        for (point, draw) in points.chunks_exact_mut(self.drawn.inputs().len().max(1)).zip(first..) {
            self.design.point(draw.min(last), point);
            self.drawn.of_point(point, scores);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_scenario::Scenario;

    fn points(draws: u32) -> Points {
        let study = Study { draws, ..Study::new(Scenario::default(), 4) };
        Points::new(&study, Arc::new(Drawn::new(&study.ranges)))
    }

    #[test]
    fn draws_that_are_kept_are_those_that_are_not() {
        let (kept, mut fresh) = (points(1_010), points(1_010));
        fresh.kept.clear();
        let mut scratch = PointsScratch::default();
        // In any order, again, and from within four, of which none are kept.
        for first in [1_008, 0, 4, 1_008, 7, 4, 1_012] {
            let want = fresh.of_draws(first, &mut PointsScratch::default()).to_vec();
            assert_eq!(kept.of_draws(first, &mut scratch), want, "draws from {first}");
            assert!(want.iter().all(|by| by.is_finite()));
        }
    }

    #[test]
    fn of_many_draws_none_are_kept() {
        assert!(!points(MOST_KEPT).kept.is_empty());
        assert!(points(MOST_KEPT + 10).kept.is_empty());
    }
}
