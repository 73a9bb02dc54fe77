//! What a chart makes of figures of the run: the sum of a year, or a share.

use super::{Sheet, Traced};
use crate::html::Html;
use buildout_figures::{format, text};
use buildout_model::{Output, Quarter, ReportedQuarter};

impl Traced {
    /// An output of a quarter of the run, or of a filing before it.
    pub(super) fn figure(&self, output: Output, quarter: Quarter) -> Option<f64> {
        match self.run.trajectory.at(quarter) {
            Some(figures) => Some(figures.get(output)),
            None if quarter < self.run.first() => ReportedQuarter::at(quarter)?.get(output),
            None => None,
        }
    }
}

impl Sheet<'_> {
    fn list(&self, html: &mut Html, figures: &[(Output, Quarter, f64)]) {
        let language = self.subject.language;
        html.element("ul", &[("class", "feeds")], |html| {
            for (output, quarter, value) in figures {
                html.element("li", &[], |html| {
                    let words = format!("{} {quarter}", text::output_label(*output, language));
                    self.output_button(html, *output, *quarter, &words);
                    let says = format::figure(output.declaration().unit, *value, language);
                    html.words("span", &[("data-value", &value.to_string())], &format!(" {says}"));
                });
            }
        });
    }
}

pub(super) fn write_year(html: &mut Html, sheet: &Sheet<'_>, output: Output, quarter: Quarter) {
    let subject = sheet.subject;
    let terms: Option<Vec<_>> = (0..4)
        .rev()
        .map(|ago| {
            let at = quarter.plus(-ago);
            Some((output, at, sheet.traced.figure(output, at)?))
        })
        .collect();
    let Some(terms) = terms else {
        let words = subject.say("Not all of these four quarters are known.", "这四个季度并非全部已知。");
        return html.words("p", &[], words);
    };
    let label = subject.language.pick(
        format!("{}, four quarters", text::output_label(output, subject.language)),
        format!("{}（四个季度合计）", text::output_label(output, subject.language)),
    );
    let sum = terms.iter().map(|(_, _, value)| value).sum();
    sheet.heading(html, &label, Some(quarter), "B$", sum);
    html.words("p", &[], subject.say("The sum of:", "以下各项之和："));
    sheet.list(html, &terms);
}

pub(super) fn write_share(html: &mut Html, sheet: &Sheet<'_>, part: Output, whole: Output, quarter: Quarter) {
    let subject = sheet.subject;
    let terms: Option<Vec<_>> = [part, whole]
        .into_iter()
        .map(|output| Some((output, quarter, sheet.traced.figure(output, quarter)?)))
        .collect();
    let Some([(_, _, a), (_, _, b)]) = terms.as_deref() else {
        let words = subject.say("These figures are not known for that quarter.", "该季度的这些数值未知。");
        return html.words("p", &[], words);
    };
    let label = |output| text::output_label(output, subject.language);
    sheet.heading(html, &format!("{} / {}", label(part), label(whole)), Some(quarter), "share", a / b);
    html.words("p", &[], subject.say("The first over the second:", "前者除以后者："));
    sheet.list(html, terms.as_deref().unwrap_or_default());
}
