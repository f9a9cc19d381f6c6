"""Send an obligation to the prover that decides relations of its kind."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from derivations.obligation import Obligation

from .normal.algebra import UnsupportedError
from .normal.fraction import TooManyGeneratorsError
from .provers import dimension
from .verdict import Decision, Status, undecided

#: Relation → module and function of its prover, loaded when first needed; a relation
#: without an entry of its own is decided as the class it is derived from.
PROVERS: dict[str, tuple[str, str]] = {
    "Equal": ("identity", "decide"),
    "NotEqual": ("identity", "decide_unequal"),
    "SameOrder": ("order", "decide"),
    "Independent": ("order", "decide_independent"),
    "SameDimension": ("dimension", "decide"),
    "LeadingOrder": ("limit", "decide_leading_order"),
    "Tends": ("limit", "decide_tends"),
    "Continuous": ("continuity", "decide_continuous"),
    "Within": ("bounds", "decide"),
    "Less": ("bounds", "decide"),
    "MuchLess": ("bounds", "decide"),
    "Refers": ("references", "decide"),
    "Consistent": ("consistency", "decide"),
}


def decide(obligation: Obligation) -> Decision:
    """Decide ``obligation``: its dimensions first, then the relation itself."""
    consistent = dimension.decide(obligation)
    if consistent.status is not Status.PROVED:
        return consistent
    for kind in type(obligation.goal).__mro__:
        if kind.__name__ in PROVERS:
            module, function = PROVERS[kind.__name__]
            prover = getattr(import_module(f".provers.{module}", __package__), function)
            return _guarded(prover, obligation)
    return undecided("none", f"nothing decides {type(obligation.goal).__name__}")


def _guarded(prover: Callable[[Obligation], Decision], obligation: Obligation) -> Decision:
    try:
        return prover(obligation)
    except UnsupportedError as error:
        return undecided("normal form", f"outside what is decided: {error}")
    except TooManyGeneratorsError:
        return undecided("normal form", "more different atoms than there is room for")
    except ZeroDivisionError:
        return undecided("normal form", "a denominator vanishes identically")
