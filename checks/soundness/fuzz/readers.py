"""Random text for the readers of JSON: refused with a sentence, or read; nothing else."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from derivations.errors import PaperError

from ... import record
from .makers import MAKERS

#: A reader may take so many seconds for one text.
_PATIENCE = 5.0

Reader = Callable[[Any], object]

#: What is read from JSON, by name; a reader raises ``PaperError`` for what it refuses.
READERS: Mapping[str, Reader] = {
    "obligation": record.to_obligation,
}

_ATOMS: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    10**400,
    -(2**4000),
    "",
    "a",
    "__import__",
    "os.system('true')",
    "\u0000",
    "x" * 5000,
    [],
    {},
    float("inf"),
    float("nan"),
)
_HEADS = ("+", "*", "^", "q", "call", "jet", "diff", "subs", "int", "total", "vector", "sin", "exp")


def deep(levels: int, head: str = "+") -> Any:
    """A form nested so many levels deep."""
    form: Any = 1
    for _ in range(levels):
        form = [head, form, 1]
    return form


#: Forms that ask for more work than a reader may do.
MONSTERS: tuple[Any, ...] = (
    deep(200),
    deep(900, "^"),
    ["^", 10, 10**9],
    ["^", ["^", 10, 10**6], 10**6],
    ["^", 2, ["^", 2, ["^", 2, 100]]],
    ["q", 1, 0],
    ["q", 10**5000, 3],
    ["^", 0, -1],
    ["exp", ["exp", ["exp", ["exp", 100]]]],
    ["diff", ["^", "a", 10**6], ["a", 10**6]],
    ["jet", "f", [10**9], "a"],
    ["+", *([1] * 10**5)],
    ["call", "__import__", "os"],
    ["log", 0],
    ["total", "i", "i", "nothing"],
)


def sample(draw: Random) -> Any:
    """The record of a random claim, with something else at one place, or several."""
    made = draw.choice(MAKERS[draw.randrange(len(MAKERS))](draw))
    form = json.loads(record.dumps(record.of_obligation(made.obligation)))
    for _ in range(draw.randint(1, 3)):
        form = _changed(draw, form)
    return form


def _changed(draw: Random, form: Any) -> Any:
    if not isinstance(form, list | dict) or not form or draw.random() < 0.15:
        return _other(draw, form)
    if isinstance(form, dict):
        key = draw.choice(sorted(form))
        if draw.random() < 0.1:
            return {name: value for name, value in form.items() if name != key}
        return {**form, key: _changed(draw, form[key])}
    place = draw.randrange(len(form))
    return [*form[:place], _changed(draw, form[place]), *form[place + 1 :]]


def _other(draw: Random, form: Any) -> Any:
    return draw.choice(
        (
            lambda: draw.choice(_ATOMS),
            lambda: draw.choice(MONSTERS),
            lambda: [draw.choice(_HEADS), form, draw.choice(_ATOMS)],
            lambda: [draw.choice(_HEADS), form],
            lambda: [form, form],
            lambda: {"goal": form},
        )
    )()


def fault(reader: Reader, form: Any) -> str:
    """What is wrong with how ``form`` was read; empty if it was read, or refused properly."""
    start = time.process_time()
    try:
        reader(form)
    except PaperError as error:
        if not str(error).strip() or len(str(error)) > 2000:
            return f"a refusal that is no sentence: {str(error)[:80]!r}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:200]
    seconds = time.process_time() - start
    return f"it took {seconds:.1f} s" if seconds > _PATIENCE else ""
