//! Files of the reader's: scenarios, and reported quarters of their own.

use crate::{
    browser::files,
    explorer::{Explorer, Told},
    handout::{desk_error, order},
    text,
};
use buildout_desk::{Opened, Order, Task};
use buildout_scenario::{Language, Link};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

/// The longest file that is looked into; everything that can be opened is far shorter.
const LONGEST_BYTES: f64 = 2_000_000.0;

/// Scenarios that can be looked at side by side.
const COMPARED: usize = 2;

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
        let language = explorer.language.get_untracked();
        let (mut scenarios, mut words, mut troubles) = (vec![], vec![], vec![]);
        for file in files {
            match read(explorer, &file).await {
                Ok(Opened::Scenario { .. }) if scenarios.len() == COMPARED => {
                    troubles.push(format!("{}: {}", file.name(), text::more_files(language)));
                }
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
        show(explorer, scenarios);
        explorer.told.set(Some(told(&words, &troubles, language)));
    });
}

/// What is said of the files: words pass, troubles stay until they are read, with what went well besides.
fn told(words: &[String], troubles: &[String], language: Language) -> Told {
    if troubles.is_empty() {
        return Told::Word(words.join(" "));
    }
    let heading = if words.is_empty() { text::file_trouble(language) } else { text::files_trouble(language) };
    let lines = [heading.to_owned()].into_iter().chain(troubles.iter().cloned());
    Told::Trouble(lines.chain(words.iter().cloned()).collect::<Vec<_>>().join("\n"))
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
