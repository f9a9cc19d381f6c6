"""All rules there are: those of the core, and those that others register."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from difflib import get_close_matches
from importlib.metadata import entry_points
from typing import Any

from ..errors import PaperError
from .core import is_core
from .derived import registered

#: Distributions register their rules, or the modules that have them, under this group.
GROUP = "derivations.rules"


def rules() -> dict[str, Callable[..., Any]]:
    """The rules by name, those of the core first: what is called to make a step of each.

    Rules of other distributions are those registered under ``derivations.rules``, and
    those of modules that have been imported; where a name is taken, that of the module
    goes before it.  Raises ``PaperError`` for an entry point that cannot be loaded.

    >>> "instance" in rules()
    True
    """
    found = _core()
    for (home, name), made in sorted(_loaded().items()):
        if not is_core(made):
            found[f"{home}.{name}" if name in found else name] = made
    return found


def _loaded() -> dict[tuple[str, str], Callable[..., Any]]:
    """What entry points name, and what modules have registered, by module and name."""
    named: dict[tuple[str, str], Callable[..., Any]] = {}
    for point in entry_points(group=GROUP):
        try:
            made = point.load()
        except Exception as error:
            msg = f"the rule {point.name} of {point.value} fails to load: {error}"
            raise PaperError(msg) from error
        if callable(made):
            named[point.module, point.name] = made
    others = registered()
    return {key: made for key, made in named.items() if made not in others.values()} | others


def _core() -> dict[str, Callable[..., Any]]:
    """The functions of ``derivations.rules`` that make steps, and their operations."""
    from derivations import rules as package

    public = {name: getattr(package, name) for name in package.__all__}
    return {
        name: made
        for name, made in public.items()
        if inspect.isfunction(made) and made.__name__ != "rule"
    }


def find(name: str) -> Callable[..., Any]:
    """The rule called ``name``; ``PaperError``, with what may be meant, where there is none."""
    known = rules()
    if name not in known:
        near = get_close_matches(name.replace(" ", "_"), known, n=3, cutoff=0.5)
        hint = f"; did you mean {' or '.join(near)}?" if near else "; derivations rules lists all"
        msg = f"there is no rule {name}{hint}"
        raise PaperError(msg)
    return known[name]


def documentation(name: str) -> str:
    """How the rule is called, and its docstring: mathematics, side conditions, an example."""
    made = find(name)
    signature = inspect.signature(made)
    parameters = [
        parameter.replace(annotation=parameter.empty)
        for label, parameter in signature.parameters.items()
        if label != "known"
    ]
    shown = signature.replace(parameters=parameters, return_annotation=signature.empty)
    home = "" if is_core(made) else f"of {made.__module__}\n"
    return f"{name}{shown}\n{home}\n{inspect.getdoc(made)}"


def summary(name: str) -> str:
    """What the rule infers, in a line."""
    return (inspect.getdoc(find(name)) or "").partition("\n")[0]


def subjects() -> dict[str, list[str]]:
    """The names of the rules by the subject of the module that they stand in."""
    found: dict[str, list[str]] = {}
    for name, made in rules().items():
        text = getattr(sys.modules.get(made.__module__), "__doc__", None) or made.__module__
        found.setdefault(text.partition("\n")[0].rstrip("."), []).append(name)
    return found
