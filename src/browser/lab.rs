//! The lab, from the page: workers that are started with the first question, and the latest answer to each kind of them.

use super::worker::HeldWorker;
use buildout_lab::{BUILD, FanAnswer, Question};
use js_sys::{Array, Float64Array, Uint8Array};
use std::{
    cell::{Cell, RefCell},
    ops::RangeFrom,
    rc::{Rc, Weak},
};
use wasm_bindgen::{JsCast, JsValue};

/// The workers' loader, beside the page.
const LOADER: &str = "./buildout-lab_loader.js";
/// More workers than this wait for memory, not for processors.
const MOST_WORKERS: usize = 4;
/// What a worker adds to its build where it has no vector instructions.
const PLAIN: &str = " plain";

/// What the lab says of a question.
pub(crate) enum Word {
    /// Under way: the share that is done.
    Under(f64),
    /// A fan.
    Fan(FanAnswer),
    /// A sheet, as HTML.
    Sheet(String),
    /// What was chosen in the sheet leads to this link.
    Go(String),
    /// There is no answer.
    Trouble(LabTrouble),
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LabTrouble {
    /// The workers did not start: they are not there, or the browser has none.
    Unreachable,
    /// The workers belong to another version than the page, which was replaced meanwhile.
    OtherVersion,
    /// A worker failed at its work. Others are started with the next question.
    Crashed,
    /// The question asks for what there is not.
    Refused,
}

/// Who hears the words.
type Hear = Box<dyn Fn(Word)>;

/// The kinds of question of which only the latest counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Fan,
    Sheet,
}

/// The lab; a few workers, however many questions.
#[derive(Clone)]
pub(crate) struct Lab(Rc<Inner>);

struct Inner {
    workers: RefCell<Vec<Started>>,
    numbers: Cell<u32>,
    fan: Cell<u32>,
    sheet: Cell<u32>,
    hear_fan: RefCell<Option<Hear>>,
    hear_sheet: RefCell<Option<Hear>>,
    is_plain: Cell<bool>,
}

/// A worker.
struct Started {
    worker: HeldWorker,
    /// Questions to send once it listens; none once it does.
    queue: Option<Vec<Array>>,
}

impl Default for Lab {
    fn default() -> Self {
        Self(Rc::new(Inner {
            workers: RefCell::default(),
            numbers: Cell::new(0),
            fan: Cell::new(0),
            sheet: Cell::new(0),
            hear_fan: RefCell::default(),
            hear_sheet: RefCell::default(),
            is_plain: Cell::new(false),
        }))
    }
}

impl Lab {
    /// Who hears of fans.
    pub(crate) fn hear_fans(&self, hear: impl Fn(Word) + 'static) {
        *self.0.hear_fan.borrow_mut() = Some(Box::new(hear));
    }

    /// Who hears of sheets.
    pub(crate) fn hear_sheets(&self, hear: impl Fn(Word) + 'static) {
        *self.0.hear_sheet.borrow_mut() = Some(Box::new(hear));
    }

    /// Whether the browser has no vector instructions, so that everything takes about twice as long.
    pub(crate) fn is_plain(&self) -> bool {
        self.0.is_plain.get()
    }

    /// Asks for a fan of `draws`, or of as many as the link says: then by all workers.
    pub(crate) fn ask_fan(&self, link: &str, series: &str, draws: Option<u32>) {
        let number = self.0.next_number();
        self.0.fan.set(number);
        let workers = if draws.is_some() { 1 } else { workers() };
        // Who has no part in this one leaves what it had of the one before.
        self.0.stop(workers.., Question::StopFan);
        for worker in 0..workers {
            let (link, series) = (link.to_owned(), series.to_owned());
            let question =
                Question::Fan { link, series, draws, worker: worker as u32, workers: workers as u32 };
            self.0.send(worker, &message(number, question));
        }
    }

    /// The fan asked for is not wanted any more.
    pub(crate) fn stop_fan(&self) {
        self.0.fan.set(0);
        self.0.stop(0.., Question::StopFan);
    }

    /// The sheet asked for is not wanted any more.
    pub(crate) fn stop_sheet(&self) {
        self.0.sheet.set(0);
        self.0.stop(0.., Question::StopSheet);
    }

    /// Asks for a sheet.
    pub(crate) fn ask_sheet(&self, kind: &str, link: String, choices: String) {
        let number = self.0.next_number();
        self.0.sheet.set(number);
        // The last worker, so that fans of a moving hand are not held up.
        let question = Question::Sheet { kind: kind.to_owned(), link, choices };
        self.0.send(workers() - 1, &message(number, question));
    }
}

/// Workers that share a fan: as many as the machine has processors, up to a few.
fn workers() -> usize {
    let processors = web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    (processors as usize).clamp(1, MOST_WORKERS)
}

fn message(number: u32, question: Question) -> Array {
    let message = Array::of1(&number.into());
    for text in question.into_texts() {
        message.push(&text.into());
    }
    message
}

impl Inner {
    fn next_number(&self) -> u32 {
        self.numbers.set(self.numbers.get() + 1);
        self.numbers.get()
    }

    /// Tells workers that have been started to leave what they do.
    fn stop(self: &Rc<Self>, places: RangeFrom<usize>, what: Question) {
        let message = message(self.next_number(), what);
        for place in places.take_while(|place| *place < self.workers.borrow().len()) {
            self.send(place, &message);
        }
    }

    fn send(self: &Rc<Self>, place: usize, message: &Array) {
        while self.workers.borrow().len() <= place {
            let number = self.workers.borrow().len();
            match start(Rc::downgrade(self), number) {
                Some(started) => self.workers.borrow_mut().push(started),
                None => return self.fail(LabTrouble::Unreachable),
            }
        }
        if let Some(started) = self.workers.borrow_mut().get_mut(place) {
            match &mut started.queue {
                Some(queue) => queue.push(message.clone()),
                None => started.worker.post(message),
            }
        }
    }

    /// A worker says its build, then answers `[number, kind, payload]`.
    fn hear(self: &Rc<Self>, place: usize, data: &JsValue) {
        if let Some(build) = data.as_string() {
            let plain = build.strip_suffix(PLAIN);
            self.is_plain.set(plain.is_some());
            if plain.unwrap_or(&build) != BUILD {
                return self.fail(LabTrouble::OtherVersion);
            }
            if let Some(started) = self.workers.borrow_mut().get_mut(place) {
                for message in started.queue.take().into_iter().flatten() {
                    started.worker.post(&message);
                }
            }
            return;
        }
        let Some(answer) = data.dyn_ref::<Array>() else { return };
        let Some(number) = answer.get(0).as_f64().map(|number| number as u32) else { return };
        let of = if number == self.fan.get() {
            Kind::Fan
        } else if number == self.sheet.get() {
            Kind::Sheet
        } else {
            // Something newer has been asked meanwhile.
            return;
        };
        let payload = answer.get(2);
        let text = || payload.as_string().unwrap_or_default();
        let word = match answer.get(1).as_string().as_deref() {
            Some("under") if place == 0 || of == Kind::Sheet => Word::Under(payload.as_f64().unwrap_or(0.0)),
            Some("counted") => {
                let message =
                    Array::of3(&number.into(), &"counted".into(), payload.unchecked_ref::<Uint8Array>());
                return self.send(0, &message);
            }
            Some("fan") => match FanAnswer::from_numbers(&payload.unchecked_ref::<Float64Array>().to_vec()) {
                Some(answer) => Word::Fan(answer),
                None => Word::Trouble(LabTrouble::Refused),
            },
            Some("sheet") => Word::Sheet(text()),
            Some("go") => Word::Go(text()),
            Some("refused") => Word::Trouble(LabTrouble::Refused),
            _ => return,
        };
        self.say(of, word);
    }

    fn say(&self, of: Kind, word: Word) {
        let hear = if of == Kind::Fan { self.hear_fan.borrow() } else { self.hear_sheet.borrow() };
        if let Some(hear) = hear.as_ref() {
            hear(word);
        }
    }

    /// What an error of a worker means: one that listened had started.
    fn trouble_of(&self, place: usize) -> LabTrouble {
        let has_started = self.workers.borrow().get(place).is_some_and(|started| started.queue.is_none());
        if has_started { LabTrouble::Crashed } else { LabTrouble::Unreachable }
    }

    /// Ends the workers; the next question starts others.
    fn fail(&self, why: LabTrouble) {
        drop(self.workers.take());
        for (of, number) in [(Kind::Fan, &self.fan), (Kind::Sheet, &self.sheet)] {
            if number.replace(0) != 0 {
                self.say(of, Word::Trouble(why));
            }
        }
    }
}

fn start(inner: Weak<Inner>, place: usize) -> Option<Started> {
    let listening = inner.clone();
    let hear = move |data: &JsValue| {
        if let Some(inner) = listening.upgrade() {
            inner.hear(place, data);
        }
    };
    let fail = move || {
        if let Some(inner) = inner.upgrade() {
            inner.fail(inner.trouble_of(place));
        }
    };
    Some(Started { worker: HeldWorker::start(LOADER, hear, fail)?, queue: Some(vec![]) })
}
