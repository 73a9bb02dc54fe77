//! The parts of the page.

mod chart_bar;
mod chart_extras;
mod chart_figure;
mod chart_pointer;
mod chart_readout;
mod chart_table;
mod comparison;
mod footer;
mod four_curves;
mod gigawatts;
mod headline_cards;
mod input_panel;
mod input_row;
mod notices;
mod oddities;
mod one_more_unit;
mod saved_scenarios;
mod scenario_bar;
mod top_bar;

pub(crate) use chart_bar::ChartBar;
pub(crate) use chart_figure::ChartFigure;
pub(crate) use comparison::Comparison;
pub(crate) use footer::Footer;
pub(crate) use headline_cards::HeadlineCards;
pub(crate) use input_panel::InputPanel;
pub(crate) use notices::Notices;
pub(crate) use oddities::Oddities;
pub(crate) use scenario_bar::ScenarioBar;
pub(crate) use top_bar::TopBar;
