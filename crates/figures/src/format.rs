//! Figures as a reader reads them: grouped, with unit and a real minus sign.

use buildout_scenario::Language;

/// A number with `decimals` places, thousands grouped, and `−` for a minus.
#[must_use]
pub fn number(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let text = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let mut grouped = String::from(if value < 0.0 && !is_zero { "−" } else { "" });
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

/// Decimal places that leave about three digits to read.
fn places(value: f64) -> usize {
    match value.abs() {
        size if size >= 99.95 => 0,
        size if size >= 9.995 => 1,
        _ => 2,
    }
}

/// Whether a unit is a share that readers know as a percentage.
#[must_use]
pub fn is_share(unit: &str) -> bool {
    matches!(unit, "share" | "share/yr")
}

/// Whether a unit is money in billions.
fn is_billions(unit: &str) -> bool {
    unit.starts_with("B$")
}

/// A figure with its unit: `$28.3 B`, `34.1 %`, `3.98×`, `9.0 GW`.
#[must_use]
pub fn figure(unit: &str, value: f64, language: Language) -> String {
    if is_billions(unit) {
        return billions(value, language);
    }
    match unit {
        "share" | "share/yr" => format!("{} %", number(value * 100.0, 1)),
        "ratio" => format!("{}×", number(value, 2)),
        "million" => language.pick(
            format!("{} M", number(value, places(value))),
            format!("{} 万", number(value * 100.0, places(value * 100.0))),
        ),
        "quarters" | "years" | "year" | "quarters of supply" | "exponent" => number(value, 2),
        _ => format!("{} {}", number(value, places(value)), short_unit(unit)),
    }
}

/// Billions of dollars; Chinese counts in units of a hundred million.
fn billions(value: f64, language: Language) -> String {
    let sign = if value < 0.0 { "−" } else { "" };
    let size = value.abs();
    language.pick(
        format!("{sign}${} B", number(size, if size >= 999.5 { 0 } else { 1 })),
        format!("{sign}{} 亿美元", number(size * 10.0, 0)),
    )
}

/// A change of a figure as [`change`] writes it, unless it is too small to be seen: `−$0.0 B` says nothing.
#[must_use]
pub fn visible_change(unit: &str, difference: f64, language: Language) -> Option<String> {
    Some(change(unit, difference, language)).filter(|text| text.chars().any(|c| ('1'..='9').contains(&c)))
}

/// A change of a figure, with its sign: `+$1.2 B`, `−0.4 pts`.
#[must_use]
pub fn change(unit: &str, change: f64, language: Language) -> String {
    let sign = if change > 0.0 { "+" } else { "" };
    let text = if is_share(unit) {
        format!("{} {}", number(change * 100.0, 1), language.pick("pts", "个百分点"))
    } else {
        figure(unit, change, language)
    };
    format!("{sign}{text}")
}

/// A unit beside a number.
fn short_unit(unit: &str) -> &str {
    match unit {
        "GW/quarter" | "GW/yr" => "GW",
        other => other,
    }
}

/// The shortest text that reads back as the value: what a number field holds.
#[must_use]
pub fn exact(value: f64) -> String {
    value.to_string()
}

/// Reads what somebody typed: spaces and thousands separators are forgiven, `−` is a minus, `%` divides by a hundred.
#[must_use]
pub fn typed(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let text = text.replace(['−', '–', '-'], "-");
    let (text, scale) = match text.strip_suffix(['%', '%']) {
        Some(percent) => (percent.to_owned(), 0.01),
        None => (text, 1.0),
    };
    let value: f64 = text.parse().ok().filter(|value: &f64| value.is_finite())?;
    // A percentage is typed with few digits; multiplying must not add some.
    Some(if scale == 1.0 { value } else { (value * 1e10).round() / 1e12 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    #[test]
    fn numbers_are_grouped_and_signed() {
        for (value, decimals, want) in [
            (0.0, 1, "0.0"),
            (-0.04, 1, "0.0"),
            (-12.34, 1, "−12.3"),
            (1_234_567.8, 0, "1,234,568"),
            (999.96, 1, "1,000.0"),
            (f64::NAN, 1, "–"),
        ] {
            assert_eq!(number(value, decimals), want);
        }
    }

    #[test]
    fn figures_carry_their_unit() {
        for (unit, value, english, chinese) in [
            ("B$", -12.7, "−$12.7 B", "−127 亿美元"),
            ("B$/yr", 415.888, "$415.9 B", "4,159 亿美元"),
            ("share", 0.3408, "34.1 %", "34.1 %"),
            ("ratio", 3.978, "3.98×", "3.98×"),
            ("GW", 9.0, "9.00 GW", "9.00 GW"),
            ("million", 1.4, "1.40 M", "140 万"),
        ] {
            assert_eq!(figure(unit, value, English), english);
            assert_eq!(figure(unit, value, Chinese), chinese);
        }
    }

    #[test]
    fn changes_carry_their_sign() {
        assert_eq!(change("B$", 1.25, English), "+$1.2 B");
        assert_eq!(change("B$", -41.0, English), "−$41.0 B");
        assert_eq!(change("share", 0.012, English), "+1.2 pts");
        assert_eq!(change("share", -0.012, Chinese), "−1.2 个百分点");
        assert_eq!(visible_change("share", 0.012, English), Some("+1.2 pts".to_owned()));
        assert_eq!(visible_change("share", -0.0001, English), None);
        assert_eq!(visible_change("B$", f64::NAN, English), None);
    }

    #[test]
    fn typed_numbers_are_read_as_people_write_them() {
        for (text, want) in [
            ("180", Some(180.0)),
            (" 1,200.5 ", Some(1200.5)),
            ("−0.1", Some(-0.1)),
            ("60 %", Some(0.6)),
            ("7%", Some(0.07)),
            ("34.1%", Some(0.341)),
            ("", None),
            ("abc", None),
            ("inf", None),
            ("NaN", None),
        ] {
            assert_eq!(typed(text), want, "{text}");
        }
    }
}
