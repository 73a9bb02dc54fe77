//! A response curve with its axes and in words, in the evidence of an opened input.

use super::{input_goal::GoalChoice, input_responses::responses};
use crate::{
    explorer::explorer,
    format,
    lever::{Curve, Scale},
    text::{self, input_value},
};
use buildout_model::Input;
use leptos::prelude::*;

#[component]
pub(crate) fn ResponseFigure(input: Input) -> impl IntoView {
    let responses = responses();
    responses.watch(input, true);
    on_cleanup(move || responses.watch(input, false));
    responses.answer(input).map(|answer| {
        let explorer = explorer();
        let language = explorer.language;
        let declaration = input.declaration();
        let value = Memo::new(move |_| explorer.link.with(|link| link.scenario.get(input)));
        let base = Memo::new(move |_| explorer.link.with(|link| link.scenario.base_of(input)));
        let figure = move |result: Option<f64>| {
            let language = language.get();
            let unit = text::headline_unit(responses.goal.get().id());
            result.map_or_else(|| text::none(language).to_owned(), |result| format::figure(unit, result, language))
        };
        // The headline itself, where the drawing shows the line between two points of the curve.
        let now = move || {
            explorer.run.with(|run| run.headline.as_ref().and_then(|headline| responses.goal.get().of(headline)))
        };
        let end = move |value: f64| input_value(declaration.unit, value, language.get());

        let sentence = move || {
            let language = language.get();
            let Some(curve) = answer.curve.get() else { return text::curve_to_come(language).to_owned() };
            let [value, min, max] = [value.get(), declaration.min, declaration.max].map(end);
            let [now, first, last] = [now(), curve.first(), curve.last()].map(figure);
            let between = curve.lowest().zip(curve.highest()).filter(|(low, high)| low < high);
            let between = between.map(|(low, high)| (figure(Some(low)), figure(Some(high))));
            let response = text::Response {
                headline: text::headline_label(responses.goal.get().id(), language),
                value: &value,
                now: &now,
                at_min: (&min, &first),
                at_max: (&max, &last),
                between: between.as_ref().map(|(low, high)| (low.as_str(), high.as_str())),
            };
            text::response_sentence(&response, language)
        };
        let sentence = Memo::new(move |_| sentence());

        let drawing = move |draw: fn(&Curve, Scale, f64) -> String, at: f64| {
            let curve = answer.curve.get();
            let drawn = curve.as_ref().and_then(|curve| Some((curve, Scale::of(curve, 0.0)?)));
            drawn.map(|(curve, scale)| draw(curve, scale, at)).unwrap_or_default()
        };
        let zero = |_: &Curve, scale: Scale, _: f64| {
            scale.zero().map(|y| format!("M0 {y:.2}H100")).unwrap_or_default()
        };
        let upright = |curve: &Curve, _: Scale, at: f64| format!("M{:.2} 0V100", curve.x(at));
        let bound = move |bound: fn(&Curve) -> Option<f64>| {
            answer.curve.get().as_deref().and_then(bound).map(|result| figure(Some(result)))
        };
        view! {
            <div class="response" data-response=input.id() data-value=move || value.get().to_string()
                data-result=move || now().map(|now| now.to_string())>
                <GoalChoice/>
                <div class="response-plot">
                    <span class="highest">{move || bound(Curve::highest)}</span>
                    <span class="lowest">{move || bound(Curve::lowest)}</span>
                    <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label=sentence
                        data-stale=move || answer.is_stale.get().then_some("")>
                        <path class="zero" d=move || drawing(zero, 0.0)/>
                        <path class="base" d=move || drawing(upright, base.get())/>
                        <path class="curve" d=move || drawing(|curve, scale, _| curve.path(scale), 0.0)/>
                        <path class="now" d=move || drawing(|curve, scale, at| curve.dot(at, scale), value.get())/>
                    </svg>
                    <div class="ends">
                        <span>{move || end(declaration.min)}</span>
                        <span>{move || end(declaration.max)}</span>
                    </div>
                </div>
                // Read aloud as the name of the drawing.
                <p aria-hidden="true">{sentence}</p>
            </div>
        }
    })
}
