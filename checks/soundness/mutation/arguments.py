"""Ways to change an argument: another premise, another step, another value in a step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from sympy import Basic, Expr, Symbol

from derivations.errors import PaperError
from derivations.expression import Total
from derivations.rules import By, Given, Known, Operation

from .alphabet import Alphabet
from .relations import side_variants

#: What of a step names things, or says what is trusted of an operation.
_NO_ARGUMENT = frozenset({"name"})


def changed(
    follows: By, alphabet: Alphabet, neighbours: tuple[str, ...]
) -> Iterator[tuple[str, By]]:
    """``follows`` with a step left out, or with one thing changed in a step.

    ``neighbours`` are the labels that may stand in the place of a premise: lines that do
    not rest on the line that is argued for.
    """
    steps = follows.steps
    for number, step in enumerate(steps):
        if isinstance(step, Given):
            continue
        yield "step left out", By((*steps[:number], *steps[number + 1 :]))
        for name, new in _values(step, alphabet, neighbours):
            if new != step:
                yield name, By((*steps[:number], new, *steps[number + 1 :]))


def _values(
    value: Any, alphabet: Alphabet, neighbours: tuple[str, ...]
) -> Iterator[tuple[str, Any]]:
    """Everything that ``value`` could be with one thing in it changed."""
    if isinstance(value, str):
        for label in neighbours:
            if label != value:
                yield "premise exchanged", label
    elif isinstance(value, Symbol):
        for other in (*alphabet.alike(value)[:1], *alphabet.unlike(value)[:1]):
            yield "symbol in a step", other
    elif isinstance(value, Expr):
        for name, new in side_variants(value, alphabet):
            if isinstance(new, _kind(value)):
                yield f"{name}, in a step", new
    elif isinstance(value, tuple):
        yield from _in_tuple(value, alphabet, neighbours)
    elif is_dataclass(value) and not isinstance(value, type | Known):
        yield from _in_fields(value, alphabet, neighbours)


def _kind(value: Expr) -> type[Basic]:
    """What a step takes in the place of ``value``: an integral, or a sum, is meant as one."""
    from sympy import Integral

    return next((kind for kind in (Integral, Total) if isinstance(value, kind)), Expr)


def _in_tuple(
    value: tuple[Any, ...], alphabet: Alphabet, neighbours: tuple[str, ...]
) -> Iterator[tuple[str, Any]]:
    for number, part in enumerate(value):
        for name, new in _values(part, alphabet, neighbours):
            yield name, (*value[:number], new, *value[number + 1 :])
        if isinstance(part, Operation):
            yield "operation applied twice", (*value[:number], part, *value[number:])
            if len(value) > 1:
                yield "operation left out", (*value[:number], *value[number + 1 :])


def _in_fields(
    value: Any, alphabet: Alphabet, neighbours: tuple[str, ...]
) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        if field.name in _NO_ARGUMENT or not field.init:
            continue
        for name, new in _values(getattr(value, field.name), alphabet, neighbours):
            try:
                yield name, replace(value, **{field.name: new})
            except (PaperError, TypeError, ValueError):
                continue  # no such step can be written down
