//! Values of inputs as a reader says them.

use crate::format::{is_share, number};
use buildout_model::Declaration;
use buildout_scenario::Language;

/// A number with as many decimals as it needs and no more.
fn plain(value: f64) -> String {
    let text = number(value, 4);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A value of an input with its unit, as a reader says it: `$150 B`, `60 %`, `2.5 quarters`.
#[must_use]
pub fn input_value(unit: &str, value: f64, language: Language) -> String {
    let n = plain(value);
    // Money is counted in billions, in Chinese in units of a hundred million.
    let sign = if value < 0.0 { "−" } else { "" };
    let (dollars, yi) = (plain(value.abs()), plain(value * 10.0));
    match unit {
        "share" => format!("{} %", plain(value * 100.0)),
        "share/yr" => {
            let percent = plain(value * 100.0);
            language.pick(format!("{percent} % a year"), format!("每年 {percent} %"))
        }
        "B$" => language.pick(format!("{sign}${dollars} B"), format!("{yi} 亿美元")),
        "B$/yr" => language.pick(format!("{sign}${dollars} B a year"), format!("每年 {yi} 亿美元")),
        "B$/quarter" => language.pick(format!("{sign}${dollars} B a quarter"), format!("每季 {yi} 亿美元")),
        "B$/GW" => language.pick(format!("{sign}${dollars} B per GW"), format!("每 GW {yi} 亿美元")),
        "B$/GW-yr" => {
            language.pick(format!("{sign}${dollars} B per GW and year"), format!("每 GW 每年 {yi} 亿美元"))
        }
        "B$/yr per million h" => language.pick(
            format!("{sign}${dollars} B a year per million hours"),
            format!("每百万工时每年 {yi} 亿美元"),
        ),
        "GW/yr" => language.pick(format!("{n} GW a year"), format!("每年 {n} GW")),
        "GW/quarter" => language.pick(format!("{n} GW a quarter"), format!("每季 {n} GW")),
        "ratio" => format!("{n}×"),
        // A year is not grouped.
        "year" => language.pick(format!("{value:.0}"), format!("{value:.0} 年")),
        "years" if value == 1.0 => language.pick("1 year".to_owned(), "1 年".to_owned()),
        "years" => language.pick(format!("{n} years"), format!("{n} 年")),
        "quarters" if value == 1.0 => language.pick("1 quarter".to_owned(), "1 个季度".to_owned()),
        "quarters" => language.pick(format!("{n} quarters"), format!("{n} 个季度")),
        "quarters of supply" if value == 1.0 => {
            language.pick("1 quarter of supply".to_owned(), "1 个季度的供给量".to_owned())
        }
        "quarters of supply" => {
            language.pick(format!("{n} quarters of supply"), format!("{n} 个季度的供给量"))
        }
        "million" => language.pick(format!("{n} million"), format!("{} 万", plain(value * 100.0))),
        "million h/yr" => language
            .pick(format!("{n} million hours a year"), format!("每年 {} 万工时", plain(value * 100.0))),
        "exponent" => n,
        "$/MWh" => language.pick(format!("${n} per MWh"), format!("每 MWh {n} 美元")),
        "$/seat-month" => language.pick(format!("${n} per seat and month"), format!("每席位每月 {n} 美元")),
        other => format!("{n} {other}"),
    }
}

/// The range of an input in the unit in which it is typed.
#[must_use]
pub fn input_range(declaration: &Declaration, language: Language) -> String {
    let Declaration { min, max, unit, .. } = declaration;
    let [low, high] = [min, max].map(|end| input_value(unit, *end, language));
    if is_share(unit) {
        return language
            .pick(format!("{min} to {max} ({low} to {high})"), format!("{min} 至 {max}（{low} 至 {high}）"));
    }
    language.pick(format!("{min} to {max}"), format!("{min} 至 {max}"))
}

/// The base value of an input in the unit in which it is typed, with the name of the baseline.
#[must_use]
pub fn input_base(declaration: &Declaration, base: f64, baseline: &str, language: Language) -> String {
    if is_share(declaration.unit) {
        let read = input_value(declaration.unit, base, language);
        return language.pick(
            format!("{base} ({read}), as of “{baseline}”"),
            format!("{base}，即 {read}（{baseline}）"),
        );
    }
    language.pick(format!("{base}, as of “{baseline}”"), format!("{base}（{baseline}）"))
}

/// How a value is typed, as the entry of its unit.
#[must_use]
pub fn typed_unit(unit: &'static str, language: Language) -> &'static str {
    match unit {
        "share" => language.pick("share: type 0.6 or 60 %", "比例：可输入 0.6 或 60 %"),
        "share/yr" => language.pick("share a year: type 0.07 or 7 %", "每年比例：可输入 0.07 或 7 %"),
        other => super::input_unit(other, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};
    use buildout_model::Input;

    #[test]
    fn values_read_as_they_are_said() {
        for (unit, value, english, chinese) in [
            ("B$", 150.0, "$150 B", "1,500 亿美元"),
            ("B$/yr", -1.5, "−$1.5 B a year", "每年 −15 亿美元"),
            ("share", 0.07, "7 %", "7 %"),
            ("share/yr", -0.125, "−12.5 % a year", "每年 −12.5 %"),
            ("year", 2028.0, "2028", "2028 年"),
            ("quarters", 2.5, "2.5 quarters", "2.5 个季度"),
            ("quarters", 1.0, "1 quarter", "1 个季度"),
            ("ratio", 1.15, "1.15×", "1.15×"),
            ("million", 1.4, "1.4 million", "140 万"),
            ("GW/yr", 10.0, "10 GW a year", "每年 10 GW"),
        ] {
            assert_eq!(input_value(unit, value, English), english);
            assert_eq!(input_value(unit, value, Chinese), chinese);
        }
    }

    #[test]
    fn every_unit_has_words() {
        for input in Input::ALL {
            let unit = input.declaration().unit;
            let is_plain = matches!(unit, "GW" | "kW");
            let text = input_value(unit, 3.0, Chinese);
            assert!(is_plain || !text.ends_with(unit), "{unit}: {text}");
        }
    }
}
