//! A link whose figures are others now than when it was sent: then and now, side by side, and why.

use super::button::button;
use crate::{explorer::explorer, format, text};
use buildout_model::HeadlineFigure;
use buildout_scenario::{Language, Receipt, ReceiptDifference};
use leptos::prelude::*;

#[component]
pub(crate) fn ReceiptNotice() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let compared = Memo::new(move |_| {
        let then = explorer.link.with(|link| link.receipt)?;
        let now = explorer.run.with(|run| Receipt::of_headline(run.headline.as_ref()));
        let differences = then.compare(&now);
        (!differences.is_empty()).then_some((then.model_version(), now.model_version(), differences))
    });
    move || {
        let language = language.get();
        let (then, now, differences) = compared.get()?;
        let rows = differences.into_iter().map(|difference| row(difference, language)).collect_view();
        Some(view! {
            <div class="notice" data-notice="" data-receipt="" role="alert">
                <p>{text::receipt_title(language)}". "{text::receipt_why(then, now, language)}</p>
                <table>
                    <thead>
                        <tr>
                            <td></td>
                            <th scope="col">{text::receipt_then(language)}</th>
                            <th scope="col">{text::receipt_now(language)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                {button("dismiss-receipt", text::dismiss, move || explorer.forget_receipt())}
            </div>
        })
    }
}

fn row(difference: ReceiptDifference, language: Language) -> impl IntoView {
    let ReceiptDifference { name, then, now } = difference;
    view! {
        <tr data-receipt-figure=name>
            <th scope="row">{text::headline_name(name, language)}</th>
            <td>{shown(name, then, language)}</td>
            <td>{shown(name, now, language)}</td>
        </tr>
    }
}

fn shown(name: &str, figure: HeadlineFigure, language: Language) -> String {
    match figure {
        HeadlineFigure::Number(Some(value)) => format::figure(text::headline_unit(name), value, language),
        HeadlineFigure::Quarter(Some(quarter)) => quarter.to_string(),
        HeadlineFigure::Number(None) | HeadlineFigure::Quarter(None) => text::none(language).to_owned(),
    }
}
