"""Decide a paper, line after line: claims to obligations, obligations to verdicts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.paper import Claim, Line, Paper
from derivations.relation import Equal, Relation
from derivations.rules import Known, here

from .decide import decide
from .facts import facts_of
from .graph import Graph
from .provers import dimension, identity
from .result import (
    Check,
    ClaimResult,
    LineResult,
    NamedResult,
    Report,
    given,
    is_approximate,
    judge,
)
from .verdict import Decision, undecided


class Suite:
    """The checks of one paper; each line is decided once, when it is first asked for.

    Raises ``PaperError`` where the paper's encoding cannot be checked: a premise that does
    not exist, a circle, a symbol defined twice, a result that rests on no line.
    """

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.graph = Graph(paper)
        #: The seconds that deciding each obligation took; no part of any verdict.
        self.seconds: dict[Obligation, float] = {}
        self._decisions: dict[Obligation, Decision] = {}
        self._results: dict[str, LineResult] = {}
        _refuse_second_definitions(paper)
        _refuse_unknown_results(paper)

    def line(self, label: str) -> LineResult:
        """What is found of line ``label``, all that it rests on being decided first."""
        needed = {self.paper[label].label, *self.graph.ancestors(label)}
        for each in self.graph.order:
            if each in needed:
                self._line(each)
        return self._results[label]

    def run(self, progress: Callable[[LineResult], None] = lambda _: None) -> Report:
        """Decide all lines; ``progress`` is told of each as it is done."""
        for label in self.graph.order:
            progress(self._line(label))
        return Report(
            self.paper,
            tuple(self._results[line.label] for line in self.paper),
            tuple(
                NamedResult(name, labels, tuple(x for x in labels if not self._results[x].holds))
                for name, labels in self.paper.results.items()
            ),
        )

    def _line(self, label: str) -> LineResult:
        if label not in self._results:
            self._results[label] = self._decided(self.paper[label])
        return self._results[label]

    def _decided(self, line: Line) -> LineResult:
        try:
            printed = self._claims(line, line.claims)
            accepted = self._claims(line, line.accepted) if line.erratum else printed
            facts = facts_of(self.paper, line, accepted)
        except PaperError as error:
            msg = f"line ({line.label}): {error}"
            raise PaperError(msg, line.place) from error
        verdict, reason = judge(line, printed, accepted)
        below = self.graph.ancestors(line.label)
        return LineResult(
            line=line,
            verdict=verdict,
            reason=reason,
            printed=printed,
            accepted=accepted,
            facts=facts,
            rests_on=below,
            used_by=self.graph.descendants(line.label),
            unsound=tuple(x for x in below if not self._results[x].verdict.holds),
        )

    def _claims(self, line: Line, claims: tuple[Claim, ...]) -> tuple[ClaimResult, ...]:
        """The claims in order; each may use what those before it state."""
        results: tuple[ClaimResult, ...] = ()
        for claim in claims:
            results += (self._claim(line, claim, results),)
        return results

    def _claim(self, line: Line, claim: Claim, before: tuple[ClaimResult, ...]) -> ClaimResult:
        premises = {label: self._results[label] for label in claim.follows.premises}
        used = before if here in claim.follows.steps else ()
        drawn = any(premise.approximate for premise in premises.values()) or any(
            earlier.approximate for earlier in used
        )
        approximate = drawn or is_approximate(claim.relation)
        if given(claim):
            return ClaimResult(claim, self._of_premise(claim.relation), (), approximate)
        known = Known(
            {label: premise.facts for label, premise in premises.items()},
            self.paper.notation,
            bound=self.paper.bound,
            here=facts_of(self.paper, line, used),
        )
        links = tuple(claim.relation.links())
        try:
            inference = claim.follows.infer(known)
        except PaperError:
            raise
        except Exception as error:
            failed = undecided("rule", f"the rule {claim.follows.name} failed: {_told(error)}")
            checks = tuple(Check(known.obligation(link, "the claim"), failed) for link in links)
            return ClaimResult(claim, checks, (), approximate)
        obligations = tuple(
            Obligation(link, inference.facts, self.paper.notation, bound=self.paper.bound)
            for link in links
        )
        return ClaimResult(
            claim,
            self._checks(obligations),
            self._checks(inference.conditions) + self._uncancelled(obligations, drawn),
            approximate,
            inference,
        )

    def _uncancelled(
        self, obligations: tuple[Obligation, ...], drawn_from_leading_order: bool
    ) -> tuple[Check, ...]:
        """That an equation drawn from ``≃`` is none between things that vanish.

        a ≃ b allows a = b wherever the leading terms stay; what is left when they cancel
        is the error, of which a ≃ b says nothing.
        """
        if not drawn_from_leading_order:
            return ()
        return tuple(
            self._check(replace(one, purpose="the leading terms do not cancel"), identity.stays)
            for one in obligations
            if isinstance(one.goal, Equal)
        )

    def _of_premise(self, relation: Relation) -> tuple[Check, ...]:
        """All that is checked of a premise: that its dimensions agree."""
        purpose = "the dimensions of a premise"
        return tuple(
            self._check(
                Obligation(link, (), self.paper.notation, purpose, self.paper.bound),
                lambda obligation: dimension.check(obligation.goal, obligation.notation),
            )
            for link in relation.links()
        )

    def _checks(self, obligations: Iterable[Obligation]) -> tuple[Check, ...]:
        return tuple(self._check(obligation, decide) for obligation in obligations)

    def _check(self, obligation: Obligation, prover: Callable[[Obligation], Decision]) -> Check:
        if obligation not in self._decisions:
            start = time.perf_counter()
            self._decisions[obligation] = _guarded(prover, obligation)
            self.seconds[obligation] = time.perf_counter() - start
        return Check(obligation, self._decisions[obligation])


def _guarded(prover: Callable[[Obligation], Decision], obligation: Obligation) -> Decision:
    """The prover's answer; a prover that fails has not decided."""
    try:
        return prover(obligation)
    except PaperError:
        raise
    except Exception as error:
        return undecided("failure", f"the prover failed: {_told(error)}")


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".partition("\n")[0]


def _refuse_second_definitions(paper: Paper) -> None:
    home: dict[object, Line] = {}
    for line in paper:
        for claim in (*line.claims, *line.accepted):
            right = given(claim)
            for symbol in right.defines if right else ():
                first = home.setdefault(symbol, line)
                if first is not line:
                    msg = (
                        f"line ({line.label}) defines {symbol}, which line ({first.label}) "
                        "defines already; a paper may define a symbol once"
                    )
                    raise PaperError(msg, line.place)


def _refuse_unknown_results(paper: Paper) -> None:
    for name, labels in paper.results.items():
        for label in labels:
            try:
                paper[label]
            except PaperError as error:
                msg = f"the result “{name}” rests on a line that does not exist: {error}"
                raise PaperError(msg) from None
