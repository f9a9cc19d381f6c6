"""Intervals of symbols and products, from those that the facts say of products."""

from __future__ import annotations

from math import inf
from typing import Any

from .. import replay
from ..replay import Tree, UnclearError
from .proof import Work, as_json

Json = Any


class Bounds:
    """Intervals that follow from intervals of products."""

    def __init__(self, work: Work) -> None:
        self.theory = work.theory
        self.statements = replay.Statements(work.theory, work.given)
        self.entries: Json = []

    def finite(self, name: str) -> bool:
        """Whether a symbol lies between two numbers."""
        ends = self.ends(name)
        return inf not in ends and -inf not in ends and ends[0] < ends[1]

    def ends(self, name: str) -> replay.Interval:
        """Where a symbol lies."""
        return self.statements.box.get(name, replay.EVERYTHING)

    def _take(self, form: Tree, q: int, factors: Json) -> None:
        self.statements.bound(form, q, factors)
        self.entries.append(as_json([form, q, factors]))

    def narrow(self) -> None:
        """Narrow the intervals of symbols as long as that helps."""
        for _ in range(6):
            before = dict(self.statements.box)
            for k in range(len(self.statements.said)):
                self._narrow(k)
            if self.statements.box == before:
                return

    def _narrow(self, k: int) -> None:
        value, _ = self.statements.said[k]
        single = value.monomial()
        if single is None or len(single[1]) < 2:
            return
        for g, e in single[1].items():
            atom = self.theory.atoms[g]
            base, root = (atom.form, 1) if atom.kind != "^" else (atom.form[1], atom.label)
            if not isinstance(base, str) or g in self.theory.rules:
                continue
            q = abs(e) if e % root else abs(e) // root
            n = (1 if e > 0 else -1) * (root if e % root else 1)
            before = self.statements.box.get(base)
            kept = self.statements.said[:], dict(self.statements.box)
            try:
                self.statements.bound(base, q, [[k, n]])
            except UnclearError:
                continue
            if self.statements.box.get(base) != before:
                self.entries.append(as_json([base, q, [[k, n]]]))
            else:
                self.statements.said, self.statements.box = kept

    def product(self, form: Tree) -> None:
        """The interval of a product of what is bounded, unbounded symbols being cancelled."""
        value, factors = self.theory.value(form), {}
        for _ in range(8):
            single = value.monomial()
            if single is None:
                return
            loose = [g for g in single[1] if not self._bounded(g)]
            found = next(
                (
                    (k, single[1][g] // known[1][g])
                    for g in loose
                    for k, (one, ends) in enumerate(self.statements.said)
                    if k not in factors and (known := one.monomial()) and g in known[1]
                    if inf not in ends and ends[0] > 0 and len(known[1]) > 1
                    if single[1][g] % known[1][g] == 0
                ),
                None,
            )
            if not loose or found is None:
                break
            k, n = found
            factors[k] = n
            value = value / self.statements.said[k][0] ** n
        if factors:
            try:
                self._take(form, 1, sorted(factors.items()))
            except UnclearError:
                return

    def _bounded(self, g: int) -> bool:
        ends = replay.enclose(self.theory.atoms[g].form, self.statements.box)
        return inf not in ends and ends[0] > 0
