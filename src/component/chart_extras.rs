//! What some panels say besides their chart.

use super::{
    four_curves::FourCurves, gigawatts::Gigawatts, one_more_quarters::OneMoreQuarters,
    one_more_unit::OneMoreUnit,
};
use buildout_scenario::Panel;
use leptos::prelude::*;

#[component]
pub(crate) fn ChartExtras(panel: Panel) -> impl IntoView {
    match panel {
        Panel::AiBuild => view! { <Gigawatts/> }.into_any(),
        Panel::Capacity => view! { <OneMoreQuarters/><OneMoreUnit/> }.into_any(),
        Panel::Curves => view! { <FourCurves/> }.into_any(),
        _ => ().into_any(),
    }
}
