"""Send an obligation to the prover that decides relations of its kind."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from derivations.obligation import Obligation
from derivations.relation import Equal, Less, MuchLess, Within

from .normal.algebra import UnsupportedError
from .normal.fraction import TooManyGeneratorsError, roomy
from .provers import dimension
from .verdict import Decision, Status, proved, undecided

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
            found = _guarded(prover, obligation)
            if found.status is Status.UNDECIDED and found.method != "premises":
                return _stated(obligation) or found
            return found
    return undecided("none", f"nothing decides {type(obligation.goal).__name__}")


#: What says the same where it is proved and where it is used.
_FACTS = (Equal, Less, MuchLess, Within)


def _stated(obligation: Obligation) -> Decision | None:
    """Proved if the goal is one of the facts, which may be more than a prover can use."""
    goal = obligation.goal
    stated = [link for fact in obligation.facts for link in fact.links()]
    turned = Equal(*reversed(goal.sides)) if type(goal) is Equal else goal
    if type(goal) in _FACTS and (goal in stated or turned in stated):
        return proved("premise", "it is one of the premises", evidence={"premise": True})
    return None


def _guarded(prover: Callable[[Obligation], Decision], obligation: Obligation) -> Decision:
    try:
        return _with_room(prover, obligation)
    except UnsupportedError as error:
        return undecided("normal form", f"outside what is decided: {error}")
    except TooManyGeneratorsError:
        return undecided("normal form", "more different atoms than there is room for")
    except ZeroDivisionError:
        return undecided("normal form", "a denominator vanishes identically")


def _with_room(prover: Callable[[Obligation], Decision], obligation: Obligation) -> Decision:
    try:
        return prover(obligation)
    except TooManyGeneratorsError:
        with roomy():
            return prover(obligation)
