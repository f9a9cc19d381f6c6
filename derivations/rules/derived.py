"""Open rules: functions, registered by a decorator, that reduce a line to obligations."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import wraps
from typing import Any, TypeAlias

from sympy import Expr

from ..errors import PaperError
from ..exact import exact
from ..relation import Relation
from .core import By, Inference, Known, Rule, by, drawn, joined, show
from .variables import kept

#: What a rule's function gives: steps of other rules, relations that it takes to follow,
#: and relations that have to hold.  Each step gives back the label of what it inferred.
Steps: TypeAlias = Generator["Rule | By | Relation | Need | Aside", str, None]


@dataclass(frozen=True)
class Need:
    """A relation that has to hold for a step to be allowed, and what for."""

    relation: Relation
    purpose: str


@dataclass(frozen=True)
class Aside:
    """A step, or a relation, whose facts only steps that name its label may use."""

    step: Rule | By | Relation


@dataclass(frozen=True)
class Derived:
    """A step of an open rule: what its function gives for these arguments.

    Strings among the arguments are labels of lines, and these are the step's premises,
    together with those of arguments that are steps themselves.
    """

    name: str
    body: Callable[..., Steps]
    arguments: tuple[Any, ...]

    def __str__(self) -> str:
        return f"{self.body.__name__}({', '.join(map(str, self.arguments))})"

    @property
    def premises(self) -> tuple[str, ...]:
        """The lines that the arguments name."""
        return tuple(dict.fromkeys(_labels(self.arguments)))

    def infer(self, known: Known) -> Inference:
        """Every relation that the function gives, as an obligation and then as a fact."""
        steps = self._begin(known)
        found, now = Inference(), known
        try:
            step = next(steps)
            while True:
                aside = isinstance(step, Aside)
                got, last = self._one(step.step if isinstance(step, Aside) else step, now)
                found = joined(found, Inference(conditions=got.conditions) if aside else got)
                label = f"result {len(now.lines)} of {self.name}"
                now = replace(
                    now,
                    facts=known.facts + found.facts,
                    lines={**now.lines, label: last},
                    approximate=now.approximate | ({label} if now.approximate else set()),
                )
                step = steps.send(label)
        except StopIteration:
            return found

    def _begin(self, known: Known) -> Steps:
        signature = inspect.signature(self.body)
        bound = signature.bind_partial()
        bound.arguments = dict(zip(signature.parameters, (known, *self.arguments), strict=True))
        return self.body(*bound.args, **bound.kwargs)

    def _one(
        self, step: Rule | By | Relation | Need, now: Known
    ) -> tuple[Inference, tuple[Relation, ...]]:
        """What a step gives; and what its last part gives, which its label stands for.

        Where inequalities among the rest confine a variable, they go with it.
        """
        if isinstance(step, Need):
            links = step.relation.links()
            return Inference(conditions=tuple(now.obligation(x, step.purpose) for x in links)), ()
        if isinstance(step, Relation):
            return show(step, now, self.name), (step,)
        for label in step.premises:
            if label not in now.lines:
                msg = f"the rule {self.name} uses line ({label}), which is not among its premises"
                raise PaperError(msg)
        if not isinstance(step, By):
            got = drawn(step, now)
            return got, got.facts
        plain = by(step)
        got = plain.infer(now)
        new, last = got.facts[len(now.facts) :], len(By(plain.steps[:-1]).infer(now).facts)
        return replace(got, facts=new), (*got.facts[last:], *kept(new, now.notation))


def _labels(arguments: tuple[Any, ...]) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for argument in arguments:
        if isinstance(argument, str):
            found += (argument,)
        elif isinstance(argument, tuple):
            found += _labels(argument)
        elif hasattr(argument, "premises"):
            found += tuple(argument.premises)
    return found


_RULES: dict[tuple[str, str], Callable[..., Derived]] = {}


def rule(name: str) -> Callable[[Callable[..., Steps]], Callable[..., Derived]]:
    """Register a function as the rule ``name``; its docstring is the rule's documentation.

    The function takes what is known and the arguments that a paper gives, and yields

    - steps of other rules: what they infer is then known;
    - relations: each has to be proved from what is known, and is then known as well;
    - ``Need(relation, purpose)``: what has to hold besides;
    - ``Aside(step)``: what is known only to steps that name it.

    Each yield gives back a label, under which later steps may name what was inferred.

    It has no way to say that anything is proved.

    >>> from sympy import Symbol
    >>> from derivations.relation import Equal
    >>> from derivations.rules import Cite
    >>> @rule("halving")
    ... def halves(known, label, whole, half):
    ...     '''If 2a = b, then a = b/2.'''
    ...     yield Cite(label)
    ...     yield Equal(half, whole / 2)
    >>> step = halves("1", Symbol("b"), Symbol("a"))
    >>> step.premises
    ('1',)
    >>> print(f"{step.name}: {step}")
    halving: halves(1, b, a)
    """

    def decorate(body: Callable[..., Steps]) -> Callable[..., Derived]:
        if not (inspect.getdoc(body) or "").strip():
            msg = f"the rule {name} says nothing; give its function a docstring: its mathematics"
            raise PaperError(msg)
        signature = inspect.signature(body)

        @wraps(body)
        def made(*arguments: Any, **named: Any) -> Derived:
            bound = signature.bind(None, *arguments, **named)
            bound.apply_defaults()
            return Derived(name, body, tuple(map(_exactly, list(bound.arguments.values())[1:])))

        _RULES[made.__module__, made.__name__] = made
        return made

    return decorate


def registered() -> dict[tuple[str, str], Callable[..., Derived]]:
    """The open rules that were registered so far, by module and by function."""
    return dict(_RULES)


def _exactly(value: Any) -> Any:
    """An argument as plain data: numbers exact, lists and mappings as tuples."""
    if isinstance(value, Mapping):
        return tuple((_exactly(key), _exactly(item)) for key, item in value.items())
    if type(value) in (list, tuple):
        return tuple(map(_exactly, value))
    if isinstance(value, float | int | Fraction | Expr) and not isinstance(value, bool):
        return exact(value)
    return value
