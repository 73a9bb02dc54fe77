//! An equation as a reader reads it: its terms by name, and the same with their numbers.
//!
//! The text is made of the expression that the run wrote down, so a changed equation changes its explanation. A choice by a
//! condition is written out, and what was taken of it is marked.

use super::point::name_of;
use crate::html::Html;
use buildout_figures::format;
use buildout_model::Quarter;
use buildout_scenario::Language;
use buildout_trace::{Cell, CellId, Condition, Expression, Function, Operator, Trace};

/// What stands for a term.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::sheet) enum Terms {
    /// Its name, as a button that leads to it.
    Names,
    /// Its number.
    Numbers,
}

/// How tightly the outermost operation of an expression binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Atom,
}

/// Writes equations.
pub(in crate::sheet) struct Equation<'a> {
    pub(in crate::sheet) trace: &'a Trace,
    pub(in crate::sheet) language: Language,
    pub(in crate::sheet) terms: Terms,
    /// The quarter of what the equation makes: terms of another quarter say theirs.
    pub(in crate::sheet) quarter: Option<Quarter>,
    /// Choices that go with every button, a line each.
    pub(in crate::sheet) trail: &'a str,
}

/// A number with the digits that an equation is read with.
pub(super) fn digits(value: f64) -> String {
    if value.is_infinite() {
        return if value > 0.0 { "∞" } else { "−∞" }.to_owned();
    }
    let size = value.abs();
    if size != 0.0 && !(1e-4..1e7).contains(&size) {
        return format!("{value:.4e}").replace('-', "−");
    }
    let before_point = if size < 1.0 { 1 } else { size.log10() as usize + 1 };
    format::number(value, 6_usize.saturating_sub(before_point))
}

/// A constant with all its digits.
fn constant(value: f64) -> String {
    if value.is_infinite() { digits(value) } else { format::exact(value).replace('-', "−") }
}

impl Equation<'_> {
    fn value(&self, expression: &Expression) -> f64 {
        expression.evaluate(&|id| self.trace.cell(id).map_or(f64::NAN, |cell| cell.value))
    }

    fn holds(&self, condition: &Condition) -> bool {
        condition.holds(&|id| self.trace.cell(id).map_or(f64::NAN, |cell| cell.value))
    }

    /// The equation, without what it is equal to.
    pub(in crate::sheet) fn write(&self, html: &mut Html, expression: &Expression) {
        self.part(html, expression, Binding::Sum);
    }

    fn part(&self, html: &mut Html, expression: &Expression, at_least: Binding) {
        let is_in_brackets = binding(expression) < at_least;
        if is_in_brackets {
            html.text("(");
        }
        match expression {
            Expression::Constant(value) => html.words("span", &[("class", "constant")], &constant(*value)),
            Expression::Cell(id) => self.term(html, *id),
            Expression::Apply(function, of) => self.apply(html, *function, of),
            Expression::Binary(operator, a, b) => self.binary(html, *operator, a, b),
            Expression::Over { dividend, divisor, otherwise } => {
                self.over(html, dividend, divisor, *otherwise)
            }
            Expression::Choose { condition, yes, no } => {
                let is_taken = self.holds(condition);
                html.element("span", &[("class", "choice")], |html| {
                    html.words("i", &[], self.language.pick("if ", "若 "));
                    html.element("span", &[("class", "condition")], |html| self.condition(html, condition));
                    html.words("i", &[], self.language.pick(" then ", " 则 "));
                    branch(html, is_taken, |html| self.part(html, yes, Binding::Sum));
                    html.words("i", &[], self.language.pick(" else ", " 否则 "));
                    branch(html, !is_taken, |html| self.part(html, no, Binding::Sum));
                });
            }
            Expression::Pick { values, index } => self.pick(html, values, index),
        }
        if is_in_brackets {
            html.text(")");
        }
    }

    fn apply(&self, html: &mut Html, function: Function, of: &Expression) {
        let (before, after) = match function {
            Function::Negate => {
                html.text("−");
                return self.part(html, of, Binding::Atom);
            }
            Function::SquareRoot => ("√(", ")"),
            Function::FourthRoot => ("∜(", ")"),
            Function::Exponential => ("exp(", ")"),
            Function::Logarithm => ("ln(", ")"),
            Function::Floor => ("⌊", "⌋"),
        };
        html.text(before);
        self.part(html, of, Binding::Sum);
        html.text(after);
    }

    fn binary(&self, html: &mut Html, operator: Operator, a: &Expression, b: &Expression) {
        let (sign, left, right) = match operator {
            Operator::Add => (" + ", Binding::Sum, Binding::Product),
            Operator::Subtract => (" − ", Binding::Sum, Binding::Product),
            Operator::Multiply => (" · ", Binding::Product, Binding::Atom),
            Operator::Divide => (" / ", Binding::Product, Binding::Atom),
            Operator::Power => {
                self.part(html, a, Binding::Atom);
                return html.element("sup", &[], |html| self.part(html, b, Binding::Sum));
            }
            Operator::Minimum | Operator::Maximum => return self.extreme(html, operator, a, b),
        };
        self.part(html, a, left);
        html.text(sign);
        self.part(html, b, right);
    }

    /// The smallest or largest of all that a chain of the same names.
    fn extreme(&self, html: &mut Html, operator: Operator, a: &Expression, b: &Expression) {
        let mut all = Vec::new();
        flatten(operator, a, &mut all);
        flatten(operator, b, &mut all);
        html.text(if operator == Operator::Minimum { "min(" } else { "max(" });
        for (place, one) in all.into_iter().enumerate() {
            if place > 0 {
                html.text("; ");
            }
            self.part(html, one, Binding::Sum);
        }
        html.text(")");
    }

    /// A quotient; what stands in its place where there is nothing to divide by is said only then.
    fn over(&self, html: &mut Html, dividend: &Expression, divisor: &Expression, otherwise: f64) {
        let is_divided = self.value(divisor) != 0.0;
        html.element("span", &[("class", "over")], |html| {
            branch(html, is_divided, |html| self.binary(html, Operator::Divide, dividend, divisor));
            html.words("i", &[], self.language.pick(" (if dividing by 0: ", "（除数为 0 时取 "));
            branch(html, !is_divided, |html| {
                html.words("span", &[("class", "constant")], &constant(otherwise));
            });
            html.words("i", &[], self.language.pick(")", "）"));
        });
    }

    /// One of many by its place: that one alone is written, with where it stands.
    fn pick(&self, html: &mut Html, values: &[Expression], index: &Expression) {
        let at = self.value(index);
        let picked = (at >= 0.0).then(|| values.get(at as usize)).flatten();
        html.element("span", &[("class", "pick")], |html| {
            match picked {
                Some(picked) => self.part(html, picked, Binding::Atom),
                None => html.words("span", &[("class", "constant")], "0"),
            }
            html.element("i", &[], |html| {
                html.text(self.language.pick(" (number ", "（第 "));
                self.part(html, index, Binding::Sum);
                let count = values.len().saturating_sub(1);
                html.text(
                    &self.language.pick(
                        format!(" of those numbered 0 to {count})"),
                        format!(" 个，编号 0 至 {count}）"),
                    ),
                );
            });
        });
    }

    fn condition(&self, html: &mut Html, condition: &Condition) {
        let mut compared = |a: &Expression, sign: &str, b: &Expression| {
            self.part(html, a, Binding::Sum);
            html.text(sign);
            self.part(html, b, Binding::Sum);
        };
        match condition {
            Condition::Known(holds) => {
                html.text(if *holds {
                    self.language.pick("always", "恒真")
                } else {
                    self.language.pick("never", "恒假")
                });
            }
            Condition::Below(a, b) => compared(a, " < ", b),
            Condition::AtMost(a, b) => compared(a, " ≤ ", b),
            Condition::Both(a, b) => {
                self.condition(html, a);
                html.words("i", &[], self.language.pick(" and ", " 且 "));
                self.condition(html, b);
            }
            Condition::Not(of) => match &**of {
                Condition::Below(a, b) => compared(a, " ≥ ", b),
                Condition::AtMost(a, b) => compared(a, " > ", b),
                of => {
                    html.words("i", &[], self.language.pick("not (", "非（"));
                    self.condition(html, of);
                    html.words("i", &[], self.language.pick(")", "）"));
                }
            },
        }
    }

    fn term(&self, html: &mut Html, id: CellId) {
        let Some(cell) = self.trace.cell(id) else { return };
        match self.terms {
            Terms::Numbers => html.words("b", &[], &digits(cell.value)),
            Terms::Names => {
                let choices = format!("trace={}{}", name_of(cell.figure, cell.quarter), self.trail);
                let attributes = [
                    ("type", "button"),
                    ("class", "term"),
                    ("data-choose", &*choices),
                    ("data-value", &*cell.value.to_string()),
                ];
                html.words("button", &attributes, &self.label(cell));
            }
        }
    }

    /// What a term is called, with its quarter where that is another.
    pub(super) fn label(&self, cell: &Cell) -> String {
        let label = self.language.pick(cell.figure.label_en(), cell.figure.label_zh());
        match cell.quarter.filter(|quarter| Some(*quarter) != self.quarter) {
            Some(quarter) => format!("{label} {quarter}"),
            None => label,
        }
    }
}

fn branch(html: &mut Html, is_taken: bool, inside: impl FnOnce(&mut Html)) {
    html.element("span", &[("class", if is_taken { "taken" } else { "left" })], inside);
}

fn flatten<'a>(operator: Operator, expression: &'a Expression, into: &mut Vec<&'a Expression>) {
    match expression {
        Expression::Binary(same, a, b) if *same == operator => {
            flatten(operator, a, into);
            flatten(operator, b, into);
        }
        _ => into.push(expression),
    }
}

fn binding(expression: &Expression) -> Binding {
    match expression {
        Expression::Binary(Operator::Add | Operator::Subtract, ..) => Binding::Sum,
        Expression::Apply(Function::Negate, _)
        | Expression::Binary(Operator::Multiply | Operator::Divide, ..) => Binding::Product,
        // A minus of its own reads badly beside another sign.
        Expression::Constant(value) if *value < 0.0 => Binding::Sum,
        // Both say what stands in their place otherwise, and would run into what follows.
        Expression::Over { .. } | Expression::Choose { .. } => Binding::Sum,
        // A base of a power is bracketed unless it is a name or number.
        _ => Binding::Atom,
    }
}
