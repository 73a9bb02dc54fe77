//! The headline of every preset, as one version of the model gave it and as another does.

use crate::{
    controls,
    html::Html,
    sheet::{Subject, table},
};
use buildout_figures::text;
use buildout_model::{Baseline, HeadlineFigure, MAX_QUARTERS, MODEL_VERSION};
use buildout_scenario::{PRESETS, Scenario};

/// Names of the controls.
const FROM: &str = "version-from";
const TO: &str = "version-to";
/// What the build at hand is called.
const THIS_BUILD: &str = "build";

/// The figures of every version, the first one first.
const VERSIONS: [&str; MODEL_VERSION as usize] = [include_str!("../../../../../data/versions/model-1.csv")];

/// Less than this share of a figure, or of 1, is rounding.
const ROUNDING: f64 = 1e-9;

/// A table of headlines: a row of names, then rows of a scenario, its baseline, and its figures.
type Headlines = Vec<Vec<String>>;

fn of_version(text: &str) -> Headlines {
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn of_this_build() -> Headlines {
    let bases = Baseline::ALL.map(|baseline| ("base", Scenario::base(baseline)));
    let presets = PRESETS.iter().map(|preset| (preset.id, preset.scenario()));
    let mut rows: Headlines = Vec::new();
    for (name, scenario) in bases.into_iter().chain(presets) {
        let Some(headline) = scenario.headline(&scenario.run(MAX_QUARTERS)) else { continue };
        if rows.is_empty() {
            let names = headline.figures().map(|(name, _)| name.to_owned());
            rows.push(["scenario", "baseline"].map(str::to_owned).into_iter().chain(names).collect());
        }
        let figures = headline.figures().map(|(_, figure)| match figure {
            HeadlineFigure::Number(number) => number.map_or(String::new(), |number| number.to_string()),
            HeadlineFigure::Quarter(quarter) => quarter.map_or(String::new(), |quarter| quarter.to_string()),
        });
        rows.push([name.to_owned(), scenario.baseline().to_string()].into_iter().chain(figures).collect());
    }
    rows
}

/// A figure that is another in the second table.
struct Difference {
    scenario: String,
    figure: String,
    from: String,
    to: String,
}

fn is_same(from: &str, to: &str) -> bool {
    match (from.parse::<f64>(), to.parse::<f64>()) {
        (Ok(from), Ok(to)) => (from - to).abs() <= ROUNDING * from.abs().max(1.0),
        _ => from == to,
    }
}

/// How many figures both have, and which differ.
fn compare(from: &Headlines, to: &Headlines) -> (usize, Vec<Difference>) {
    let (mut count, mut differences) = (0, Vec::new());
    let Some(names) = from.first() else { return (0, differences) };
    for row in from.iter().skip(1) {
        let Some(other) = to.iter().find(|other| other.get(..2) == row.get(..2)) else { continue };
        for ((figure, from), to) in names.iter().zip(row).zip(other).skip(2) {
            count += 1;
            if !is_same(from, to) {
                let scenario = row.iter().take(2).cloned().collect::<Vec<_>>().join(" · ");
                differences.push(Difference {
                    scenario,
                    figure: figure.clone(),
                    from: from.clone(),
                    to: to.clone(),
                });
            }
        }
    }
    (count, differences)
}

pub(super) fn write(html: &mut Html, subject: &Subject) {
    let language = subject.language;
    let numbers: Vec<String> = (1..=MODEL_VERSION).map(|version| version.to_string()).collect();
    let chosen = |name: &str, otherwise: &str| {
        let asked = subject.choices.get(name).unwrap_or(otherwise);
        let is_known = asked == THIS_BUILD || numbers.iter().any(|number| number == asked);
        (if is_known { asked } else { otherwise }).to_owned()
    };
    let (from, to) = (chosen(FROM, &MODEL_VERSION.to_string()), chosen(TO, THIS_BUILD));
    let figures = |version: &str| {
        let number = version.parse::<usize>().ok().and_then(|number| VERSIONS.get(number.checked_sub(1)?));
        number.map_or_else(of_this_build, |text| of_version(text))
    };
    let (count, differences) = compare(&figures(&from), &figures(&to));
    html.element("section", &[("data-version-differences", &*differences.len().to_string())], |html| {
        html.words("h3", &[], subject.say("Versions of the model", "模型版本"));
        html.element("div", &[("class", "sheet-controls")], |html| {
            let words: Vec<(String, String)> = numbers
                .iter()
                .map(|number| {
                    (number.clone(), language.pick(format!("version {number}"), format!("版本 {number}")))
                })
                .chain([(THIS_BUILD.to_owned(), subject.say("this build", "当前构建").to_owned())])
                .collect();
            for (name, label, chosen) in
                [(FROM, subject.say("From", "自"), &from), (TO, subject.say("to", "至"), &to)]
            {
                let options = words.iter().map(|(value, words)| (value.as_str(), words.as_str()));
                controls::select(html, name, label, chosen, options);
            }
        });
        let changed = differences.len();
        html.words(
            "p",
            &[],
            &language.pick(
                format!("{changed} of {count} headline figures of the base cases and presets differ."),
                format!("基准与预设情景的 {count} 项核心指标中有 {changed} 项不同。"),
            ),
        );
        if differences.is_empty() {
            return;
        }
        table::wide(html, "versions", |html| {
            let heads = [subject.say("Scenario", "情景"), subject.say("Figure", "指标"), &from, &to];
            table::head(html, &heads);
            html.element("tbody", &[], |html| {
                for difference in &differences {
                    html.element("tr", &[], |html| {
                        html.words("th", &[("scope", "row")], &difference.scenario);
                        html.words("td", &[], text::headline_label(&difference.figure, language));
                        html.words("td", &[], &difference.from);
                        html.words("td", &[], &difference.to);
                    });
                }
            });
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_build_gives_the_figures_of_its_version() {
        let (count, differences) = compare(&of_version(VERSIONS[VERSIONS.len() - 1]), &of_this_build());
        assert_eq!(count, (Baseline::ALL.len() + PRESETS.len()) * 12);
        assert!(differences.is_empty());
    }

    #[test]
    fn another_figure_is_a_difference() {
        let now = of_this_build();
        let mut other = now.clone();
        other[3][4] = "12.5".to_owned();
        let (_, differences) = compare(&now, &other);
        assert_eq!(differences.len(), 1);
        assert_eq!(
            (differences[0].figure.as_str(), differences[0].to.as_str()),
            (now[0][4].as_str(), "12.5")
        );
    }
}
