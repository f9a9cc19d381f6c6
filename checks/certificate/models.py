"""Models: values for symbols and functions for functions, at which all facts hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from math import factorial
from typing import Any

from .. import replay
from ..replay import Obligation, Tree, UnclearError
from .proof import Work, as_json
from .standard import standard

Json = Any


def proof(given: Obligation, hints: Json) -> Json:
    """The proof that a model shows something."""
    problem = UnclearError("there is no model")
    for record in _candidates(given, hints):
        for changed in (record, *_scaled(given, record)):
            try:
                made = {"model": _with_steps(given, changed)}
                replay.in_model(given, made)
            except UnclearError as error:
                problem = error
            else:
                return made
    raise problem


def _candidates(given: Obligation, hints: Json) -> Iterator[Json]:
    """Models that were found, of this obligation or of one with the same facts and others.

    The model that decided comes first, if one did; else the point that did.
    """
    found = [hints["model"]] if "model" in hints else []
    known = [{"model": one, "symbols": hints["symbols"]} for one in (*found, *hints["models"])]
    makers: list[Callable[[], Json]] = [
        partial(_found, one, given, sign) for one in known for sign in ("real", "positive")
    ]
    makers.insert(len(makers) if found else 0, partial(_at_point, given, hints))
    for maker in makers:
        try:
            record = maker()
        except (UnclearError, replay.MalformedError, KeyError):
            continue
        if record is not None:
            yield record


def _scaled(given: Obligation, record: Json) -> Iterator[Json]:
    """The same with one of the free symbols much greater, or smaller."""
    for k, (name, value) in enumerate(record["point"]):
        if given.symbols[name].range is None and given.goal.kind not in ("Consistent", "Equal"):
            for factor in (10**6, Fraction(1, 10**6)):
                point = [*record["point"]]
                point[k] = (name, str(Fraction(value) * factor))
                yield {**record, "point": point}


def _with_steps(given: Obligation, record: Json) -> Json:
    """The model with the steps that its equations need."""
    record = {**{name: as_json(part) for name, part in record.items()}, "steps": []}
    theory = replay.placed(given, record)
    work = Work(given, {}, theory)
    work.integrates = True
    for _ in range(2):
        before = len(work.steps)
        for link in given.facts:
            if link.kind == "Equal":
                work.settle(*link.sides)
        work.settle(*given.goal.sides)
        for _, body in theory.functions.values():
            work.settle(body, replay.put(body, replay.CONJUGATE))
        if len(work.steps) == before:
            break
        work.final.clear()
    return {**record, "steps": work.steps}


def _found(hints: Json, given: Obligation, sign: str) -> Json:
    """The model of premises that were found to hold together, of what has a sign."""
    model, symbols = hints["model"], dict(hints["symbols"])
    for name, symbol in hints["symbols"].items():
        if symbol.sign == "real" and name not in given.symbols:
            symbols[name] = symbol._replace(sign=sign)
    single = [(over, Fraction(member)) for over, member in model["single"]]
    names = set(given.symbols)
    model = {**model, "functions": [f for f in model["functions"] if f[0] in names]}
    point = {}
    for form, value in model["point"]:
        if not isinstance(form, str):
            return None
        if form in names:
            point[form] = value
    puts: list[tuple[str, tuple[str, ...], Tree]] = []
    for name, body in model["values"]:
        if not isinstance(name, str) or name not in names:
            continue
        puts.append((name, (), standard(replay.tree(body, symbols), symbols)))
    for name, variables, body in model["functions"]:
        tree = standard(replay.tree(body, symbols), symbols)
        puts.append(_function(name, tuple(variables), tree, symbols))
    return _complete(given, puts, point, single)


def _function(name: str, variables: tuple[str, ...], body: Tree, symbols: Any) -> Any:
    names = {
        x: replay.standard_name(symbols[x].sign, symbols[x].member_of, 8 - k)
        for k, x in enumerate(variables)
    }
    return name, tuple(names.values()), replay.put(body, names)


def _at_point(given: Obligation, hints: Json) -> Json:
    """The model in which a claim was found to fail."""
    point: dict[str, str] = {}
    places: dict[str, list[tuple[Any, tuple[Tree, ...], Tree]]] = {}
    puts: list[tuple[str, tuple[str, ...], Tree]] = []
    functions: list[tuple[str, tuple[str, ...], Tree]] = []
    for form, value in hints["point"]:
        if isinstance(form, str):
            point[form] = value
        elif form[0] == "call":
            _place(places, form, Fraction(value))
    for _, form, value in reversed(hints["solved"]):
        if isinstance(form, str):
            puts.append((form, (), value))
        elif form[0] == "call":
            _place(places, form, value)
    work = Work(given, hints, _theory(given))
    for name, (_, variables, body) in work.definitions.items():
        functions.append(_function(name, variables, body, given.symbols))
    for name, values in places.items():
        general = [v for o, v, _ in values if not any(o) and _are_variables(given, v)]
        if name in work.definitions:
            continue
        if general:
            body = next(value for _, variables, value in values if variables == general[0])
            functions.append(_function(name, general[0], body, given.symbols))
        else:
            plain = _complete(given, puts, dict(point), hints["single"])
            functions.append(_through(given, name, values, plain))
    return _complete(given, [*puts, *functions], point, hints["single"])


def _are_variables(given: Obligation, forms: tuple[Tree, ...]) -> bool:
    return len(set(forms)) == len(forms) and all(
        isinstance(x, str) and given.symbols[x].role == "variable" for x in forms
    )


def _theory(given: Obligation) -> Any:
    theory = replay.Theory(given)
    theory.learn(given.facts)
    return theory


def _place(places: Any, form: Tree, value: Tree) -> None:
    name, *orders = form[1]
    places.setdefault(name, []).append((orders, form[2:], value))


def _through(given: Obligation, name: str, values: Any, plain: Json) -> Any:
    """A polynomial with the values, and derivatives, that a function has to have.

    Of several arguments it is the first that differs between the places that counts.
    """
    theory = replay.placed(given, {key: as_json(part) for key, part in plain.items()})
    theory.point = {name: Fraction(value) for name, value in plain["point"]}
    points = [[_rational(theory, part) for part in arguments] for _, arguments, _ in values]
    count = len(points[0])
    moving = next((k for k in range(count) if len({p[k] for p in points}) > 1), 0)
    rows = [
        [_monomial(j, orders[moving], place[moving]) for j in range(2 * len(values) + 2)]
        for (orders, _, _), place in zip(values, points, strict=True)
    ]
    names = tuple(replay.standard_name("real", None, 8 - k) for k in range(count))
    terms = []
    for j, row in enumerate(_right_inverse(rows)):
        front = [("*", c, value) for c, (_, _, value) in zip(row, values, strict=True) if c]
        if front:
            terms.append(("*", ("+", *front), *([("^", names[moving], j)] if j else [])))
    return name, names, ("+", *terms)


def _rational(theory: Any, form: Tree) -> Fraction:
    ends = replay.where(theory, theory.value(form))
    replay.sure(ends.low == ends.high, "a place that is not rational")
    return Fraction(ends.low)


def _monomial(j: int, order: int, place: Fraction) -> Fraction:
    """The derivative of x^j at a place."""
    return (
        Fraction(0)
        if order > j
        else Fraction(factorial(j), factorial(j - order)) * place ** (j - order)
    )


def _right_inverse(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """For each column the multiples of the right sides that make up its coefficient."""
    size, width = len(rows), len(rows[0])
    table = [row + [Fraction(int(i == k)) for k in range(size)] for i, row in enumerate(rows)]
    pivots: dict[int, int] = {}
    for column in range(width):
        k = next((k for k in range(len(pivots), size) if table[k][column]), None)
        if k is None:
            continue
        i = len(pivots)
        table[i], table[k] = table[k], table[i]
        table[i] = [x / table[i][column] for x in table[i]]
        for other in range(size):
            if other != i and table[other][column]:
                factor = table[other][column]
                table[other] = [x - factor * y for x, y in zip(table[other], table[i], strict=True)]
        pivots[column] = i
    replay.sure(len(pivots) == size, "places that are too many")
    none = [Fraction(0)] * size
    return [table[pivots[j]][width:] if j in pivots else none for j in range(width)]


def _complete(given: Obligation, puts: Any, point: dict[str, str], single: Any) -> Json:
    """The model in an order in which each thing is made of those before it."""
    links = (*given.facts, given.goal)
    named = sorted(set().union(*(replay.free(side) for link in links for side in link.sides)))
    puts, point = list(puts), dict(point)
    known = {name for name, _, _ in puts}
    box = _box(given)
    counts = {given.symbols[over].count for over, _ in single}
    for name in _below(named, puts):
        symbol = given.symbols[name]
        if symbol.role == "function" and name not in known:
            names = tuple(
                replay.standard_name("real", None, 8 - k) for k in range(len(symbol.arguments))
            )
            puts.append((name, names, 0))
            known.add(name)
        elif symbol.role in replay.VALUES and symbol.role != "bound":
            within = {over for over, _ in single}
            if name not in known and name not in counts and symbol.member_of not in within:
                point.setdefault(name, _some(name, symbol, box))
    sets = {over for over, _ in single}
    members = {n for n, s in given.symbols.items() if s.member_of in sets}
    for name in [n for n in point if n in counts | known | members]:
        del point[name]
    puts = [one for one in puts if one[0] not in counts]
    ready, ordered, pending = set(point) | counts, [], list(puts)
    for over, _ in single:
        ready |= {n for n, s in given.symbols.items() if s.member_of == over} | {over}
    while pending:
        done = [one for one in pending if replay.free(one[2]) <= ready | set(one[1]) | _sets(given)]
        if not done:
            return None
        ordered += done
        ready |= {name for name, _, _ in done}
        pending = [one for one in pending if one not in done]
    return {"puts": ordered, "point": sorted(point.items()), "single": single}


def _sets(given: Obligation) -> set[str]:
    return {n for n, s in given.symbols.items() if s.role in ("set", "variable")}


def _below(names: list[str], puts: Any) -> Iterator[str]:
    seen = set(names)
    pending = list(names) + [n for one in puts for n in sorted(replay.free(one[2]) - set(one[1]))]
    for name in pending:
        if name not in seen or name in names:
            seen.add(name)
            yield name


def _some(name: str, symbol: Any, box: dict[str, replay.Span]) -> str:
    low, high = (box[name].low, box[name].high) if name in box else symbol.range or (1, 1)
    return str(Fraction(low + high) / 2)


def _box(given: Obligation) -> dict[str, replay.Span]:
    """The intervals that facts say of symbols as such."""
    found = {}
    for link in given.facts:
        if link.kind == "Within" and isinstance(link.sides[0], str):
            found[link.sides[0]] = replay.target(link)
    return found
