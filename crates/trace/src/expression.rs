//! Expressions over cells: what a figure is made of.

use crate::{
    operation::{Function, Operator},
    trace::CellId,
};
use buildout_model::Number;

/// An expression over cells and constants.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A constant of the model. It can be infinite, where a limit is absent.
    Constant(f64),
    /// The value of a cell.
    Cell(CellId),
    /// An operation on one number.
    Apply(Function, Box<Expression>),
    /// An operation on two numbers.
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// A quotient, or a constant where the divisor is 0.
    Over {
        /// What is divided.
        dividend: Box<Expression>,
        /// By what.
        divisor: Box<Expression>,
        /// The result where the divisor is 0.
        otherwise: f64,
    },
    /// One of two, by a condition.
    Choose {
        /// The condition.
        condition: Box<Condition>,
        /// The result where it holds.
        yes: Box<Expression>,
        /// The result where it does not.
        no: Box<Expression>,
    },
    /// One of many, by a whole number counted from 0; 0 outside them.
    Pick {
        /// The values.
        values: Vec<Expression>,
        /// Which of them.
        index: Box<Expression>,
    },
}

/// A condition over expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Always, or never.
    Known(bool),
    /// `a < b`.
    Below(Expression, Expression),
    /// `a ≤ b`.
    AtMost(Expression, Expression),
    /// Both of two.
    Both(Box<Condition>, Box<Condition>),
    /// The opposite.
    Not(Box<Condition>),
}

impl Expression {
    /// The result, to the bit that a run gets, from the value of every cell.
    #[must_use]
    pub fn evaluate(&self, value: &impl Fn(CellId) -> f64) -> f64 {
        match self {
            Expression::Constant(constant) => *constant,
            Expression::Cell(cell) => value(*cell),
            Expression::Apply(function, of) => function.of(of.evaluate(value)),
            Expression::Binary(operator, a, b) => operator.of(a.evaluate(value), b.evaluate(value)),
            Expression::Over { dividend, divisor, otherwise } => {
                Number::over(dividend.evaluate(value), divisor.evaluate(value), *otherwise)
            }
            Expression::Choose { condition, yes, no } => {
                if condition.holds(value) {
                    yes.evaluate(value)
                } else {
                    no.evaluate(value)
                }
            }
            Expression::Pick { values, index } => {
                let index = index.evaluate(value);
                let picked = (index >= 0.0).then(|| values.get(index as usize)).flatten();
                picked.map_or(0.0, |picked| picked.evaluate(value))
            }
        }
    }

    /// Calls `visit` with every cell, in the order in which they are written; a cell that occurs twice is visited twice.
    pub fn cells(&self, visit: &mut impl FnMut(CellId)) {
        match self {
            Expression::Constant(_) => {}
            Expression::Cell(cell) => visit(*cell),
            Expression::Apply(_, of) => of.cells(visit),
            Expression::Binary(_, a, b) | Expression::Over { dividend: a, divisor: b, .. } => {
                a.cells(visit);
                b.cells(visit);
            }
            Expression::Choose { condition, yes, no } => {
                condition.cells(visit);
                yes.cells(visit);
                no.cells(visit);
            }
            Expression::Pick { values, index } => {
                values.iter().for_each(|value| value.cells(visit));
                index.cells(visit);
            }
        }
    }
}

impl Condition {
    /// Whether it holds, from the value of every cell.
    #[must_use]
    pub fn holds(&self, value: &impl Fn(CellId) -> f64) -> bool {
        match self {
            Condition::Known(holds) => *holds,
            Condition::Below(a, b) => a.evaluate(value) < b.evaluate(value),
            Condition::AtMost(a, b) => a.evaluate(value) <= b.evaluate(value),
            Condition::Both(a, b) => a.holds(value) && b.holds(value),
            Condition::Not(of) => !of.holds(value),
        }
    }

    fn cells(&self, visit: &mut impl FnMut(CellId)) {
        match self {
            Condition::Known(_) => {}
            Condition::Below(a, b) | Condition::AtMost(a, b) => {
                a.cells(visit);
                b.cells(visit);
            }
            Condition::Both(a, b) => {
                a.cells(visit);
                b.cells(visit);
            }
            Condition::Not(of) => of.cells(visit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Condition, Expression, Function, Operator};
    use crate::trace::CellId;

    fn constant(value: f64) -> Box<Expression> {
        Box::new(Expression::Constant(value))
    }

    #[test]
    fn evaluates_every_kind() {
        let below = |a, b| Box::new(Condition::Below(*constant(a), *constant(b)));
        let values = vec![*constant(5.0), *constant(6.0)];
        for (expression, want) in [
            (Expression::Apply(Function::Floor, constant(2.7)), 2.0),
            (Expression::Binary(Operator::Subtract, constant(1.0), constant(3.0)), -2.0),
            (Expression::Over { dividend: constant(1.0), divisor: constant(0.0), otherwise: 9.0 }, 9.0),
            (Expression::Over { dividend: constant(1.0), divisor: constant(2.0), otherwise: 9.0 }, 0.5),
            (Expression::Choose { condition: below(1.0, 2.0), yes: constant(3.0), no: constant(4.0) }, 3.0),
            (
                Expression::Choose {
                    condition: Box::new(Condition::Not(below(1.0, 2.0))),
                    yes: constant(3.0),
                    no: constant(4.0),
                },
                4.0,
            ),
            (Expression::Pick { values: values.clone(), index: constant(1.0) }, 6.0),
            (Expression::Pick { values: values.clone(), index: constant(-1.0) }, 0.0),
            (Expression::Pick { values, index: constant(2.0) }, 0.0),
        ] {
            let none = |_: CellId| f64::NAN;
            assert_eq!(expression.evaluate(&none), want, "{expression:?}");
        }
    }
}
