//! The work of one worker: the latest question of each kind, in turn.

use crate::{
    fan::Fan,
    job::{Job, Progress},
    question::{Answer, Question},
    sheet::Sheet,
};

/// Steps between two words about progress.
const STEPS_A_WORD: u32 = 12;

/// What a worker has on its bench.
#[derive(Default)]
pub struct Bench {
    fan: Option<FanAtWork>,
    sheet: Option<(u32, Sheet)>,
    refused: Option<u32>,
    steps: u32,
    /// Whether the next step is the sheet's.
    is_sheets_turn: bool,
}

struct FanAtWork {
    number: u32,
    fan: Fan,
    worker: u32,
    /// Whether its own parts are counted.
    is_counted: bool,
    is_answered: bool,
}

impl FanAtWork {
    /// Leaves it as it is; a study of the same ranges that follows is faster for it.
    fn stop(&mut self) {
        (self.is_counted, self.is_answered) = (true, true);
    }

    fn is_to_do(&self) -> bool {
        !self.is_counted || (!self.is_answered && self.worker == 0 && self.fan.answer().is_some())
    }
}

impl Bench {
    /// Takes a question; an older one of its kind is dropped.
    pub fn take(&mut self, (number, question): (u32, Question)) {
        match question {
            Question::Fan { link, series, draws, worker, workers } => {
                let fan = match &self.fan {
                    Some(before) => before.fan.following(&link, &series, draws, worker, workers),
                    None => Fan::new(&link, &series, draws, worker, workers),
                };
                if fan.is_none() {
                    self.refused = Some(number);
                }
                self.fan =
                    fan.map(|fan| FanAtWork { number, fan, worker, is_counted: false, is_answered: false });
            }
            Question::Counted(bytes) => {
                // What was counted of an older study is of no use.
                if let Some(at_work) = self.fan.as_mut().filter(|at_work| at_work.number == number)
                    && at_work.fan.add(&bytes).is_none()
                {
                    self.refused = Some(number);
                }
            }
            Question::StopFan => self.fan.iter_mut().for_each(FanAtWork::stop),
            Question::StopSheet => self.sheet = None,
            Question::Sheet { kind, link, choices } => match Sheet::new(&kind, &link, &choices) {
                Some(sheet) => self.sheet = Some((number, sheet)),
                None => self.refused = Some(number),
            },
        }
    }

    /// Whether there is anything to do.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.refused.is_some() || self.sheet.is_some() || self.fan.as_ref().is_some_and(FanAtWork::is_to_do)
    }

    /// Does a step, and says what there is to say of it, with the number of its question.
    pub fn step(&mut self) -> Option<(u32, Answer)> {
        if let Some(number) = self.refused.take() {
            return Some((number, Answer::Refused));
        }
        let has_fan = self.fan.as_ref().is_some_and(FanAtWork::is_to_do);
        self.is_sheets_turn = self.sheet.is_some() && (!has_fan || !self.is_sheets_turn);
        if self.is_sheets_turn { self.step_of_sheet() } else { self.step_of_fan() }
    }

    fn step_of_fan(&mut self) -> Option<(u32, Answer)> {
        let at_work = self.fan.as_mut().filter(|at_work| at_work.is_to_do())?;
        let number = at_work.number;
        if !at_work.is_counted {
            match at_work.fan.step() {
                Progress::Under(share) => {
                    return word(&mut self.steps).then_some((number, Answer::Under(share)));
                }
                Progress::Done => at_work.is_counted = true,
            }
            if at_work.worker != 0 {
                return Some((number, Answer::Counted(at_work.fan.counted())));
            }
        }
        let answer = at_work.fan.answer()?;
        at_work.is_answered = true;
        Some((number, Answer::Fan(answer)))
    }

    fn step_of_sheet(&mut self) -> Option<(u32, Answer)> {
        let (number, sheet) = self.sheet.as_mut()?;
        let number = *number;
        match sheet.step() {
            Progress::Under(share) => word(&mut self.steps).then_some((number, Answer::Under(share))),
            Progress::Done => {
                let written = sheet.write();
                self.sheet = None;
                Some((number, Answer::Sheet(written)))
            }
        }
    }
}

/// Whether it is time for a word about progress.
fn word(steps: &mut u32) -> bool {
    *steps = (*steps + 1) % STEPS_A_WORD;
    *steps == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fan(draws: u32, worker: u32, workers: u32) -> Question {
        let (link, series) = ("1~2025q3~H_2028".to_owned(), "fcf_ttm".to_owned());
        Question::Fan { link, series, draws: Some(draws), worker, workers }
    }

    /// Works until there is nothing left to do, and returns every answer but words about progress.
    fn work(bench: &mut Bench) -> Vec<(u32, Answer)> {
        let mut answers = vec![];
        while bench.has_work() {
            answers.extend(bench.step().filter(|(_, answer)| !matches!(answer, Answer::Under(_))));
        }
        answers
    }

    #[test]
    fn two_workers_give_the_fan_of_one() {
        let mut alone = Bench::default();
        alone.take((1, fan(1_000, 0, 1)));
        let Some((1, Answer::Fan(want))) = work(&mut alone).pop() else { panic!("no fan") };

        let (mut first, mut second) = (Bench::default(), Bench::default());
        first.take((2, fan(1_000, 0, 2)));
        second.take((2, fan(1_000, 1, 2)));
        let Some((2, Answer::Counted(bytes))) = work(&mut second).pop() else { panic!("nothing counted") };
        assert_eq!(work(&mut first), vec![], "it waits for the other");
        first.take((1, Question::Counted(vec![])));
        assert_eq!(work(&mut first), vec![], "of an older study");
        first.take((2, Question::Counted(bytes)));
        assert_eq!(work(&mut first), vec![(2, Answer::Fan(want))]);
        assert!(!first.has_work());
    }

    #[test]
    fn the_latest_question_wins() {
        let mut bench = Bench::default();
        bench.take((1, fan(100_000, 0, 1)));
        bench.step();
        bench.take((2, fan(500, 0, 1)));
        let numbers: Vec<_> = work(&mut bench).into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, [2]);
    }

    #[test]
    fn what_is_not_wanted_any_more_is_left() {
        let mut bench = Bench::default();
        bench.take((1, fan(100_000, 0, 1)));
        let link = "1~2025q3~D_100000".to_owned();
        bench.take((2, Question::Sheet { kind: "uncertainty".into(), link, choices: String::new() }));
        (0..4).for_each(|_| drop(bench.step()));
        bench.take((3, Question::StopFan));
        assert!(bench.has_work(), "the sheet is still wanted");
        bench.take((3, Question::StopSheet));
        assert!(!bench.has_work());
        bench.take((4, fan(500, 0, 1)));
        assert_eq!(work(&mut bench).len(), 1, "and what is asked next is done");
    }

    #[test]
    fn what_cannot_be_done_is_refused() {
        let mut bench = Bench::default();
        let question = |series: &str| Question::Fan {
            link: String::new(),
            series: series.to_owned(),
            draws: None,
            worker: 0,
            workers: 1,
        };
        bench.take((7, question("wealth")));
        assert_eq!(work(&mut bench), vec![(7, Answer::Refused)]);
        bench.take((
            8,
            Question::Sheet { kind: "recipe".into(), link: String::new(), choices: String::new() },
        ));
        assert_eq!(work(&mut bench), vec![(8, Answer::Refused)]);
    }
}
