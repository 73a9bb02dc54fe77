//! The parts of the page.

mod chart_figure;
mod chart_table;
mod footer;
mod headline_cards;
mod input_panel;
mod input_row;
mod notices;
mod top_bar;

pub(crate) use chart_figure::ChartFigure;
pub(crate) use footer::Footer;
pub(crate) use headline_cards::HeadlineCards;
pub(crate) use input_panel::InputPanel;
pub(crate) use notices::Notices;
pub(crate) use top_bar::TopBar;
