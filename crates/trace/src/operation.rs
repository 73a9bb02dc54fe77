//! What an equation does, one operation at a time, and what comes out of it.

use buildout_model::Number;

/// An operation on one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    /// The number with the other sign.
    Negate,
    /// The square root.
    SquareRoot,
    /// The fourth root: a yearly factor as a quarterly one.
    FourthRoot,
    /// The exponential.
    Exponential,
    /// The natural logarithm.
    Logarithm,
    /// The largest whole number not above.
    Floor,
}

impl Function {
    /// The result, to the bit that a run gets.
    #[must_use]
    pub fn of(self, x: f64) -> f64 {
        match self {
            Function::Negate => -x,
            Function::SquareRoot => Number::sqrt(x),
            Function::FourthRoot => Number::fourth_root(x),
            Function::Exponential => Number::exp(x),
            Function::Logarithm => Number::ln(x),
            Function::Floor => Number::floor(x),
        }
    }
}

/// An operation on two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `a + b`.
    Add,
    /// `a − b`.
    Subtract,
    /// `a · b`.
    Multiply,
    /// `a / b`.
    Divide,
    /// `a` to the power `b`.
    Power,
    /// The smaller.
    Minimum,
    /// The larger.
    Maximum,
}

impl Operator {
    /// The result, to the bit that a run gets.
    #[must_use]
    pub fn of(self, a: f64, b: f64) -> f64 {
        match self {
            Operator::Add => a + b,
            Operator::Subtract => a - b,
            Operator::Multiply => a * b,
            Operator::Divide => a / b,
            Operator::Power => Number::powf(a, b),
            Operator::Minimum => Number::min(a, b),
            Operator::Maximum => Number::max(a, b),
        }
    }
}

/// A number that an operation takes: a constant, or what another operation gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Operand {
    /// The bits of a constant, so that operations can be compared.
    Constant(u64),
    Node(NodeId),
}

impl Operand {
    pub(crate) fn constant(value: f64) -> Self {
        Operand::Constant(value.to_bits())
    }

    pub(crate) fn node(self) -> Option<NodeId> {
        match self {
            Operand::Constant(_) => None,
            Operand::Node(node) => Some(node),
        }
    }

    /// Whether it is the constant `value`, whatever the sign of a zero.
    pub(crate) fn is(self, value: f64) -> bool {
        matches!(self, Operand::Constant(bits) if f64::from_bits(bits) == value)
    }
}

/// A place on the tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(crate) u32);

/// What a node of the tape does. A condition is a node as well, 1 where it holds and 0 where it does not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Operation {
    /// An input or a reported figure: given, not computed.
    Given,
    /// The same number under a name.
    Named(Operand),
    Apply(Function, Operand),
    Binary(Operator, Operand, Operand),
    /// A quotient, or a constant where the divisor is 0.
    Over {
        dividend: Operand,
        divisor: Operand,
        otherwise: Operand,
    },
    Below(Operand, Operand),
    AtMost(Operand, Operand),
    Both(Operand, Operand),
    Not(Operand),
    Choose {
        condition: Operand,
        yes: Operand,
        no: Operand,
    },
    Pick {
        values: Vec<Operand>,
        index: Operand,
    },
}

impl Operation {
    /// Calls `visit` with every operand, in the order in which they are written.
    pub(crate) fn operands(&self, mut visit: impl FnMut(Operand)) {
        match self {
            Operation::Given => {}
            Operation::Named(of) | Operation::Not(of) | Operation::Apply(_, of) => visit(*of),
            Operation::Binary(_, a, b)
            | Operation::Below(a, b)
            | Operation::AtMost(a, b)
            | Operation::Both(a, b) => [*a, *b].into_iter().for_each(visit),
            Operation::Over { dividend: a, divisor: b, otherwise: c }
            | Operation::Choose { condition: a, yes: b, no: c } => [*a, *b, *c].into_iter().for_each(visit),
            Operation::Pick { values, index } => {
                values.iter().copied().for_each(&mut visit);
                visit(*index);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Function, Operator};

    #[test]
    fn operations_are_those_of_the_model() {
        for (operator, want) in [
            (Operator::Add, 10.0),
            (Operator::Subtract, 6.0),
            (Operator::Multiply, 16.0),
            (Operator::Divide, 4.0),
            (Operator::Minimum, 2.0),
            (Operator::Maximum, 8.0),
        ] {
            assert_eq!(operator.of(8.0, 2.0), want, "{operator:?}");
        }
        assert!((Operator::Power.of(8.0, 2.0) - 64.0).abs() < 1e-12);
        for (function, want) in [
            (Function::Negate, -16.0),
            (Function::SquareRoot, 4.0),
            (Function::FourthRoot, 2.0),
            (Function::Floor, 16.0),
        ] {
            assert_eq!(function.of(16.0), want, "{function:?}");
        }
        assert_eq!(Function::Logarithm.of(Function::Exponential.of(1.0)), 1.0);
    }
}
