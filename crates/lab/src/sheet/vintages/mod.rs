//! Vintages: what became of each year's payments: AI chips, facilities and core servers.

mod capex_table;
mod cohort;
mod picture;
mod plant_table;
mod table;

use super::{Subject, Work, Written, figure};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_analysis::{plant_vintages, vintages};
use buildout_figures::text;
use buildout_model::{Input, Quarter};
use cohort::{Shown, YearCohort};

/// Names of the controls.
const SHOWN: &str = "vintage-figure";
const AT: &str = "vintage-quarter";

/// The sheet at work.
pub(super) struct Vintages {
    subject: Subject,
    all: Vec<YearCohort>,
    shown: Shown,
    /// The quarter of the table; none of a run without quarters.
    at: Option<Quarter>,
}

impl Vintages {
    pub(super) fn new(subject: Subject) -> Self {
        let asked = subject.choices.get(SHOWN);
        let shown = Shown::ALL.into_iter().find(|shown| Some(shown.id()) == asked).unwrap_or(Shown::Sales);
        let quarters = figure::quarters(&subject);
        let asked = subject.choices.get(AT).and_then(Quarter::parse);
        let at = asked.filter(|asked| quarters.contains(asked)).or_else(|| quarters.last().copied());
        Self { subject, all: vec![], shown, at }
    }

    fn first(&self) -> Quarter {
        self.subject.link.scenario.baseline().first_quarter()
    }

    /// What a year is called; `opening` is what stood before the run.
    fn name(&self, year: Option<i32>, opening: &str) -> String {
        let paid =
            |year| self.subject.language.pick(format!("Paid\u{a0}in\u{a0}{year}"), format!("{year} 年购置"));
        year.map_or_else(|| opening.to_owned(), paid)
    }

    /// The place of the quarter of the tables in the run.
    fn place(&self) -> Option<usize> {
        usize::try_from(self.at?.index() - self.first().index()).ok()
    }

    /// The years up to the quarter of the tables, what stood before the run first.
    fn until_now(&self) -> impl Iterator<Item = &YearCohort> {
        let year = self.at.map_or(i32::MIN, Quarter::year);
        self.all.iter().filter(move |cohort| cohort.year.is_none_or(|paid| paid <= year))
    }
}

impl Job for Vintages {
    fn step(&mut self) -> Progress {
        let scenario = &self.subject.link.scenario;
        let trajectory = scenario.run(self.subject.quarters());
        let chips = vintages(scenario.inputs(), &trajectory);
        self.all = YearCohort::of(&trajectory, chips, plant_vintages(scenario.inputs(), &trajectory));
        Progress::Done
    }
}

impl Work for Vintages {
    fn write(&self) -> Written {
        let subject = &self.subject;
        let mut html = Html::default();
        html.element("div", &[("class", "sheet-controls")], |html| {
            let options = Shown::ALL.map(|shown| (shown.id(), shown.label(subject)));
            controls::select(html, SHOWN, subject.say("Show", "显示"), self.shown.id(), options);
            let quarters: Vec<String> = figure::quarters(subject).iter().map(ToString::to_string).collect();
            let options = quarters.iter().map(|quarter| (quarter.as_str(), quarter.as_str()));
            let at = self.at.map_or(String::new(), |at| at.to_string());
            controls::select(html, AT, subject.say("Table as of", "表格截至"), &at, options);
        });
        html.words("p", &[("data-finding", "")], &self.lives());
        picture::write(&mut html, self);
        html.words("h3", &[], subject.say("AI chips", "AI 芯片"));
        table::write(&mut html, self);
        let how = subject.say(
            "Chips that wait for power are one pool: what is put in service takes from each year's payments in proportion. Sales go to vintages by what each is worth at the prices of the quarter: contracted chips keep the price at which they were bought.",
            "等待通电的芯片视为一个池：投入使用时按比例取自各年付款。收入按各批次在当季价格下的价值分摊：合同内的芯片保持购入时的价格。",
        );
        html.words("p", &[("class", "quiet")], how);
        plant_table::write_facilities(&mut html, self);
        plant_table::write_core(&mut html, self);
        capex_table::write(&mut html, self);
        Written::Html(html.into_text())
    }
}

impl Vintages {
    /// Accounting life against economic life, and what follows from the difference.
    fn lives(&self) -> String {
        let language = self.subject.language;
        let scenario = &self.subject.link.scenario;
        let [books, use_] =
            [Input::ChipLifeAccounting, Input::ChipLifeEconomic].map(|input| scenario.get(input));
        let say = |years: f64| text::input_value("years", years, language);
        let (in_books, in_use) = (say(books), say(use_));
        if books > use_ {
            language.pick(
                format!("Chips are written off over {in_books} and earn for {in_use}: what stands in the books when they stop earning earns nothing."),
                format!("芯片按 {in_books} 折旧，创收 {in_use}：停止创收时账面上仍有余额，不再带来收入。"),
            )
        } else if books < use_ {
            language.pick(
                format!("Chips are written off over {in_books} and earn for {in_use}: in their last years they earn without a charge."),
                format!("芯片按 {in_books} 折旧，创收 {in_use}：最后几年不再计提折旧而继续创收。"),
            )
        } else {
            language.pick(
                format!("Chips are written off over as long as they earn: {in_books}."),
                format!("芯片的折旧年限与创收年限相同：{in_books}。"),
            )
        }
    }
}
