//! The number that writes down what is done with it.

use crate::{
    figure::{Figure, Step},
    operation::{Function, NodeId, Operand, Operation, Operator},
    tape::Tape,
};
use buildout_model::{Number, Quarter};
use core::ops::{Add, Div, Mul, Neg, Sub};

/// A constant, or a place on a tape.
///
/// Operations on constants are done, not written, and so are those that change nothing (`x + 0`, `1 · x`) or leave nothing
/// (`0 · x`, as every number of a run is finite): all depend on the quarter alone, never on an input.
#[derive(Clone, Copy)]
pub(crate) enum Recorded<'a> {
    Constant(f64),
    Written { tape: &'a Tape, node: NodeId },
}

/// A condition: known beforehand, or a place on a tape.
#[derive(Clone, Copy)]
pub(crate) enum RecordedMask<'a> {
    Known(bool),
    Written { tape: &'a Tape, node: NodeId },
}

impl<'a> Recorded<'a> {
    pub(crate) fn operand(self) -> Operand {
        match self {
            Recorded::Constant(value) => Operand::constant(value),
            Recorded::Written { node, .. } => Operand::Node(node),
        }
    }

    fn value(self) -> f64 {
        match self {
            Recorded::Constant(value) => value,
            Recorded::Written { tape, node } => tape.value(node),
        }
    }

    fn tape(self) -> Option<&'a Tape> {
        match self {
            Recorded::Constant(_) => None,
            Recorded::Written { tape, .. } => Some(tape),
        }
    }

    /// Writes an operation where one of its operands is written, else it is the constant `value`.
    fn from(tape: Option<&'a Tape>, operation: Operation, value: f64) -> Self {
        match tape {
            None => Recorded::Constant(value),
            Some(tape) => Recorded::Written { tape, node: tape.write(operation, value) },
        }
    }

    fn apply(self, function: Function) -> Self {
        let value = function.of(self.value());
        Self::from(self.tape(), Operation::Apply(function, self.operand()), value)
    }

    fn binary(self, operator: Operator, other: Self) -> Self {
        let (a, b) = (self.operand(), other.operand());
        match operator {
            Operator::Add if a.is(0.0) => return other,
            Operator::Multiply if a.is(1.0) => return other,
            Operator::Multiply if a.is(0.0) || b.is(0.0) => return Recorded::Constant(0.0),
            Operator::Add | Operator::Subtract if b.is(0.0) => return self,
            Operator::Multiply | Operator::Divide if b.is(1.0) => return self,
            Operator::Power if a.is(1.0) => return self,
            _ => {}
        }
        let value = operator.of(self.value(), other.value());
        Self::from(self.tape().or(other.tape()), Operation::Binary(operator, a, b), value)
    }

    fn name_as(self, step: Step, quarter: impl FnOnce(&Tape) -> Option<Quarter>) -> Self {
        let Recorded::Written { tape, node } = self else { return self };
        let operation = Operation::Named(Operand::Node(node));
        let named = tape.name(Figure::Step(step), quarter(tape), operation, tape.value(node));
        named.map_or(self, |node| Recorded::Written { tape, node })
    }
}

impl<'a> RecordedMask<'a> {
    fn operand(self) -> Operand {
        match self {
            RecordedMask::Known(holds) => Operand::constant(f64::from(u8::from(holds))),
            RecordedMask::Written { node, .. } => Operand::Node(node),
        }
    }

    fn holds(self) -> bool {
        match self {
            RecordedMask::Known(holds) => holds,
            RecordedMask::Written { tape, node } => tape.value(node) != 0.0,
        }
    }

    fn from(tape: Option<&'a Tape>, operation: Operation, holds: bool) -> Self {
        match tape {
            None => RecordedMask::Known(holds),
            Some(tape) => {
                RecordedMask::Written { tape, node: tape.write(operation, f64::from(u8::from(holds))) }
            }
        }
    }
}

macro_rules! arithmetic {
    ($($trait:ident $method:ident $operator:expr;)*) => {$(
        impl $trait for Recorded<'_> {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                self.binary($operator, other)
            }
        }
        impl $trait<f64> for Recorded<'_> {
            type Output = Self;
            fn $method(self, other: f64) -> Self {
                self.binary($operator, Recorded::Constant(other))
            }
        }
    )*};
}

arithmetic! {
    Add add Operator::Add;
    Sub sub Operator::Subtract;
    Mul mul Operator::Multiply;
    Div div Operator::Divide;
}

impl Neg for Recorded<'_> {
    type Output = Self;
    fn neg(self) -> Self {
        self.apply(Function::Negate)
    }
}

impl<'a> Number for Recorded<'a> {
    type Mask = RecordedMask<'a>;

    fn of(value: f64) -> Self {
        Recorded::Constant(value)
    }
    fn sqrt(self) -> Self {
        self.apply(Function::SquareRoot)
    }
    fn exp(self) -> Self {
        self.apply(Function::Exponential)
    }
    fn ln(self) -> Self {
        self.apply(Function::Logarithm)
    }
    fn powf(self, exponent: Self) -> Self {
        self.binary(Operator::Power, exponent)
    }
    fn floor(self) -> Self {
        self.apply(Function::Floor)
    }
    fn below(self, other: Self) -> Self::Mask {
        // Nothing finite is below all numbers.
        if other.tape().is_some() && self.operand().is(f64::NEG_INFINITY) {
            return RecordedMask::Known(true);
        }
        let operation = Operation::Below(self.operand(), other.operand());
        RecordedMask::from(self.tape().or(other.tape()), operation, self.value() < other.value())
    }
    fn both(a: Self::Mask, b: Self::Mask) -> Self::Mask {
        match (a, b) {
            (RecordedMask::Known(known), other) | (other, RecordedMask::Known(known)) => {
                if known {
                    other
                } else {
                    RecordedMask::Known(false)
                }
            }
            (RecordedMask::Written { tape, .. }, _) => RecordedMask::from(
                Some(tape),
                Operation::Both(a.operand(), b.operand()),
                a.holds() && b.holds(),
            ),
        }
    }
    fn not(condition: Self::Mask) -> Self::Mask {
        match condition {
            RecordedMask::Known(holds) => RecordedMask::Known(!holds),
            RecordedMask::Written { tape, .. } => {
                RecordedMask::from(Some(tape), Operation::Not(condition.operand()), !condition.holds())
            }
        }
    }
    fn choose(condition: Self::Mask, yes: Self, no: Self) -> Self {
        match condition {
            RecordedMask::Known(holds) => {
                if holds {
                    yes
                } else {
                    no
                }
            }
            RecordedMask::Written { tape, .. } => {
                let value = if condition.holds() { yes.value() } else { no.value() };
                let (condition, yes, no) = (condition.operand(), yes.operand(), no.operand());
                Self::from(Some(tape), Operation::Choose { condition, yes, no }, value)
            }
        }
    }
    fn pick(values: &[Self], index: Self) -> Self {
        let Recorded::Written { tape, .. } = index else {
            let at = index.value();
            let found = if at < 0.0 { None } else { values.get(at as usize).copied() };
            return found.unwrap_or(Recorded::Constant(0.0));
        };
        let numbers: Vec<f64> = values.iter().map(|value| value.value()).collect();
        let value = Number::pick(&numbers, index.value());
        let mut values: Vec<Operand> = values.iter().map(|value| value.operand()).collect();
        // Beyond the values is 0 anyhow.
        while values.last().is_some_and(|last| last.is(0.0)) {
            values.pop();
        }
        if values.is_empty() {
            return Recorded::Constant(0.0);
        }
        Self::from(Some(tape), Operation::Pick { values, index: index.operand() }, value)
    }

    fn named(self, name: &'static str) -> Self {
        self.name_as(Step::whole(name), |tape| tape.quarter.get())
    }
    fn named_part(self, of: &'static str, part: &'static str) -> Self {
        self.name_as(Step::part(of, part), |tape| tape.quarter.get())
    }
    fn named_at(self, name: &'static str, place: usize) -> Self {
        self.name_as(Step::whole(name), |tape| Some(tape.first.plus(place as i32)))
    }

    // The rest has defaults made of the above; these are written as what they mean.
    fn at_most(self, other: Self) -> Self::Mask {
        let operation = Operation::AtMost(self.operand(), other.operand());
        RecordedMask::from(self.tape().or(other.tape()), operation, self.value() <= other.value())
    }
    fn min(self, other: Self) -> Self {
        self.binary(Operator::Minimum, other)
    }
    fn max(self, other: Self) -> Self {
        self.binary(Operator::Maximum, other)
    }
    fn rest(self) -> Self {
        Recorded::Constant(1.0).binary(Operator::Subtract, self)
    }
    fn fourth_root(self) -> Self {
        self.apply(Function::FourthRoot)
    }
    fn over(self, divisor: Self, otherwise: f64) -> Self {
        let Recorded::Written { tape, .. } = divisor else {
            return Self::choose(
                RecordedMask::Known(divisor.value() == 0.0),
                Recorded::Constant(otherwise),
                self.binary(Operator::Divide, divisor),
            );
        };
        let value = Number::over(self.value(), divisor.value(), otherwise);
        let operation = Operation::Over {
            dividend: self.operand(),
            divisor: divisor.operand(),
            otherwise: Operand::constant(otherwise),
        };
        Self::from(Some(tape), operation, value)
    }
}
