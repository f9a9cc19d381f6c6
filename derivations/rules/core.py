"""What a rule is, and how the steps of an argument add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from sympy import Symbol

from ..errors import PaperError
from ..obligation import Obligation
from ..quantity import Notation
from ..relation import Equal, Less, MuchLess, Relation, Within


@dataclass(frozen=True)
class Known:
    """What a rule may look at: the premises' facts, the facts so far, the notation."""

    lines: Mapping[str, tuple[Relation, ...]]
    notation: Notation
    facts: tuple[Relation, ...] = ()
    bound: int = 100
    #: What the same line has stated so far.
    here: tuple[Relation, ...] = ()
    #: The lines that hold to leading order only, though they are told as equations.
    approximate: frozenset[str] = frozenset()
    #: What tends to something there: such a line says nothing of any one value of it.
    tending: frozenset[Symbol] = frozenset()

    def obligation(self, goal: Relation, purpose: str) -> Obligation:
        """The obligation that ``goal`` follows from the facts so far."""
        return Obligation(goal, self.facts, self.notation, purpose, self.bound)


@dataclass(frozen=True)
class Inference:
    """What a rule gives: facts that follow, provided that the side conditions hold."""

    facts: tuple[Relation, ...] = ()
    conditions: tuple[Obligation, ...] = ()
    #: For each fact what it comes from: the step that gave it.  ``By`` fills it in where
    #: a rule leaves it empty.
    origins: tuple[Rule, ...] = ()


class Rule(Protocol):
    """One step of an argument."""

    @property
    def name(self) -> str:
        """What the rule is called."""
        ...

    @property
    def premises(self) -> tuple[str, ...]:
        """The labels of the lines it uses."""
        ...

    def infer(self, known: Known) -> Inference:
        """The facts that follow and the side conditions they need."""
        ...


@dataclass(frozen=True)
class Cite:
    """Use what the line ``label`` says.

    A line says its equations and inequalities.  A relation ``a ~ b`` that was proved
    up to the factor F says a = F b; one that is only given says a = K b with an
    order-one constant K that nothing else is known of.
    """

    label: str
    name: str = "substitution"

    @property
    def premises(self) -> tuple[str, ...]:
        """The cited line."""
        return (self.label,)

    def infer(self, known: Known) -> Inference:
        """Everything that the line says."""
        return Inference(known.lines[self.label])


@dataclass(frozen=True)
class By:
    """An argument: its steps in order; what one step gives, the next may use."""

    steps: tuple[Rule, ...] = field(default_factory=tuple)

    @property
    def name(self) -> str:
        """The names of the steps' rules, each once."""
        names = dict.fromkeys(step.name for step in self.steps)
        if len(names) > 1:
            names.pop("substitution", None)
        return ", ".join(names)

    @property
    def premises(self) -> tuple[str, ...]:
        """The labels of all lines used, in order, each once."""
        return tuple(dict.fromkeys(label for step in self.steps for label in step.premises))

    def infer(self, known: Known) -> Inference:
        """All facts and all side conditions."""
        facts: tuple[Relation, ...] = known.facts
        conditions: tuple[Obligation, ...] = ()
        origins: tuple[Rule, ...] = ()
        for step in self.steps:
            got = drawn(step, replace(known, facts=facts))
            facts += got.facts
            conditions += got.conditions
            origins += got.origins
        return Inference(facts, conditions, origins)


def by(*steps: Rule | str | By) -> By:
    """What lines say, and what rules infer from them, one step after the other.

    A string cites the line of that label.  The equations that are cited are solved one after
    another for what stands in them linearly or as a power, and put into the claim: so a
    citation substitutes, in either direction, adds, multiplies, divides, takes roots of what
    is positive, and eliminates.  Identities of powers, exponentials, logarithms, sines and
    cosines need no step at all; an argument of no steps is ``identity``.

    Side conditions: what is divided by does not vanish, and what a root or a logarithm is
    taken of is positive, wherever the lines hold.

    Example: ``by("1", "2")`` gives u = √(2gh) from (1), E = ½ m u², and (2), E = m g h.

    >>> by("1", "3a").premises
    ('1', '3a')
    """
    flat: list[Rule] = []
    for step in steps:
        if isinstance(step, By):
            flat.extend(step.steps)
        else:
            flat.append(Cite(step) if isinstance(step, str) else step)
    return By(tuple(flat))


@dataclass(frozen=True)
class Shown:
    """Where a fact comes from that has to be shown: it is a side condition as well."""

    name: str

    @property
    def premises(self) -> tuple[str, ...]:
        """None of its own."""
        return ()

    def infer(self, known: Known) -> Inference:
        """Nothing: it says where a fact comes from, and gives none."""
        del known
        return Inference()


#: What says the same where it is proved and where it is used.
_FACTS = (Equal, Less, MuchLess, Within)


def show(relation: Relation, known: Known, name: str) -> Inference:
    """Use ``relation``, which has to be proved from the facts so far, for the rule ``name``.

    A relation that is proved of some values, or in a limit, is no fact: ``PaperError``.
    """
    if type(relation) not in _FACTS:
        kinds = ", ".join(kind.__name__ for kind in _FACTS)
        msg = f"{name} infers {type(relation).__name__}, which is no fact; facts are {kinds}"
        raise PaperError(msg)
    purpose = f"what {name} infers follows"
    conditions = tuple(known.obligation(link, purpose) for link in relation.links())
    return Inference((relation,), conditions, (Shown(name),))


def drawn(step: Rule, known: Known) -> Inference:
    """What ``step`` gives, from its own premises and the facts so far.

    The facts of the rules in ``derivations.rules`` follow, by the mathematics that these
    state, once the side conditions hold.  Those of any other rule have to be shown.
    """
    got = step.infer(replace(known, lines=_Named(known.lines, step)))
    if is_core(type(step)):
        return got if got.origins else replace(got, origins=(step,) * len(got.facts))
    inference = Inference(conditions=got.conditions)
    for fact in got.facts:
        one = show(fact, replace(known, facts=known.facts + inference.facts), step.name)
        inference = joined(inference, one)
    return inference


def joined(first: Inference, second: Inference) -> Inference:
    """Both inferences, one after the other."""
    return Inference(
        first.facts + second.facts,
        first.conditions + second.conditions,
        first.origins + second.origins,
    )


def is_core(made: type | object) -> bool:
    """Whether a class or function is one of the core, whose mathematics is believed."""
    home = getattr(made, "__module__", "")
    return home.startswith(f"{__package__}.") or home == _CITATION


#: Where a step of another paper is told in a paper's own terms; it infers what that one does.
_CITATION = "derivations.citation"


class _Named(Mapping[str, tuple[Relation, ...]]):
    """The lines that a step names as its premises; of the others it learns nothing."""

    def __init__(self, lines: Mapping[str, tuple[Relation, ...]], step: Rule) -> None:
        self._lines = {label: lines[label] for label in step.premises if label in lines}
        self._name = step.name

    def __getitem__(self, label: str) -> tuple[Relation, ...]:
        if label not in self._lines:
            msg = f"the rule {self._name} uses line ({label}), which is not among its premises"
            raise PaperError(msg)
        return self._lines[label]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


@dataclass(frozen=True)
class Here:
    """Use what the same line has stated before this claim."""

    name: str = "substitution"

    @property
    def premises(self) -> tuple[str, ...]:
        """None: no other line is used."""
        return ()

    def infer(self, known: Known) -> Inference:
        """The line's earlier claims."""
        return Inference(known.here)


#: What the same line has stated before this claim.
here = Here()

#: The empty argument: the claim is an identity.
identity = By()
