//! What stands behind an input: meaning, range, base, grade, source, the charts it moves and its response curve.

use super::input_response::ResponseFigure;
use crate::{explorer::explorer, lever::charts_moved, text, words::words};
use buildout_analysis::influence;
use buildout_model::Input;
use leptos::{ev, html::Details, prelude::*};

#[component]
pub(crate) fn Evidence(input: Input) -> impl IntoView {
    let language = explorer().language;
    let grade = input.declaration().grade;
    let details = NodeRef::<Details>::new();
    let is_open = RwSignal::new(false);
    let toggled = move |_: ev::Event| {
        is_open.set(details.get_untracked().is_some_and(|details| details.has_attribute("open")));
    };
    view! {
        <details class="evidence" data-evidence=input.id() node_ref=details on:toggle=toggled>
            <summary data-grade=grade.id() title=move || text::open_evidence(input, language.get())
                aria-label=move || text::open_evidence(input, language.get())>
                {move || text::grade_name(grade, language.get())}
            </summary>
            // A closed input costs nothing.
            <Show when=move || is_open.get()><EvidenceBody input/></Show>
        </details>
    }
}

#[component]
fn EvidenceBody(input: Input) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let declaration = input.declaration();
    let base = Memo::new(move |_| {
        let baseline = explorer.link.with(|link| link.scenario.baseline());
        let language = language.get();
        let label = language.pick(baseline.label_en(), baseline.label_zh());
        text::input_base(declaration, declaration.base(baseline), label, language)
    });
    let sources = move || {
        let language = language.get();
        let sources = text::sources(declaration.source, language).into_iter();
        sources
            .map(|source| {
                let detail = source.detail.map(|detail| view! { <q>{detail}</q> });
                view! { <span class="source">{source.document}" "{detail}</span> }
            })
            .collect_view()
    };
    view! {
        <div class="evidence-body">
            <p class="meaning">{move || text::input_meaning(input, language.get())}</p>
            <ResponseFigure input/>
            <dl>
                <dt>{words(text::unit)}</dt>
                <dd>{move || text::typed_unit(declaration.unit, language.get())}</dd>
                <dt>{words(text::range)}</dt>
                <dd>{move || text::input_range(declaration, language.get())}</dd>
                <dt>{words(text::base_value)}</dt>
                <dd>{base}</dd>
                <dt>{words(text::grade)}</dt>
                <dd>{move || text::grade_in_words(declaration.grade, language.get())}</dd>
                <dt>{words(text::source)}</dt>
                <dd>{sources}</dd>
                <dt>{words(text::moves_most)}</dt>
                <dd>
                    <ChartsMoved input/>
                    <button type="button" class="plain" data-trace=format!("input:{}", input.id())>{words(text::what_it_feeds)}</button>
                </dd>
                <dt>{words(text::written_as)}</dt>
                <dd><code>{declaration.key}</code>" · "<code>{declaration.id}</code></dd>
            </dl>
        </div>
    }
}

/// The charts that the input moves most, of the run that tables show.
#[component]
fn ChartsMoved(input: Input) -> impl IntoView {
    let explorer = explorer();
    let charts = Memo::new(move |_| {
        explorer.settled.with(|run| {
            let moved = influence(&run.scenario, run.trajectory.figures().len(), input);
            charts_moved(moved.into_iter().map(|influence| influence.output))
        })
    });
    move || {
        let language = explorer.language.get();
        let charts = charts.get();
        if charts.is_empty() {
            return text::moves_nothing(language).into_any();
        }
        let title = |chart| view! { <li>{text::panel_title(chart, language)}</li> };
        view! { <ul class="moved">{charts.into_iter().map(title).collect_view()}</ul> }.into_any()
    }
}
