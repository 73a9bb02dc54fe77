//! The model from where it could have started in 2023, against naive rules.

use super::{
    Compared, NaiveRule, Score, Yardstick,
    compared::compared,
    opening::{base, hindcast_inputs, known_to},
};
use buildout_model::{Baseline, Figures, History, Input, Inputs, Output, Quarter, Run};

/// The hindcast beside the reports and the rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Hindcast {
    /// The baseline whose base values hold where the opening position has none, and whose last quarter ends the hindcast.
    pub base: Baseline,
    /// The last quarter that model and rules know.
    pub known_to: Quarter,
    /// The quarters run, oldest first; never empty.
    pub quarters: Vec<Quarter>,
    /// The run of the model, a quarter each.
    pub run: Vec<Figures<f64>>,
    /// Every figure that is disclosed for any of the quarters, in the order of the outputs.
    pub figures: Vec<Contest>,
}

/// One figure by the model and by each rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Contest {
    /// The figure.
    pub output: Output,
    /// The model, in each quarter for which the figure is reported; never empty.
    pub model: Vec<Compared>,
    /// The same by each of [`NaiveRule::ALL`]; empty where too little was disclosed by then.
    pub rules: [Vec<Compared>; NaiveRule::ALL.len()],
}

/// Who forecasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contestant {
    /// The model.
    Model,
    /// A rule that knows no model.
    Rule(NaiveRule),
}

impl Contestant {
    /// The model, then every rule.
    pub const ALL: [Contestant; 3] =
        [Contestant::Model, Contestant::Rule(NaiveRule::LastGrowth), Contestant::Rule(NaiveRule::Seasonal)];

    /// Its name in sheets.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Contestant::Model => "model",
            Contestant::Rule(rule) => rule.id(),
        }
    }
}

/// How much of a figure was told to the model by putting in reported CapEx.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing.
    Nothing,
    /// A part: it is operating cash flow less CapEx. The model has this over the rules.
    InPart,
    /// All of it: it is CapEx, so that it says nothing about the model.
    Wholly,
}

impl Told {
    /// What is told of a figure.
    #[must_use]
    pub fn of(output: Output) -> Self {
        match output {
            Output::Capex | Output::CapexTtm => Told::Wholly,
            Output::Fcf | Output::FcfTtm => Told::InPart,
            _ => Told::Nothing,
        }
    }
}

/// Who was nearest, and by how much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ruling {
    /// Who has the smallest relative error.
    pub winner: Contestant,
    /// That error, by the yardstick of the figure.
    pub error: f64,
    /// Who comes next.
    pub second: Contestant,
    /// The error of the next.
    pub second_error: f64,
}

impl Contest {
    /// The quarters of a contestant.
    #[must_use]
    pub fn of(&self, contestant: Contestant) -> &[Compared] {
        let [last_growth, seasonal] = &self.rules;
        match contestant {
            Contestant::Model => &self.model,
            Contestant::Rule(NaiveRule::LastGrowth) => last_growth,
            Contestant::Rule(NaiveRule::Seasonal) => seasonal,
        }
    }

    /// The errors of a contestant; none where it says nothing.
    #[must_use]
    pub fn score(&self, contestant: Contestant) -> Option<Score> {
        Score::of(self.of(contestant))
    }

    /// The relative error of a contestant, by the yardstick of the figure.
    #[must_use]
    pub fn error(&self, contestant: Contestant) -> Option<f64> {
        self.score(contestant)?.by(self.yardstick())
    }

    /// How errors of this figure are made relative.
    #[must_use]
    pub fn yardstick(&self) -> Yardstick {
        Yardstick::of(self.output)
    }

    /// Who was nearest; none where no rule says anything of as many quarters as the model.
    #[must_use]
    pub fn ruling(&self) -> Option<Ruling> {
        let takes_part = |contestant: &Contestant| self.of(*contestant).len() == self.model.len();
        let mut errors: Vec<(Contestant, f64)> = Contestant::ALL
            .into_iter()
            .filter(takes_part)
            .filter_map(|contestant| Some((contestant, self.error(contestant)?)))
            .collect();
        // Equals stay in the order of `ALL` reversed: a model that does no better than a rule has not won.
        errors.reverse();
        errors.sort_by(|a, b| a.1.total_cmp(&b.1));
        let [(winner, error), (second, second_error), ..] = *errors.as_slice() else { return None };
        Some(Ruling { winner, error, second, second_error })
    }
}

impl Hindcast {
    /// Figures that a contestant wins, among those that were not told to the model wholly.
    #[must_use]
    pub fn wins(&self, contestant: Contestant) -> usize {
        self.contested().filter(|(_, ruling)| ruling.winner == contestant).count()
    }

    /// The figures whose ruling says something about the model: those not told to it wholly.
    pub fn contested(&self) -> impl Iterator<Item = (&Contest, Ruling)> {
        let fair = self.figures.iter().filter(|contest| Told::of(contest.output) != Told::Wholly);
        fair.filter_map(|contest| Some((contest, contest.ruling()?)))
    }
}

/// Runs the model from the end of 2023 to the last quarter of `2025q3`, with reported CapEx and stated power put in and
/// otherwise from what could be known then ([`HINDCAST_OPENING`](super::HINDCAST_OPENING)), beside the naive rules.
///
/// None only if the data lost the quarters before the start.
///
/// ```
/// use buildout_analysis::{Contestant, hindcast};
///
/// let hindcast = hindcast().ok_or("no reports before the start")?;
/// for (contest, ruling) in hindcast.contested() {
///     println!("{}: {} by {:.1} %", contest.output.id(), ruling.winner.id(), 100.0 * ruling.error);
/// }
/// println!("the model is nearest for {} figures", hindcast.wins(Contestant::Model));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn hindcast() -> Option<Hindcast> {
    hindcast_from(&hindcast_inputs())
}

/// The same with other inputs, to see what rests on a value of the opening position.
///
/// ```
/// use buildout_analysis::{Contestant, hindcast_from, hindcast_inputs};
/// use buildout_model::Input;
///
/// let mut inputs = hindcast_inputs();
/// inputs.set(Input::CoreGrowth, 0.16)?;
/// let other = hindcast_from(&inputs).ok_or("no reports before the start")?;
/// println!("then it is nearest for {} figures", other.wins(Contestant::Model));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn hindcast_from(inputs: &Inputs<f64>) -> Option<Hindcast> {
    let known_to = known_to()?;
    let base = base()?;
    let length = base.history_end().index() - known_to.index();
    let quarters: Vec<Quarter> = (1..=length).map(|ahead| known_to.plus(ahead)).collect();
    let mut advancing = Run::new(&History::ending(known_to)?, inputs);
    let run: Vec<Figures<f64>> = quarters.iter().map(|_| advancing.advance()).collect();
    let run_at = |quarter: Quarter| {
        let ahead = quarter.index() - known_to.index() - 1;
        run.get(usize::try_from(ahead).ok()?)
    };
    let contest = |output| Contest {
        output,
        model: compared(output, &quarters, |quarter| Some(run_at(quarter)?.get(output))),
        rules: NaiveRule::ALL
            .map(|rule| compared(output, &quarters, |quarter| rule.forecast(output, quarter, known_to))),
    };
    let figures = Output::ALL.into_iter().map(contest).filter(|contest| !contest.model.is_empty()).collect();
    Some(Hindcast { base, known_to, quarters, run, figures })
}

/// How many figures the model would win if some inputs had the base values of `2025q3` in place of their own: how much rests
/// on values of the opening position, assumed ones above all.
///
/// ```
/// use buildout_analysis::{Contestant, hindcast, wins_without};
///
/// assert_eq!(wins_without(&[]), hindcast().map(|hindcast| hindcast.wins(Contestant::Model)));
/// ```
#[must_use]
pub fn wins_without(inputs: &[Input]) -> Option<usize> {
    let base = base()?;
    let mut changed = hindcast_inputs();
    for input in inputs {
        changed.put(*input, input.declaration().base(base));
    }
    Some(hindcast_from(&changed)?.wins(Contestant::Model))
}
