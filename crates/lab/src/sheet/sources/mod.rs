//! Sources: what every input and every reported figure rests on, with date, grade and range.

mod anchors;
mod inputs;
mod notes;
mod power;
mod reported;

use super::{Subject, Work, Written};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_figures::text;
use buildout_model::{Grade, Group, Input};

/// Names of the controls.
const OF: &str = "sources-of";
const GRADE: &str = "sources-grade";
const GROUP: &str = "sources-group";

/// What is listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listed {
    Inputs,
    Reported,
    Power,
    Notes,
}

impl Listed {
    const ALL: [Listed; 4] = [Listed::Inputs, Listed::Reported, Listed::Power, Listed::Notes];

    fn id(self) -> &'static str {
        match self {
            Listed::Inputs => "inputs",
            Listed::Reported => "reported",
            Listed::Power => "power",
            Listed::Notes => "notes",
        }
    }

    fn label(self, subject: &Subject) -> &'static str {
        match self {
            Listed::Inputs => subject.say("Inputs", "参数"),
            Listed::Reported => subject.say("Reported quarters", "已公布季度"),
            Listed::Power => subject.say("Total power: two anchors", "电力总量：两种估计"),
            Listed::Notes => {
                subject.say("Evidence notes, every figure with its source", "依据说明（逐项来源）")
            }
        }
    }
}

/// The sheet at work; it needs no work.
pub(super) struct Sources {
    subject: Subject,
    listed: Listed,
    grade: Option<Grade>,
    group: Option<Group>,
}

impl Sources {
    pub(super) fn new(subject: Subject) -> Self {
        let choice = |name: &str| subject.choices.get(name);
        let listed = Listed::ALL.into_iter().find(|listed| choice(OF) == Some(listed.id()));
        let grade = Grade::ALL.into_iter().find(|grade| choice(GRADE) == Some(grade.id()));
        let group = Group::ALL.into_iter().find(|group| choice(GROUP) == Some(group.id()));
        Self { listed: listed.unwrap_or(Listed::Inputs), grade, group, subject }
    }

    /// The inputs that the filters leave.
    fn inputs(&self) -> impl Iterator<Item = Input> + '_ {
        Input::ALL.into_iter().filter(|input| {
            let declared = input.declaration();
            self.grade.is_none_or(|grade| grade == declared.grade)
                && self.group.is_none_or(|group| group == declared.group)
        })
    }

    fn controls(&self, html: &mut Html) {
        let subject = &self.subject;
        let language = subject.language;
        html.element("div", &[("class", "sheet-controls")], |html| {
            let options = Listed::ALL.map(|listed| (listed.id(), listed.label(subject)));
            controls::select(html, OF, subject.say("Of", "查看"), self.listed.id(), options);
            if self.listed != Listed::Inputs {
                return;
            }
            let all = [("", subject.say("all", "全部"))];
            let grades = Grade::ALL.map(|grade| (grade.id(), text::grade_name(grade, language)));
            let chosen = self.grade.map_or("", Grade::id);
            controls::select(
                html,
                GRADE,
                subject.say("Grade", "证据等级"),
                chosen,
                all.into_iter().chain(grades),
            );
            let groups = Group::ALL.map(|group| (group.id(), text::group_name(group, language)));
            let chosen = self.group.map_or("", Group::id);
            controls::select(
                html,
                GROUP,
                subject.say("Group", "分组"),
                chosen,
                all.into_iter().chain(groups),
            );
        });
    }
}

impl Job for Sources {
    fn step(&mut self) -> Progress {
        Progress::Done
    }
}

impl Work for Sources {
    fn write(&self) -> Written {
        let mut html = Html::default();
        self.controls(&mut html);
        match self.listed {
            Listed::Inputs => inputs::write(&mut html, self),
            Listed::Reported => reported::write(&mut html, &self.subject),
            Listed::Power => power::write(&mut html, &self.subject),
            Listed::Notes => notes::write(&mut html, &self.subject),
        }
        Written::Html(html.into_text())
    }
}
