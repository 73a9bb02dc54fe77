//! The article's numeric claims: what each means, what was reported since, and what it sets.

mod table;
mod verdict;

use super::{Subject, Work, Written};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_evidence::{Claim, Verdict, claims};

/// Name of the choice of a verdict.
const VERDICT: &str = "claims-verdict";

/// The sheet at work; it needs no work.
pub(super) struct Claims {
    subject: Subject,
}

impl Claims {
    pub(super) fn new(subject: Subject) -> Self {
        Self { subject }
    }
}

impl Job for Claims {
    fn step(&mut self) -> Progress {
        Progress::Done
    }
}

impl Work for Claims {
    fn write(&self) -> Written {
        let subject = &self.subject;
        let chosen = subject.choices.get(VERDICT).and_then(Verdict::from_id);
        let mut html = Html::default();
        html.element("div", &[("class", "sheet-controls")], |html| controls(html, subject, chosen));
        html.words("p", &[("class", "sheet-sentence")], &sentence(subject));
        let shown = claims().iter().filter(|claim| chosen.is_none_or(|chosen| claim.verdict == chosen));
        table::write(&mut html, subject, shown);
        html.element("dl", &[("class", "verdicts")], |html| {
            for verdict in Verdict::ALL.into_iter().filter(|verdict| count(*verdict) > 0) {
                html.words("dt", &[], verdict::name(verdict, subject));
                html.words("dd", &[], verdict::meaning(verdict, subject));
            }
        });
        Written::Html(html.into_text())
    }
}

fn count(verdict: Verdict) -> usize {
    claims().iter().filter(|claim| claim.verdict == verdict).count()
}

fn controls(html: &mut Html, subject: &Subject, chosen: Option<Verdict>) {
    let counted: Vec<(&str, String)> = Verdict::ALL
        .into_iter()
        .map(|verdict| (verdict.id(), format!("{} ({})", verdict::name(verdict, subject), count(verdict))))
        .collect();
    let all =
        subject.language.pick(format!("all ({})", claims().len()), format!("全部 ({})", claims().len()));
    let options = counted.iter().map(|(id, words)| (*id, words.as_str()));
    controls::select(
        html,
        VERDICT,
        subject.say("Verdict", "结论"),
        chosen.map_or("", Verdict::id),
        [("", all.as_str())].into_iter().chain(options),
    );
}

/// How many held, in a sentence.
fn sentence(subject: &Subject) -> String {
    let all = claims().len();
    let is_filed = |claim: &&Claim| claim.reported.is_some();
    let filed = claims().iter().filter(is_filed).count();
    let agree = count(Verdict::Agrees);
    let came = count(Verdict::Met) + count(Verdict::Exceeded);
    let (open, differ) = (count(Verdict::OnCourse), count(Verdict::Differs));
    let unmeasured = count(Verdict::VendorClaim) + count(Verdict::Opinion);
    subject.language.pick(
        format!(
            "The article of October 2025 states {all} figures. {agree} agree with the filing or the statement that they report; {came} were announced or were a threshold, and were met or exceeded; {open} on course, its date not yet reached; {differ} differ from what was reported; {unmeasured} are a vendor's claims or an opinion, which no filing decides. {filed} are held against figures of filings, taken from the reported quarters of this model."
        ),
        format!(
            "2025 年 10 月的这篇文章共有 {all} 个数字：{agree} 个与其所引财报或管理层说法一致；{came} 个属预告或门槛，已达到或超过；{open} 个尚在进行中；{differ} 个与公布数字不同；{unmeasured} 个是厂商说法或观点，财报无从判定。其中 {filed} 个直接与本模型所载的财报季度数字对照。"
        ),
    )
}
