//! Expressions as spreadsheet formulas, the same for Excel and LibreOffice.
//!
//! Only functions that both have had for decades are used, and a power is always `POWER`: the operator binds differently
//! from what a reader expects beside a minus sign.

use crate::layout::{Layout, Reference};
use buildout_scenario::Language;
use buildout_trace::{CellId, Condition, Expression, Function, Operator, Trace};
use rust_xlsxwriter::utility::row_col_to_cell;

/// More than any figure, where the model has no limit at all.
const NO_LIMIT: &str = "1E+300";

/// How tightly the outermost operation of a formula binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Atom,
}

/// A part of a formula.
struct Part {
    text: String,
    binding: Binding,
}

impl Part {
    fn atom(text: String) -> Self {
        Part { text, binding: Binding::Atom }
    }

    /// In brackets where it binds less tightly than `at_least`.
    fn within(self, at_least: Binding) -> String {
        if self.binding < at_least { format!("({})", self.text) } else { self.text }
    }
}

/// A whole number of places with a fixed shift.
struct Shifted {
    text: String,
    /// Whether it is taken from the shift, rather than added to it.
    is_taken: bool,
    shift: i32,
}

impl Shifted {
    fn plain(part: Part) -> Self {
        Shifted { text: part.within(Binding::Sum), is_taken: false, shift: 0 }
    }

    /// Its formula, moved by some places more.
    fn by(&self, more: i32) -> String {
        let shift = self.shift + more;
        match (self.is_taken, shift) {
            (true, _) => format!("{shift}-{}", self.text),
            (false, 0) => self.text.clone(),
            (false, _) => format!("{}{shift:+}", self.text),
        }
    }
}

/// Writes the formulas of the model's sheet.
pub(crate) struct FormulaWriter<'a> {
    pub(crate) trace: &'a Trace,
    pub(crate) layout: &'a Layout,
    pub(crate) language: Language,
}

impl FormulaWriter<'_> {
    /// The formula of an expression, without the sign of equality.
    pub(crate) fn formula(&self, expression: &Expression) -> String {
        self.part(expression).text
    }

    fn reference(&self, cell: CellId) -> Option<Reference> {
        self.layout.reference_to(self.trace, cell)
    }

    fn part(&self, expression: &Expression) -> Part {
        match expression {
            Expression::Constant(value) => constant(*value),
            // A reference that is nowhere shows as an error in the sheet, and in the tests.
            Expression::Cell(cell) => Part::atom(
                self.reference(*cell).map_or("#REF!".into(), |reference| reference.text(self.language)),
            ),
            Expression::Apply(function, of) => self.apply(*function, of),
            Expression::Binary(operator, a, b) => self.binary(*operator, a, b),
            Expression::Over { dividend, divisor, otherwise } => {
                let divided = self.binary(Operator::Divide, dividend, divisor).text;
                let (divisor, otherwise) = (self.formula(divisor), constant(*otherwise).text);
                Part::atom(format!("IF({divisor}=0,{otherwise},{divided})"))
            }
            Expression::Choose { condition, yes, no } => {
                let (condition, yes, no) = (self.condition(condition), self.formula(yes), self.formula(no));
                Part::atom(format!("IF({condition},{yes},{no})"))
            }
            Expression::Pick { values, index } => self.pick(values, index),
        }
    }

    fn apply(&self, function: Function, of: &Expression) -> Part {
        let of = self.part(of);
        Part::atom(match function {
            Function::Negate => {
                return Part { text: format!("0-{}", of.within(Binding::Product)), binding: Binding::Sum };
            }
            Function::SquareRoot => format!("SQRT({})", of.text),
            Function::FourthRoot => format!("SQRT(SQRT({}))", of.text),
            Function::Exponential => format!("EXP({})", of.text),
            Function::Logarithm => format!("LN({})", of.text),
            Function::Floor => format!("INT({})", of.text),
        })
    }

    fn binary(&self, operator: Operator, a: &Expression, b: &Expression) -> Part {
        let (sign, binding, right) = match operator {
            Operator::Add => ("+", Binding::Sum, Binding::Product),
            Operator::Subtract => ("-", Binding::Sum, Binding::Product),
            Operator::Multiply => ("*", Binding::Product, Binding::Atom),
            Operator::Divide => ("/", Binding::Product, Binding::Atom),
            Operator::Power => return Part::atom(format!("POWER({},{})", self.formula(a), self.formula(b))),
            Operator::Minimum | Operator::Maximum => return self.extreme(operator, a, b),
        };
        // The order of operations is kept, so that what comes out differs from the engine by rounding at most.
        let (a, b) = (self.part(a).within(binding), self.part(b).within(right));
        Part { text: format!("{a}{sign}{b}"), binding }
    }

    /// `MIN` or `MAX`, with a chain of the same written as one.
    fn extreme(&self, operator: Operator, a: &Expression, b: &Expression) -> Part {
        let mut of = Vec::new();
        self.collect(operator, a, &mut of);
        self.collect(operator, b, &mut of);
        let name = if operator == Operator::Minimum { "MIN" } else { "MAX" };
        Part::atom(format!("{name}({})", of.join(",")))
    }

    fn collect(&self, operator: Operator, expression: &Expression, into: &mut Vec<String>) {
        match expression {
            Expression::Binary(same, a, b) if *same == operator => {
                self.collect(operator, a, into);
                self.collect(operator, b, into);
            }
            _ => into.push(self.formula(expression)),
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        match condition {
            Condition::Known(holds) => if *holds { "TRUE" } else { "FALSE" }.into(),
            Condition::Below(a, b) => format!("{}<{}", self.formula(a), self.formula(b)),
            Condition::AtMost(a, b) => format!("{}<={}", self.formula(a), self.formula(b)),
            Condition::Both(a, b) => format!("AND({},{})", self.condition(a), self.condition(b)),
            Condition::Not(of) => format!("NOT({})", self.condition(of)),
        }
    }

    /// `INDEX` over a stretch of one row, after equal constants if there are any; `CHOOSE` for anything else.
    fn pick(&self, values: &[Expression], index: &Expression) -> Part {
        let count = values.len();
        let index = self.shifted(index);
        let at = index.by(0);
        let is_leading = |value: &&Expression| is_constant(value) && Some(*value) == values.first();
        let leading = values.iter().take_while(is_leading).count();
        let Some(range) = self.stretch(values.get(leading..).unwrap_or_default()) else {
            let values: Vec<String> = values.iter().map(|value| self.formula(value)).collect();
            let (place, values) = (index.by(1), values.join(","));
            return Part::atom(format!("IF(OR({at}<0,{at}>={count}),0,CHOOSE({place},{values}))"));
        };
        let picked = format!("INDEX({range},1,{})", index.by(1 - leading as i32));
        Part::atom(match values.first() {
            Some(Expression::Constant(value)) if *value != 0.0 => {
                let constant = constant(*value).text;
                format!("IF(OR({at}<0,{at}>={count}),0,IF({at}<{leading},{constant},{picked}))")
            }
            _ => format!("IF(OR({at}<{leading},{at}>={count}),0,{picked})"),
        })
    }

    /// An index as a number and what is added to it or what it is taken from: `7 - life + 9` is 16 less `life`.
    fn shifted(&self, index: &Expression) -> Shifted {
        let whole = |value: &f64| (value.fract() == 0.0 && value.abs() < 1e6).then_some(*value as i32);
        match index {
            Expression::Binary(operator @ (Operator::Add | Operator::Subtract), a, b) => match (&**a, &**b) {
                (_, Expression::Constant(value)) => {
                    let Some(value) = whole(value) else { return Shifted::plain(self.part(index)) };
                    let shifted = self.shifted(a);
                    let by = if *operator == Operator::Add { value } else { -value };
                    Shifted { shift: shifted.shift + by, ..shifted }
                }
                (Expression::Constant(value), _) if *operator == Operator::Subtract => match whole(value) {
                    Some(shift) => {
                        Shifted { text: self.part(b).within(Binding::Product), is_taken: true, shift }
                    }
                    None => Shifted::plain(self.part(index)),
                },
                _ => Shifted::plain(self.part(index)),
            },
            _ => Shifted::plain(self.part(index)),
        }
    }

    /// The range of cells that stand side by side on the model's sheet.
    fn stretch(&self, values: &[Expression]) -> Option<String> {
        let mut places = values.iter().map(|value| match value {
            Expression::Cell(cell) => match self.reference(*cell)? {
                Reference::Model { row, column } => Some((row, column)),
                _ => None,
            },
            _ => None,
        });
        let (row, first) = places.next()??;
        let mut last = first;
        for place in places {
            if place? != (row, last + 1) {
                return None;
            }
            last += 1;
        }
        Some(format!("${}:{}", row_col_to_cell(row, first), row_col_to_cell(row, last)))
    }
}

fn is_constant(expression: &Expression) -> bool {
    matches!(expression, Expression::Constant(_))
}

fn constant(value: f64) -> Part {
    if value == f64::INFINITY {
        return Part::atom(NO_LIMIT.into());
    }
    let magnitude = value.abs();
    let text = if magnitude != 0.0 && !(1e-4..1e15).contains(&magnitude) {
        format!("{magnitude:E}")
    } else {
        magnitude.to_string()
    };
    // A negative number beside an operator stands in brackets.
    if value < 0.0 { Part { text: format!("-{text}"), binding: Binding::Sum } } else { Part::atom(text) }
}
