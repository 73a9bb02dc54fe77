//! The bridge between two scenarios, in parts that can be computed anywhere.

use super::{exact, sampled};
use crate::target::Target;
use buildout_model::{Baseline, Input};
use buildout_scenario::Scenario;
use core::fmt;

/// The most changes whose every subset is run; with more, orders are drawn.
pub const MOST_EXACT: usize = 12;
/// Runs of a part: some milliseconds.
const RUNS_A_PART: usize = 128;

/// What can be changed on the way from one scenario to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Player {
    /// An input.
    Input(Input),
    /// The baseline, with the base values of every input that neither scenario changes.
    Baseline,
}

/// What a change contributes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// What is changed.
    pub player: Player,
    /// Its value before, in the unit of the input; for the baseline, its place among all.
    pub from_value: f64,
    /// Its value after.
    pub to_value: f64,
    /// What it adds to the figure, in its unit.
    pub contribution: f64,
    /// The standard error of that, where orders were drawn.
    pub error: Option<f64>,
}

/// The difference of a figure between two scenarios, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridge {
    /// The figure of the first scenario.
    pub from: f64,
    /// The figure of the second.
    pub to: f64,
    /// The changes, the largest contribution first; they add up to the difference.
    pub bars: Vec<Bar>,
    /// Whether every subset of the changes was run.
    pub is_exact: bool,
}

/// Why there is no bridge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BridgeError {
    /// With some of the changes made there is no such figure.
    Missing(Target),
    /// A part was not computed.
    MissingPart(usize),
}

impl fmt::Display for BridgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BridgeError::Missing(target) => {
                write!(
                    f,
                    "{target} does not exist on the whole way between the scenarios; choose a figure that does"
                )
            }
            BridgeError::MissingPart(part) => write!(f, "part {part} of the bridge was not computed"),
        }
    }
}

impl std::error::Error for BridgeError {}

/// A part of a bridge, computed.
#[derive(Clone, Debug, PartialEq)]
pub struct BridgePart {
    part: usize,
    /// The figure of each run, in their order.
    figures: Vec<Option<f64>>,
}

/// A bridge to compute.
#[derive(Clone, Debug)]
pub struct BridgePlan {
    from: Scenario,
    to: Scenario,
    quarters: usize,
    target: Target,
    seed: u32,
    players: Vec<Player>,
}

impl BridgePlan {
    /// The way from one scenario to another for `target`, for runs of `quarters` from the baseline of the second.
    ///
    /// ```
    /// use buildout_analysis::{BridgePlan, Target};
    /// use buildout_model::MAX_QUARTERS;
    /// use buildout_scenario::{Link, Scenario};
    ///
    /// let other = Link::decode("1~2025q3~cx1_180~psl_2.5").link.scenario;
    /// let plan = BridgePlan::new(&Scenario::default(), &other, MAX_QUARTERS, Target::default(), 1);
    /// let bridge = plan.bridge((0..plan.parts()).map(|part| plan.part(part)).collect())?;
    /// let sum: f64 = bridge.bars.iter().map(|bar| bar.contribution).sum();
    /// assert!((bridge.from + sum - bridge.to).abs() < 1e-9);
    /// # Ok::<(), buildout_analysis::BridgeError>(())
    /// ```
    #[must_use]
    pub fn new(from: &Scenario, to: &Scenario, quarters: usize, target: Target, seed: u32) -> Self {
        let is_player = |&input: &Input| {
            let differs = from.get(input) != to.get(input);
            if from.baseline() == to.baseline() {
                return differs;
            }
            // Base values come with the baseline; what one scenario changes and the other does not, or otherwise, is a change of
            // its own. What both change alike stays as it is on the whole way.
            match (from.is_changed(input), to.is_changed(input)) {
                (true, true) => differs,
                (is_changed, is_changed_after) => is_changed || is_changed_after,
            }
        };
        let inputs = Input::ALL.into_iter().filter(is_player).map(Player::Input);
        let baseline = (from.baseline() != to.baseline()).then_some(Player::Baseline);
        let players = inputs.chain(baseline).collect();
        Self { from: *from, to: *to, quarters, target, seed, players }
    }

    /// What is changed.
    #[must_use]
    pub fn players(&self) -> &[Player] {
        &self.players
    }

    /// Whether every subset of the changes is run.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.players.len() <= MOST_EXACT
    }

    /// Runs in all: a subset each, or each step of every order.
    fn runs(&self) -> usize {
        if self.is_exact() { 1 << self.players.len() } else { sampled::ORDERS * (self.players.len() + 1) }
    }

    /// Parts, numbered from 0.
    #[must_use]
    pub fn parts(&self) -> usize {
        self.runs().div_ceil(RUNS_A_PART)
    }

    /// Computes a part.
    #[must_use]
    pub fn part(&self, part: usize) -> BridgePart {
        let first = part * RUNS_A_PART;
        let last = (first + RUNS_A_PART).min(self.runs());
        BridgePart { part, figures: (first..last).map(|run| self.figure(run)).collect() }
    }

    /// The figure of a run.
    fn figure(&self, run: usize) -> Option<f64> {
        if self.is_exact() {
            return self.with(|player| run >> player & 1 == 1);
        }
        let steps = self.players.len() + 1;
        let order = sampled::order(self.players.len(), self.seed, run / steps);
        let mut is_changed = vec![false; self.players.len()];
        for player in order.into_iter().take(run % steps) {
            if let Some(changed) = is_changed.get_mut(player) {
                *changed = true;
            }
        }
        self.with(|player| is_changed.get(player).copied().unwrap_or_default())
    }

    /// The figure with some of the changes made.
    fn with(&self, is_changed: impl Fn(usize) -> bool) -> Option<f64> {
        let place = |wanted: Player| self.players.iter().position(|player| *player == wanted);
        let has_moved = place(Player::Baseline).is_some_and(&is_changed);
        let baseline: Baseline = if has_moved { self.to.baseline() } else { self.from.baseline() };
        let mut scenario = self.from.rebased(baseline);
        let is_same_baseline = self.from.baseline() == self.to.baseline();
        for (player, of) in self.players.iter().enumerate() {
            let Player::Input(input) = *of else { continue };
            let side = if is_changed(player) { &self.to } else { &self.from };
            let value = if is_same_baseline || side.is_changed(input) {
                side.get(input)
            } else {
                scenario.base_of(input)
            };
            // Values of scenarios are within their ranges.
            let _ = scenario.set(input, value);
        }
        let end = self.to.baseline().first_quarter().plus(self.quarters as i32);
        let quarters = usize::try_from(end.index() - baseline.first_quarter().index()).unwrap_or(0);
        let quarters = self.target.quarters_needed(baseline, quarters);
        self.target.read(scenario.inputs(), &scenario.run(quarters))
    }

    /// Puts the parts together, in whatever order they were computed.
    ///
    /// # Errors
    /// [`BridgeError`] where a part is not there, or where the figure does not exist with some of the changes made.
    pub fn bridge(&self, mut parts: Vec<BridgePart>) -> Result<Bridge, BridgeError> {
        parts.sort_by_key(|part| part.part);
        parts.dedup_by_key(|part| part.part);
        for (place, wanted) in (0..self.parts()).enumerate() {
            if parts.get(place).is_none_or(|part| part.part != wanted) {
                return Err(BridgeError::MissingPart(wanted));
            }
        }
        let figures: Option<Vec<f64>> = parts.into_iter().flat_map(|part| part.figures).collect();
        let figures = figures.ok_or(BridgeError::Missing(self.target))?;
        let missing = BridgeError::Missing(self.target);
        let (contributions, errors) = if self.is_exact() {
            (exact::values(self.players.len(), &figures), vec![None; self.players.len()])
        } else {
            let (values, errors) = sampled::values(self.players.len(), self.seed, &figures);
            (values, errors.into_iter().map(Some).collect())
        };
        let from = *figures.first().ok_or(missing)?;
        let to = if self.is_exact() { figures.last() } else { figures.get(self.players.len()) };
        let mut bars: Vec<Bar> = self
            .players
            .iter()
            .zip(contributions.into_iter().zip(errors))
            .map(|(&player, (contribution, error))| {
                let [from_value, to_value] = [&self.from, &self.to].map(|scenario| match player {
                    Player::Input(input) => scenario.get(input),
                    Player::Baseline => f64::from(scenario.baseline() as u8),
                });
                Bar { player, from_value, to_value, contribution, error }
            })
            .collect();
        bars.sort_by(|a, b| b.contribution.abs().total_cmp(&a.contribution.abs()));
        Ok(Bridge { from, to: *to.ok_or(missing)?, bars, is_exact: self.is_exact() })
    }
}
