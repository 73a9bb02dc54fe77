//! What is odd about the scenario, in words.

use crate::{explorer::explorer, text, view::Run, words::words};
use buildout_analysis::oddities;
use buildout_scenario::Scenario;
use leptos::prelude::*;

#[component]
pub(crate) fn Oddities() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let usual = Memo::new(move |_| {
        let (baseline, horizon) = explorer.link.with(|link| (link.scenario.baseline(), link.view.horizon));
        let base = Run::of(Scenario::base(baseline), horizon);
        oddities(&base.scenario, &base.trajectory)
    });
    let lines = Memo::new(move |_| {
        let language = language.get();
        let run = explorer.settled.get();
        let odd = oddities(&run.scenario, &run.trajectory);
        // What is just as odd about the base case is not odd about this scenario.
        let new = odd.iter().filter(|odd| usual.with(|usual| !usual.contains(odd)));
        new.map(|odd| text::oddity(odd, language)).collect::<Vec<_>>()
    });
    let first = move || lines.with(|lines| lines.first().cloned());
    let others = move || lines.with(|lines| lines.len().saturating_sub(1));
    view! {
        // Its place is kept where there is nothing to tell: what stands below would move as a lever is let go.
        <details class="warning" class:awaited=move || lines.with(Vec::is_empty) data-warning="">
            <summary title=words(text::oddities_title)>
                <span class="first">{first}</span>
                <span class="others">{move || (others() > 0).then(|| format!("+{}", others()))}</span>
            </summary>
            <ul>{move || lines.get().into_iter().skip(1).map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        </details>
    }
}
