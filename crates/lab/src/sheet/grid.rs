//! Two inputs over their whole ranges: a figure as a map, and what holds the build back as another.

use super::{
    Subject, Work, Written, figure,
    map::{Look, Map},
    table,
};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_analysis::{Grid, GridCell, GridPlan, GridRows, Place, Target};
use buildout_figures::{
    chart::nice_ticks,
    format, text,
    traced::{Asked, RunOf},
};
use buildout_model::{Input, Limit};

/// Values along each input.
const NODES: usize = 25;
/// Rows computed in a step: about two milliseconds.
const ROWS_A_STEP: usize = 4;
const HEIGHT_PX: f64 = 380.0;
/// Lines of equal height.
const CONTOURS: usize = 6;
/// Every so many values are in the table.
const TABLE_STEP: usize = 4;

/// The sheet at work.
pub(super) struct TwoWay {
    subject: Subject,
    target: Target,
    inputs: [Input; 2],
    /// None where both inputs are the same.
    plan: Option<GridPlan>,
    rows: Vec<GridRows>,
}

impl TwoWay {
    pub(super) fn new(subject: Subject) -> Self {
        let target = figure::chosen(&subject);
        let inputs = [
            subject.choices.input("x").unwrap_or(Input::CapexNextYear),
            subject.choices.input("y").unwrap_or(Input::PowerAddNextYear),
        ];
        let [x, y] = inputs;
        let plan = GridPlan::new(&subject.link.scenario, subject.quarters(), x, y, target, NODES, NODES).ok();
        Self { subject, target, inputs, plan, rows: vec![] }
    }
}

impl Job for TwoWay {
    fn step(&mut self) -> Progress {
        let Some(plan) = &self.plan else { return Progress::Done };
        let done = self.rows.len() * ROWS_A_STEP;
        if done >= plan.row_count() {
            return Progress::Done;
        }
        self.rows.push(plan.rows(done..(done + ROWS_A_STEP).min(plan.row_count())));
        Progress::Under(done as f64 / plan.row_count() as f64)
    }
}

impl Work for TwoWay {
    fn write(&self) -> Written {
        let subject = &self.subject;
        let mut html = Html::default();
        let [x, y] = self.inputs;
        html.element("div", &[("class", "sheet-controls")], |html| {
            figure::controls(html, subject);
            controls::inputs(html, "x", subject.say("Across", "横轴"), Some(x), subject.language);
            controls::inputs(html, "y", subject.say("Up", "纵轴"), Some(y), subject.language);
        });
        match self.plan.as_ref().and_then(|plan| plan.grid(self.rows.clone()).ok()) {
            Some(grid) => self.sheet(&mut html, &grid),
            None => {
                html.words("p", &[], subject.say("Choose two different inputs.", "请选择两个不同的参数。"))
            }
        }
        Written::Html(html.into_text())
    }
}

impl TwoWay {
    fn sheet(&self, html: &mut Html, grid: &Grid) {
        let subject = &self.subject;
        let Some((low, high)) = grid.extent() else {
            html.words(
                "p",
                &[],
                subject.say("There is no such figure anywhere here.", "此范围内不存在该指标。"),
            );
            return;
        };
        let width = subject.choices.width_px();
        let width_px = if width >= 760.0 { width / 2.0 - 8.0 } else { width };
        let here = Place { x: grid.now().x, y: grid.now().y };
        let marks = [(here, "here", subject.say("here", "当前"))];
        let title = figure::label(self.target, subject);
        let factor = if format::is_share(self.target.unit()) { 100.0 } else { 1.0 };
        let levels = nice_ticks(low * factor, high * factor, CONTOURS);
        let contours: Vec<_> = levels
            .into_iter()
            .map(|level| level / factor)
            .map(|level| (grid.contour(level), figure::say(self.target, Some(level), subject)))
            .collect();
        let says = self.sentence(grid, low, high);
        html.element("div", &[("class", "sheet-pictures maps")], |html| {
            html.element("figure", &[], |html| {
                html.words("figcaption", &[], &title);
                let map = Map { grid, width_px, height_px: HEIGHT_PX, says: &says };
                map.write(html, subject, |cell| self.look(cell, low, high), &contours, &marks);
            });
            html.element("figure", &[], |html| {
                html.words(
                    "figcaption",
                    &[],
                    subject.say("What holds the build back most often", "最常见的约束环节"),
                );
                let says = subject.say("The tightest limit over both inputs", "两个参数下的约束环节");
                let map = Map { grid, width_px, height_px: HEIGHT_PX, says };
                map.write(html, subject, |cell| self.binding(cell), &[], &marks);
                self.key(html);
            });
        });
        html.words("p", &[("class", "sheet-sentence")], &says);
        self.table(html, grid);
    }

    fn sentence(&self, grid: &Grid, low: f64, high: f64) -> String {
        let subject = &self.subject;
        let language = subject.language;
        let say = |value| figure::say(self.target, value, subject);
        let label = figure::label(self.target, subject);
        let [x, y] = self.inputs.map(|input| text::input_label(input, language));
        language.pick(
            format!(
                "{label} over {x} and {y}: from {} to {}, here {}. Click a cell to go there.",
                say(Some(low)),
                say(Some(high)),
                say(grid.now().result)
            ),
            format!(
                "{label}随{x}与{y}变化：{} 至 {}，当前 {}。点击单元格可前往。",
                say(Some(low)),
                say(Some(high)),
                say(grid.now().result)
            ),
        )
    }

    /// Below zero one colour, above another, the stronger the further; where all have one sign, from the lowest up.
    fn look(&self, cell: &GridCell, low: f64, high: f64) -> Look {
        let says = self.says(cell);
        let Some(value) = cell.result else { return Look { class: "cell missing", strength: 1.0, says } };
        let (class, share) = match value {
            value if low < 0.0 && high > 0.0 => {
                let most = high.max(-low);
                (if value < 0.0 { "cell minus" } else { "cell plus" }, value.abs() / most)
            }
            value => ("cell plus", (value - low) / (high - low).max(f64::MIN_POSITIVE)),
        };
        Look { class, strength: 0.06 + 0.9 * share, says }
    }

    fn binding(&self, cell: &GridCell) -> Look {
        let limit = cell.binding.unwrap_or(Limit::Demand);
        let class = match limit {
            Limit::Power => "cell power",
            Limit::Chips => "cell chips",
            Limit::Capital => "cell capital",
            Limit::Demand => "cell demand",
        };
        Look {
            class,
            strength: 0.85,
            says: format!("{}: {}", self.place(cell), text::limit(limit, self.subject.language)),
        }
    }

    fn place(&self, cell: &GridCell) -> String {
        let language = self.subject.language;
        let [x, y] = self.inputs;
        let say = |input: Input, value| {
            let value = text::input_value(input.declaration().unit, value, language);
            format!("{} {value}", text::input_label(input, language))
        };
        format!("{}, {}", say(x, cell.x), say(y, cell.y))
    }

    fn says(&self, cell: &GridCell) -> String {
        format!("{}: {}", self.place(cell), figure::say(self.target, cell.result, &self.subject))
    }

    fn key(&self, html: &mut Html) {
        html.element("ul", &[("class", "limits")], |html| {
            for limit in Limit::ALL {
                let class = match limit {
                    Limit::Power => "power",
                    Limit::Chips => "chips",
                    Limit::Capital => "capital",
                    Limit::Demand => "demand",
                };
                html.element("li", &[], |html| {
                    html.words("span", &[("class", &format!("swatch {class}"))], "");
                    html.text(text::limit(limit, self.subject.language));
                });
            }
        });
    }

    /// Some of the cells as a table; each leads there by keyboard too.
    fn table(&self, html: &mut Html, grid: &Grid) {
        let subject = &self.subject;
        let [x, y] = self.inputs;
        let value =
            |input: Input, value| text::input_value(input.declaration().unit, value, subject.language);
        html.element("details", &[("data-keep-open", "grid")], |html| {
            html.words("summary", &[], subject.say("Figures", "数据"));
            html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
                html.element("table", &[("data-sheet-table", "grid")], |html| {
                    html.element("thead", &[], |html| {
                        html.element("tr", &[], |html| {
                            let corner = [x, y].map(|input| text::input_label(input, subject.language));
                            html.words("td", &[], &format!("{} → {} ↓", corner[0], corner[1]));
                            for across in grid.x_values().iter().step_by(TABLE_STEP) {
                                html.words("th", &[("scope", "col")], &value(x, *across));
                            }
                        });
                    });
                    html.element("tbody", &[], |html| {
                        for row in grid.rows().step_by(TABLE_STEP) {
                            html.element("tr", &[], |html| {
                                let up = row.first().map_or(String::new(), |cell| value(y, cell.y));
                                html.words("th", &[("scope", "row")], &up);
                                for cell in row.iter().step_by(TABLE_STEP) {
                                    let exact = cell.result.map_or(String::new(), |value| value.to_string());
                                    let link = subject.with(&[(x, cell.x), (y, cell.y)]);
                                    let values = vec![(x, cell.x), (y, cell.y)];
                                    let asked = Asked::point(self.target.point(), RunOf::With(values));
                                    html.element("td", &[("data-value", &exact)], |html| {
                                        let words = figure::say(self.target, cell.result, subject);
                                        table::traced(html, cell.result.map(|_| &asked), &words);
                                        let go = subject.say("Go there", "前往该情景");
                                        let attributes = [
                                            ("type", "button"),
                                            ("class", "plain"),
                                            ("data-go", &*link),
                                            ("aria-label", go),
                                            ("title", go),
                                        ];
                                        html.words("button", &attributes, "→");
                                    });
                                }
                            });
                        }
                    });
                });
            });
        });
    }
}
