"""What may be done to both sides of an equation: the operations of ``both_sides``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import sympy
from sympy import Expr, S, Symbol

from ..errors import PaperError
from ..exact import exact
from ..expression import Total, improper
from ..obligation import about
from ..quantity import Notation
from ..relation import Less, Relation
from .variables import must_be_unconfined, must_flow, must_vary


class Operation:
    """A map of expressions that gives equal results for equal arguments."""

    name: str
    #: Whether a line may be operated on that holds to leading order only.
    keeps_leading_order: ClassVar[bool] = False

    @property
    def over(self) -> tuple[Symbol, ...]:
        """The variables through whose values it goes."""
        return ()

    def apply(self, side: Expr) -> Expr:
        """The result for one side."""
        raise NotImplementedError

    def refuse(self, notation: Notation, facts: tuple[Relation, ...]) -> None:
        """``PaperError`` where the ``facts`` of the equation's line rule the operation out."""

    def needs(self, side: Expr) -> Iterator[tuple[Relation, str]]:
        """What must hold of a side for the operation to be allowed, and what for."""
        del side
        yield from ()


@dataclass(frozen=True)
class Times(Operation):
    """Multiplication by a factor."""

    factor: Expr
    name: str = "multiply"
    keeps_leading_order: ClassVar[bool] = True

    def apply(self, side: Expr) -> Expr:
        """The side times the factor."""
        return self.factor * side

    def needs(self, side: Expr) -> Iterator[tuple[Relation, str]]:
        """That nothing that the factor divides by vanishes."""
        del side
        divisors = {
            power.base
            for power in self.factor.atoms(sympy.Pow)
            if power.exp.could_extract_minus_sign() and not power.base.is_positive
        }
        for divisor in sorted(divisors, key=str):
            yield Less(S.Zero, divisor**2), about("{} does not vanish", divisor)


@dataclass(frozen=True)
class Plus(Operation):
    """Addition of a term."""

    term: Expr
    name: str = "add"
    keeps_leading_order: ClassVar[bool] = True

    def apply(self, side: Expr) -> Expr:
        """The side and the term."""
        return side + self.term


@dataclass(frozen=True)
class Power(Operation):
    """Raising to a power."""

    exponent: Expr
    name: str = "raise to a power"
    keeps_leading_order: ClassVar[bool] = True

    def apply(self, side: Expr) -> Expr:
        """The power of the side."""
        return side**self.exponent

    def needs(self, side: Expr) -> Iterator[tuple[Relation, str]]:
        """That the side does not vanish below a fraction, and is positive below a root."""
        if self.exponent.is_Integer:
            if self.exponent.is_negative and not side.is_positive:
                yield Less(S.Zero, side**2), about("{} does not vanish", side)
        elif not (side.is_positive or (side.is_nonnegative and self.exponent.is_positive)):
            yield Less(S.Zero, side), about("{} is positive", side)


@dataclass(frozen=True)
class Exponential(Operation):
    """The exponential function."""

    name: str = "exponentiate"

    def apply(self, side: Expr) -> Expr:
        """The exponential of the side."""
        return sympy.exp(side)


@dataclass(frozen=True)
class Logarithm(Operation):
    """The logarithm."""

    name: str = "take the logarithm"

    def apply(self, side: Expr) -> Expr:
        """The logarithm of the side."""
        return sympy.log(side)

    def needs(self, side: Expr) -> Iterator[tuple[Relation, str]]:
        """That the side is positive."""
        if not side.is_positive:
            yield Less(S.Zero, side), about("{} is positive", side)


@dataclass(frozen=True)
class Differentiation(Operation):
    """The derivative of some order with respect to a variable."""

    variable: Symbol
    order: int
    name: str = "differentiate"

    def apply(self, side: Expr) -> Expr:
        """The derivative of the side; ``PaperError`` below an integral that does not allow it."""
        for node in improper(side, self.variable):
            msg = (
                f"{node} may not be differentiated under the sign: it runs to infinity, or what "
                "stands there is not evidently smooth up to its ends"
            )
            raise PaperError(msg)
        return side.diff(self.variable, self.order)

    def refuse(self, notation: Notation, facts: tuple[Relation, ...]) -> None:
        """Refuse what is said for one value, or for values that do not lie dense."""
        del facts
        must_flow((self.variable,), notation, self.name)


@dataclass(frozen=True)
class Integration(Operation):
    """The integral over a variable between limits."""

    variable: Symbol
    low: Expr
    high: Expr
    name: str = "integrate"
    keeps_leading_order: ClassVar[bool] = True

    @property
    def over(self) -> tuple[Symbol, ...]:
        """The variable."""
        return (self.variable,)

    def apply(self, side: Expr) -> Expr:
        """The integral of the side."""
        return sympy.Integral(side, (self.variable, self.low, self.high))

    def refuse(self, notation: Notation, facts: tuple[Relation, ...]) -> None:
        """Refuse what is not said of all values between the limits."""
        must_flow((self.variable,), notation, self.name)
        must_be_unconfined((self.variable,), facts, self.name)


@dataclass(frozen=True)
class Summation(Operation):
    """The sum over all members of a finite set."""

    index: Symbol
    members: Symbol
    name: str = "sum"
    keeps_leading_order: ClassVar[bool] = True

    @property
    def over(self) -> tuple[Symbol, ...]:
        """The index."""
        return (self.index,)

    def apply(self, side: Expr) -> Expr:
        """The sum of the side."""
        return Total(side, self.index, self.members)

    def refuse(self, notation: Notation, facts: tuple[Relation, ...]) -> None:
        """Refuse what is not said of all members of the set."""
        must_vary((self.index,), notation, self.name)
        must_be_unconfined((self.index,), facts, self.name)
        declared = notation[self.index].member_of
        if declared not in (None, self.members):
            msg = f"{self.index} runs over {declared}, and not over {self.members}"
            raise PaperError(msg)


def times(factor: Any) -> Operation:
    """If l = r, then f·l = f·r; f = 1/g divides.

    Side conditions: what the factor divides by is not zero.

    Example: ``by(both_sides("1", times(1 / m)))`` gives a = F/m from (1), F = m a.
    """
    return Times(exact(factor))


def plus(term: Any) -> Operation:
    """If l = r, then l + t = r + t.

    Side conditions: none.

    Example: ``by(both_sides("1", plus(-c), power(2)))`` squares a = √b after c is taken
    from both sides of (1), a + c = √b + c.
    """
    return Plus(exact(term))


def power(exponent: Any) -> Operation:
    """If l = r, then lⁿ = rⁿ.

    Side conditions: for a negative whole n the sides are not zero, for another n that is
    not whole they are positive.  Squares say less than what is squared.

    Example: ``by(both_sides("1", power(2)))`` gives u² = 2gh from (1), u = √(2gh).
    """
    return Power(exact(exponent))


def exponential() -> Operation:
    """If l = r, then exp l = exp r.

    Side conditions: none.

    Example: ``by(both_sides("1", times(1 / B), exponential()))`` gives 1 + w/D = exp(1/B)
    from (1), B log(1 + w/D) = 1.
    """
    return Exponential()


def logarithm() -> Operation:
    """If l = r, both positive, then log l = log r.

    Side conditions: both sides are positive.

    Example: ``by(both_sides("1", logarithm()))`` gives log N = log N₀ − t/τ from (1),
    N = N₀ exp(−t/τ).
    """
    return Logarithm()


def derivative(variable: Symbol, order: int = 1) -> Operation:
    """If f(x) = g(x) for all x, then f′ = g′: partial, total and implicit derivatives.

    What depends on x by way of other functions is differentiated by the chain rule; a
    function that is only given by an equation F(x, y(x)) = 0 too, and y′ then follows.

    Side conditions: x is a variable whose values lie dense.  Refused under an integral that
    depends on x, if it runs to infinity, or over what is not evidently smooth up to its ends.
    Functions are taken to be smooth.

    Example: ``by(both_sides("1", derivative(t)))`` gives v = g t from (1), s = ½ g t², with
    v = ds/dt.
    """
    return Differentiation(variable, order)


def integral(variable: Symbol, low: Any, high: Any) -> Operation:
    """If f(x) = g(x) for all x, then ∫ₐᵇ f dx = ∫ₐᵇ g dx.

    Side conditions: x is a variable whose values lie dense, and no inequality keeps it from
    any of them.

    Example: ``by(both_sides("1", integral(t, 0, T)))`` gives ∫ F dt = ∫ m v′ dt from (1),
    F = m v′; ``antiderivative`` then gives the right side its value.
    """
    return Integration(variable, exact(low), exact(high))


def total(index: Symbol, over: Symbol) -> Operation:
    """If fᵢ = gᵢ for all i, then Σᵢ fᵢ = Σᵢ gᵢ over the members of a finite set.

    Kronecker deltas below the sum are summed, constants come out in front.

    Side conditions: i runs over all members of the set, and no inequality keeps it from any.

    Example: ``by(both_sides("1", total(i, electrons)))`` gives Σ pᵢ = 0 from (1), pᵢ = 0.
    """
    return Summation(index, over)
