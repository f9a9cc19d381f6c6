"""Orders of growth near a limit point: h^q · ℓ^k · exp(E), with ℓ = log(1/h) and h → 0+.

E is a finite sum of terms c · h^r · ℓ^j each of which grows without bound; c is a normal
form free of h.  The orders form a group under multiplication.  An imaginary part of E
oscillates and does not count for the magnitude.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ..normal.algebra import Algebra, UnsupportedError
from ..normal.fraction import Frac
from ..normal.sign import sign
from ..quoting import quoted

#: The powers of h and of ℓ of one term of E.
Powers = tuple[Fraction, Fraction]


@dataclass(frozen=True, eq=False)
class Growth:
    """h^power · ℓ^logs · exp(E), E being ``exponent``, from its largest term down.

    >>> Growth(Fraction(2)) * Growth(Fraction(-1, 2), Fraction(1))
    Growth(power=Fraction(3, 2), logs=Fraction(1, 1), exponent=())
    >>> ONE / Growth(Fraction(2)) == Growth(Fraction(-2))
    True
    """

    power: Fraction = Fraction(0)
    logs: Fraction = Fraction(0)
    exponent: tuple[tuple[Powers, Frac], ...] = ()

    @classmethod
    def of(cls, power: Fraction, logs: Fraction, exponent: dict[Powers, Frac]) -> Growth:
        """The order with E given as a map from powers to coefficients; zeros are dropped."""
        kept = [(powers, c) for powers, c in exponent.items() if not c.is_zero()]
        return cls(power, logs, tuple(sorted(kept, key=lambda term: _size(term[0]))))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Growth)
            and (self.power, self.logs) == (other.power, other.logs)
            and len(self.exponent) == len(other.exponent)
            and all(
                a[0] == b[0] and a[1].same(b[1])
                for a, b in zip(self.exponent, other.exponent, strict=True)
            )
        )

    def __hash__(self) -> int:
        return hash((self.power, self.logs, tuple(powers for powers, _ in self.exponent)))

    def __mul__(self, other: Growth) -> Growth:
        if self is ONE or other is ONE:
            return other if self is ONE else self
        if not other.exponent:
            return Growth(self.power + other.power, self.logs + other.logs, self.exponent)
        total = dict(self.exponent)
        for powers, coefficient in other.exponent:
            total[powers] = total[powers] + coefficient if powers in total else coefficient
        return Growth.of(self.power + other.power, self.logs + other.logs, total)

    def __truediv__(self, other: Growth) -> Growth:
        if not other.exponent:
            return Growth(self.power - other.power, self.logs - other.logs, self.exponent)
        return self * other ** Fraction(-1)

    def __pow__(self, times: Fraction) -> Growth:
        return Growth(
            self.power * times,
            self.logs * times,
            tuple(
                (powers, c * Frac.constant(c.ring, times))
                for powers, c in self.exponent
                if times != 0
            ),
        )


#: The order of a constant.
ONE = Growth()


def magnitude(algebra: Algebra, growth: Growth) -> int:
    """+1 if ``growth`` tends to infinity, −1 if to zero, 0 if its modulus tends to neither.

    Raises ``UnsupportedError`` where the facts do not settle the sign that it needs.

    >>> from derivations.quantity import Notation
    >>> algebra = Algebra(Notation())
    >>> magnitude(algebra, Growth(Fraction(1), Fraction(-7)))
    -1
    >>> E = {(Fraction(-1), Fraction(0)): algebra.number(-1)}
    >>> magnitude(algebra, Growth.of(Fraction(-100), Fraction(0), E))
    -1
    """
    for _, coefficient in growth.exponent:
        real = real_part(algebra, coefficient)
        if not real.is_zero():
            return _sure_sign(algebra, real)
    if growth.power:
        return -1 if growth.power > 0 else 1
    return (growth.logs > 0) - (growth.logs < 0)


def oscillates(algebra: Algebra, growth: Growth) -> bool:
    """Whether the exponent has an imaginary part."""
    return any(
        not (real_part(algebra, coefficient) - coefficient).is_zero()
        for _, coefficient in growth.exponent
    )


def real_part(algebra: Algebra, value: Frac) -> Frac:
    """The part of a coefficient without i, where everything else in it is real."""
    present = value.generators()
    if any(_complex_inside(algebra, index) for index in present):
        msg = f"whether {quoted(algebra.expr(value))} is real is not seen"
        raise UnsupportedError(msg)
    imaginary = next((i for i in present if algebra.atom(i).kind == "i"), None)
    if imaginary is None:
        return value
    bottom = Frac(value.ring, value.den, value.ring.one)
    if imaginary in bottom.generators():
        return real_part(algebra, _rationalised(value, bottom, imaginary))
    result = algebra.zero
    for coefficient, powers in value.terms():
        if imaginary not in powers:
            term = algebra.number(coefficient)
            for index, exponent in powers.items():
                term = term * algebra.gen(index, exponent)
            result = result + term
    return result / bottom


def _complex_inside(algebra: Algebra, index: int) -> bool:
    """Whether an atom other than i is made of something that may not be real."""
    atom = algebra.atom(index)
    return atom.kind == "cis" or any(
        algebra.atom(i).kind == "i" or _complex_inside(algebra, i)
        for part in atom.parts
        for i in part.generators()
    )


def _rationalised(value: Frac, bottom: Frac, imaginary: int) -> Frac:
    """``value`` multiplied above and below by the complex conjugate of ``bottom``."""
    conjugate = Frac.constant(value.ring, 0)
    for coefficient, powers in bottom.terms():
        term = Frac.constant(value.ring, -coefficient if imaginary in powers else coefficient)
        for index, exponent in powers.items():
            term = term * Frac(value.ring, value.ring.power(index, exponent), value.ring.one)
        conjugate = conjugate + term
    top = Frac(value.ring, value.num, value.ring.one)
    product = bottom * conjugate
    return top * conjugate / product


def _sure_sign(algebra: Algebra, value: Frac) -> int:
    found = sign(algebra, value)
    if found == 0:
        msg = f"the sign of {quoted(algebra.expr(value))}, on which the limit depends, is not known"
        raise UnsupportedError(msg)
    return found


def _size(powers: Powers) -> tuple[Fraction, Fraction]:
    """A key that sorts the larger of two growing terms first."""
    power, logs = powers
    return power, -logs
