//! Whether the accounts of the run add up, and how it starts: one line, which leads to every identity.

use crate::{explorer::explorer, text};
use buildout_analysis::{Residual, reconcile};
use leptos::prelude::*;

#[component]
pub(crate) fn Reconciliation() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let residuals =
        Memo::new(move |_| explorer.settled.with(|run| reconcile(run.scenario.inputs(), &run.trajectory)));
    let is_good = move || residuals.with(|residuals| residuals.iter().all(Residual::holds));
    view! {
        <button type="button" class="reconciled" class:bad=move || !is_good()
            data-reconciled=move || is_good().to_string()
            on:click=move |_| explorer.ask_sheet("sheet=reconcile".to_owned())>
            {move || residuals.with(|residuals| text::reconciled(residuals, language.get()))}
        </button>
    }
}
