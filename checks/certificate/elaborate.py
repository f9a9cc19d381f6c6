"""Proofs of what was decided, in steps that the replayer can follow."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import product
from typing import Any

from .. import replay
from ..replay import Obligation, RoomError, Theory, Tree, UnclearError
from . import asked, bounds, models
from .proof import GaveUpError, Work, as_json
from .standard import standard

Json = Any


#: Of so many models that were found for the same facts a refutation is looked for.
_MOST_MODELS = 3


def proof(record: Json, models: Iterable[Json] = (), room: int = replay.ROOM) -> Json | None:
    """The proof of an obligation that was decided; ``None`` where none is found.

    ``models`` are records of obligations whose premises were found to hold together.
    """
    try:
        found = _proof(record, models, room)
        return found and found | ({} if room == replay.ROOM else {"room": room})
    except RoomError:
        return proof(record, models, replay.MOST_ROOM) if room < replay.MOST_ROOM else None
    except Exception:  # whatever fails here is no proof, and nothing else
        return None


def _proof(record: Json, models: Iterable[Json], room: int) -> Json | None:
    symbols = asked.table(record["symbols"])
    given = replay.obligation(_plain(record), record["number"], symbols)._replace(room=room)
    kind, status = given.goal.kind, given.decision["status"]
    made = _PROOFS.get((kind if given.asks == "relation" else given.asks, status))
    odd = given.asks == "relation" and replay.mismatch(given.goal, given.symbols)
    if given.asks == "dimensions" or made is None or odd:
        return None
    return made(given, _hints(record, models))


def _plain(record: Json) -> Json:
    return {**record, "decision": {k: v for k, v in record["decision"].items() if k != "proof"}}


def _hints(record: Json, models: Iterable[Json]) -> Json:
    """The evidence, with standard names for bound variables."""
    evidence = record["decision"].get("evidence") or {}
    extra = [dict(one) for one in evidence.get("symbols", [])]
    names = {one["name"] for one in record["symbols"]}
    single: list[tuple[str, Tree]] = []
    if "one_member" in evidence:
        evidence = evidence["one_member"].get("evidence") or {}
        extra += evidence.get("symbols", [])
        values = {form: value for form, value in evidence.get("point", []) if isinstance(form, str)}
        for one in record["symbols"]:
            member = f"{one['name']}_1"
            if one["role"] == "set":
                single.append((one["name"], Fraction(values.get(member, "1"))))
                extra.append({"name": member, "role": "bound", "sign": "positive integer"})
    known: list[Json] = []
    for other in models if record["decision"]["status"] == "refuted" else ():
        model = (other["decision"].get("evidence") or {}).get("model")
        if (
            model
            and len(known) < _MOST_MODELS
            and all(x in other["facts"] for x in record["facts"])
        ):
            known.append(model)
            extra += other["decision"]["evidence"].get("symbols", [])
            extra += [one for one in other["symbols"] if one["name"] not in names]
    unique = {one["name"]: one for one in extra if one["name"] not in names}
    symbols = asked.table([*record["symbols"], *unique.values()])
    members = {f"{over}_1": value for over, value in single}

    def read(form: Json) -> Tree:
        return standard(replay.put(replay.tree(form, symbols), members), symbols)

    return {
        **evidence,
        "factor": record["decision"].get("factor"),
        "symbols": symbols,
        "models": known,
        "single": single,
        "solved": [(k, read(atom), read(value)) for k, atom, value in evidence.get("solved", [])],
        "point": [
            (read(form), value)
            for form, value in evidence.get("point", [])
            if not (isinstance(form, str) and form in members)
        ],
    }


def _work(given: Obligation, hints: Json, *, integrates: bool = False) -> Work:
    theory = Theory(given)
    theory.learn(given.facts)
    work = Work(given, hints, theory)
    work.integrates = integrates
    work.solve(hints.get("solved", []))
    return work


def _equal(given: Obligation, hints: Json) -> Json:
    try:
        return _equated(given, hints, _work(given, hints))
    except (UnclearError, GaveUpError):
        return _equated(given, hints, _work(given, hints, integrates=True))


def _equated(given: Obligation, hints: Json, work: Work) -> Json:
    for _ in range(3):
        work.settle(*given.goal.sides)
        values = [work.theory.value(side) for side in given.goal.sides]
        if values[0] == values[-1]:
            break
        work.do("again")
    combined = _combined(work, given) if values[0] != values[-1] else {}
    settled = values[0] == values[-1] or combined
    replay.sure(settled, "the sides are not seen to be equal")
    return {"steps": work.steps} | combined


def _steady(given: Obligation, hints: Json) -> Json:
    work = _work(given, hints)
    _settled(work)
    first = len(work.steps)
    for name in filter(replay.near_one, sorted(given.names())):
        work.theory.equate(name, 1)
    _settled(work)
    found = {"steps": work.steps[:first], "for one": work.steps[first:]}
    replay.steady(given, found)
    return found


def _settled(work: Work) -> None:
    for _ in range(2):
        for link in work.given.facts:
            if link.kind == "Equal":
                work.settle(*link.sides)
        work.settle(*work.given.goal.sides[:2])
        work.do("again")


def _combined(work: Work, given: Obligation) -> Json:
    """One more equation, times something, that makes up the difference of the sides."""
    left, right = map(work.theory.value, given.goal.sides)
    for k, pair in enumerate(work.theory.equations):
        if left == right or pair is None:
            continue
        one, other = map(work.theory.value, pair)
        if one == other:
            continue
        factor = ((left - right) / (one - other)).tree()
        try:
            work.settle(factor)
            if work.theory.value(factor) * (one - other) == left - right:
                return {"combine": [[k, as_json(factor)]]}
        except UnclearError:
            continue
    return {}


def _same_order(given: Obligation, hints: Json) -> Json:
    work = _work(given, hints)
    factor = replay.tree(hints["factor"], given.symbols)
    for _ in range(2):
        work.settle(*given.goal.sides, factor)
        work.do("again")

    def check(cuts: Json) -> Any:
        return replay.same_order(given, {"steps": work.steps, "cuts": cuts})

    names = sorted(replay.free(work.theory.value(factor).tree()))
    return {
        "steps": work.steps,
        "cuts": _cuts(names, lambda name: _width(given.symbols[name].range), check),
    }


def _width(ends: Any) -> Fraction:
    """The width of an interval as a share of its size."""
    low, high = ends or (Fraction(0), Fraction(1))
    return Fraction(high - low) / (abs(low) + abs(high) or 1)


#: An interval is cut in no more pieces than these.
_MOST_PIECES = 1024


def _cuts(names: list[str], widths: Any, check: Any) -> Json:
    """How often the ranges of symbols are halved until a claim is seen to hold."""
    counts: Json = []
    pieces = 1
    while pieces <= _MOST_PIECES:
        try:
            check(counts)
        except UnclearError:
            pieces *= 2
            if not names:
                raise
            before = dict(counts)
            least = max(names, key=lambda name: widths(name) / before.get(name, 1))
            before[least] = 2 * before.get(least, 1)
            counts = [[name, n] for name, n in sorted(before.items())]
        else:
            return counts
    msg = "too many pieces"
    raise UnclearError(msg)


def _interval(given: Obligation, hints: Json) -> Json:
    """Within, Less, MuchLess: what has no bounds is solved for in what facts say in numbers."""
    theory = Theory(given)
    theory.learn(given.facts)
    replay.stated(theory, given)
    work = Work(given, hints, theory)
    work.solve(hints.get("solved", []))
    sides = given.goal.sides
    for link in (*given.facts, given.goal):
        work.settle(*link.sides)
    if given.goal.kind == "Less":
        work.settle(("+", sides[1], ("*", -1, sides[0])))
    names = _names(theory, given.goal)
    while bounds.narrowed(work, names):
        work.settle(*sides)
        names = _names(theory, given.goal)

    def check(cuts: Json) -> Any:
        replay.numbers(given, {"steps": work.steps, "cuts": cuts})

    cut = [name for name in names if bounds.finite(theory, name)]
    widths = {name: _width(theory.place(theory.generator(name))[:2]) for name in cut}
    return {"steps": work.steps, "cuts": _cuts(cut, widths.__getitem__, check)}


def _names(theory: Theory, goal: replay.Relation) -> list[str]:
    """The symbols that decide a goal: those of its value, or of the ratio and of its left side."""
    left, *rest = (theory.value(side) for side in goal.sides)
    forms = [left.tree(), *((left / right).tree() for right in rest if not right.zero())]
    return sorted(frozenset().union(*map(replay.free, forms)))


def _continuous(given: Obligation, hints: Json) -> Json:
    work, more = _work(given, hints), given.goal.more
    expression, x, ends = more["expression"], more["variable"], (more["low"], more["high"])
    for _ in range(2):
        for name in replay.between(work.theory, expression, ends):
            work.settle(replay.put(expression, {x: name}))
        work.settle(*(end for end in ends if end != replay.INFINITY))
    found = {"steps": work.steps}
    replay.continuous(given, found)
    return found


def _tends(given: Obligation, hints: Json) -> Json:
    """In one way after another, as far as they differ for what was seen near the limit.

    How a logarithm grows, how far is expanded, and of which power roots are taken.
    """
    seen: set[str] = set()
    for logs, terms, power in product((1, 0), (1, 2, 3), (1, 2)):
        differs = (logs or "log" in seen, terms == 1 or "taylor" in seen, power == 1 or "^" in seen)
        if not all(differs):
            continue
        work = _near_limit(given, terms, power, logs, hints)
        try:
            _expand(work, hints)
            found = {"steps": work.steps, "power": power}
            replay.tends(given, found)
        except UnclearError as error:
            problem = error
        else:
            return found
        h = work.theory.h
        seen |= {atom.kind for atom in work.theory.atoms if h in replay.free(atom.form)}
        seen |= {step[0] for step in work.steps}
    raise problem


def _near_limit(given: Obligation, terms: int, power: int, logs: int, hints: Json) -> Work:
    """The variable put near its limit, and nothing done yet."""
    more = given.goal.more
    theory = Theory(given)
    theory.learn(given.facts)
    theory.h = theory.tiny("#h")
    h = ("^", theory.h, power)
    far = more["to"] == replay.INFINITY
    theory.equate(more["variable"], ("^", h, -1) if far else ("+", more["to"], h))
    work = Work(given, hints, theory)
    work.expansion, work.logs = terms, logs
    return work


def _expand(work: Work, hints: Json) -> None:
    work.solve(hints["solved"])
    for link in work.given.facts:
        work.settle(*link.sides)
    work.settle(*work.given.goal.sides[:2])


_PROOFS: dict[tuple[str, str], Any] = {
    ("Equal", "proved"): _equal,
    ("steady", "proved"): _steady,
    ("exact", "proved"): _steady,
    ("Independent", "proved"): _equal,
    ("SameOrder", "proved"): _same_order,
    ("Rough", "proved"): _same_order,
    ("Within", "proved"): _interval,
    ("Less", "proved"): _interval,
    ("MuchLess", "proved"): _interval,
    ("Continuous", "proved"): _continuous,
    ("Tends", "proved"): _tends,
    ("LeadingOrder", "proved"): _tends,
    **{(kind, "proved"): models.proof for kind in ("NotEqual", "Attains", "Consistent")},
    **{
        (kind, "refuted"): models.proof
        for kind in ("Equal", "Within", "Less", "MuchLess", "SameOrder", "Rough")
    },
}
