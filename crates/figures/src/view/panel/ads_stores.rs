//! Advertising and stores: the rest of Amazon that pays for the build.

use crate::{
    format::figure,
    view::{Plot, Run, Series, series::Colour},
};
use buildout_model::{Figures, Output};
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] = &[
    Output::AdsRevenue,
    Output::AdsGrowth,
    Output::StoresRevenue,
    Output::OtherOperatingIncome,
    Output::OperatingIncome,
    Output::Sales,
];

pub(super) fn plots(language: Language) -> Vec<Plot> {
    let sales = Plot::new(
        "B$/quarter",
        "",
        vec![
            Series::line(Output::StoresRevenue, language.pick("Stores, other", "零售及其他"), Colour::Core),
            Series::line(Output::AdsRevenue, language.pick("Advertising", "广告"), Colour::Ads),
            Series::line(
                Output::OtherOperatingIncome,
                language.pick("Operating income", "经营利润"),
                Colour::Ocf,
            ),
        ],
    );
    let growth = Plot::new(
        "share",
        language.pick("Advertising on a year before, %", "广告同比增速，%"),
        vec![Series::line(Output::AdsGrowth, language.pick("Ad growth", "广告增速"), Colour::Ads)],
    );
    vec![sales.weighing(2.2), growth]
}

pub(super) fn summary(run: &Run, end: &Figures<f64>, language: Language) -> String {
    let last = run.last();
    let (ads, stores) = (figure("B$", end.ads_revenue, language), figure("B$", end.stores_revenue, language));
    let growth = figure("share", end.ads_growth, language);
    language.pick(
        format!("In {last} advertising sells {ads}, {growth} more than a year before; stores and other sell {stores}."),
        format!("{last} 单季广告收入 {ads}，同比增长 {growth}；零售及其他收入 {stores}。"),
    )
}
