//! Files of the reader's: scenarios, and reported quarters of their own.

use crate::{
    browser::files,
    explorer::{Explorer, Told},
    handout::{desk_error, order},
    text,
};
use buildout_desk::{Opened, Order, Task};
use buildout_scenario::Link;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

/// The longest file that is looked into; everything that can be opened is far shorter.
const LONGEST_BYTES: f64 = 2_000_000.0;

/// What the reader brought from their own files.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Own {
    /// Figures to lay over the charts.
    pub(crate) figures: Vec<buildout_figures::view::OwnFigure>,
    /// The table that they come from.
    pub(crate) csv: String,
}

/// Opens files: the first scenario becomes the page's own, the second the one to compare with; quarters lie over the charts.
pub(crate) fn open(explorer: Explorer, files: Vec<File>) {
    if files.is_empty() {
        return;
    }
    spawn_local(async move {
        let mut scenarios = vec![];
        let (mut troubles, mut words) = (vec![], vec![]);
        let language = explorer.language.get_untracked();
        for file in files {
            match read(explorer, &file).await {
                Ok(Opened::Scenario { name, link, notices }) => {
                    words.push(text::scenario_opened(&name, language));
                    words.extend(notices);
                    scenarios.push(Link::decode(&link).link);
                }
                Ok(Opened::Quarters { figures, csv }) => {
                    let mut quarters: Vec<_> = figures.iter().map(|figure| figure.quarter).collect();
                    quarters.dedup();
                    words.push(text::own_opened(&file.name(), quarters.len(), language));
                    explorer.own.set(Own { figures, csv });
                }
                Err(why) => troubles.push(format!("{}: {why}", file.name())),
            }
        }
        if scenarios.len() > 2 {
            words.push(text::more_files(language).to_owned());
        }
        show(explorer, scenarios);
        let told = if troubles.is_empty() {
            Told::Word(words.join(" "))
        } else {
            Told::Trouble(format!("{}\n{}", text::file_trouble(language), troubles.join("\n")))
        };
        explorer.told.set(Some(told));
    });
}

fn show(explorer: Explorer, scenarios: Vec<Link>) {
    let mut scenarios = scenarios.into_iter();
    let Some(mut link) = scenarios.next() else { return };
    if let Some(second) = scenarios.next() {
        link.compared = Some(second.scenario);
    }
    explorer.show_link(link);
}

async fn read(explorer: Explorer, file: &File) -> Result<Opened, String> {
    let language = explorer.language.get_untracked();
    let unreadable = || text::file_unreadable(language).to_owned();
    if file.size() > LONGEST_BYTES {
        return Err(text::file_too_long(file.size() / 1e6, LONGEST_BYTES / 1e6, language));
    }
    let text = files::text(file).await.ok_or_else(unreadable)?;
    let answer = explorer.desk().ask(Order { text, ..order(explorer, Task::Open) }).await;
    let bytes = answer.map_err(|error| desk_error(error, language))?;
    String::from_utf8(bytes).ok().and_then(|text| Opened::read(&text)).ok_or_else(unreadable)
}
