//! Where two inputs together reach what is wished for, and the nearest such place.

use super::{Seek, figure};
use crate::{
    html::Html,
    sheet::map::{Look, Map},
};
use buildout_analysis::{Feasible, GridCell, Place};
use buildout_figures::text;
use buildout_model::Input;

const HEIGHT_PX: f64 = 380.0;

pub(super) fn write(html: &mut Html, seek: &Seek, region: &Feasible) {
    let subject = &seek.subject;
    let grid = &region.grid;
    let inputs = [grid.x(), grid.y()];
    let here = Place { x: grid.now().x, y: grid.now().y };
    let mut marks = vec![(here, "here", subject.say("here", "当前"))];
    if let Some(nearest) = region.nearest {
        marks.push((nearest.place, "nearest", subject.say("nearest", "最近")));
    }
    let words = sentence(seek, region, inputs);
    html.element("figure", &[("class", "maps"), ("data-region", "")], |html| {
        html.words("figcaption", &[], subject.say("Where both together do", "两个参数共同达到目标的区域"));
        let width_px = subject.choices.width_px().min(720.0);
        let map = Map { grid, width_px, height_px: HEIGHT_PX, says: &words };
        let level = seek.say(Some(region.requirement.value));
        map.write(
            html,
            subject,
            |cell| look(seek, region, cell, inputs),
            &[(region.boundary.clone(), level)],
            &marks,
        );
    });
    html.element("p", &[("class", "sheet-sentence")], |html| {
        html.text(&words);
        if let Some(nearest) = region.nearest.filter(|nearest| nearest.distance > 0.0) {
            let link = subject.with(&[(inputs[0], nearest.place.x), (inputs[1], nearest.place.y)]);
            html.text(" ");
            html.words(
                "button",
                &[("type", "button"), ("data-go", &link)],
                subject.say("Set both", "同时采用"),
            );
        }
    });
}

fn sentence(seek: &Seek, region: &Feasible, inputs: [Input; 2]) -> String {
    let language = seek.subject.language;
    let share = format!("{:.0} %", 100.0 * region.share);
    let Some(nearest) = region.nearest else {
        return language.pick(
            "No pair of values in their ranges does.".to_owned(),
            "在两者的范围内没有任何组合能够达到。".to_owned(),
        );
    };
    if nearest.distance == 0.0 {
        return language.pick(
            format!("The scenario does already; so does {share} of the map."),
            format!("当前情景已经达到；图中 {share} 的区域也达到。"),
        );
    }
    let [x, y] = [(inputs[0], nearest.place.x), (inputs[1], nearest.place.y)].map(|(input, value)| {
        let value = text::input_value(input.declaration().unit, value, language);
        format!("{} {value}", text::input_label(input, language))
    });
    language.pick(
        format!("{share} of the map does. The nearest place, in shares of both ranges: {x}, {y}."),
        format!("图中 {share} 的区域达到。按两者范围的比例，最近的是：{x}，{y}。"),
    )
}

fn look(seek: &Seek, region: &Feasible, cell: &GridCell, inputs: [Input; 2]) -> Look {
    let language = seek.subject.language;
    let say = |input: Input, value| text::input_value(input.declaration().unit, value, language);
    let result = figure::say(seek.target, cell.result, &seek.subject);
    let says = format!("{}, {}: {result}", say(inputs[0], cell.x), say(inputs[1], cell.y));
    match cell.result {
        None => Look { class: "cell missing", strength: 1.0, says },
        Some(value) if region.requirement.is_met(value) => Look { class: "cell plus", strength: 0.55, says },
        Some(_) => Look { class: "cell minus", strength: 0.12, says },
    }
}
