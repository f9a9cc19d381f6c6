"""Two cases: an index with itself, and with another one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sympy import Expr, KroneckerDelta, S, Symbol

from ..obligation import about
from ..relation import Equal, NotEqual
from .core import By, Inference, Known, by
from .variables import beyond


@dataclass(frozen=True)
class Orthonormal:
    """``value`` is the Kronecker delta of its ``indices``, by an argument for each case."""

    value: Expr
    indices: tuple[Symbol, Symbol]
    same: By
    different: By
    name: str = "two cases"

    @property
    def premises(self) -> tuple[str, ...]:
        """The lines that the two arguments use."""
        return tuple(dict.fromkeys((*self.same.premises, *self.different.premises)))

    def infer(self, known: Known) -> Inference:
        """f(i, k) = δ_ik; side conditions: the two cases."""
        i, k = self.indices
        one = replace(known, facts=self.same.infer(known).facts)
        apart = replace(known, facts=(*known.facts, NotEqual(i, k)))
        other = replace(known, facts=self.different.infer(apart).facts)
        used = (*one.facts, *other.facts)
        return Inference(
            (
                Equal(self.value, KroneckerDelta(i, k)),
                *beyond(used, known.notation, NotEqual(i, k)),
            ),
            (
                *self.same.infer(known).conditions,
                one.obligation(
                    Equal(self.value.subs(k, i), S.One), about("the case {} = {}", k, i)
                ),
                *self.different.infer(apart).conditions,
                other.obligation(Equal(self.value, S.Zero), about("the case {} ≠ {}", k, i)),
            ),
        )


def orthonormal(
    value: Expr, indices: tuple[Symbol, Symbol], *, same: By, different: By
) -> Orthonormal:
    """If f(i, i) = 1, and f(i, k) = 0 for i ≠ k, then f(i, k) = δᵢₖ.

    Each case has an argument of its own, ``same`` and ``different``; that of the second may
    use i ≠ k.

    Side conditions: f(i, i) = 1, and f(i, k) = 0 where i ≠ k.

    Example: ``by(orthonormal(f(i, k), (i, k), same=by("1"), different=by("2")))`` gives
    f(i, k) = δᵢₖ from (1), f(i, i) = 1, and (2), (i − k) f(i, k) = 0.
    """
    return Orthonormal(value, indices, by(same), by(different))
