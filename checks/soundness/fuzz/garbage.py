"""Garbage: forms of JSON and texts with something else at a few places."""

from __future__ import annotations

from random import Random
from typing import Any

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
    ["q", 10**4200, 3],
    ["^", 0, -1],
    ["exp", ["exp", ["exp", ["exp", 100]]]],
    ["diff", ["^", "a", 10**6], ["a", 10**6]],
    ["jet", "f", [10**9], "a"],
    ["+", *([1] * 10**5)],
    ["call", "__import__", "os"],
    ["log", 0],
    ["^", ["exp", ["exp", ["exp", ["exp", 100]]]], 2],
    ["sin", ["exp", ["exp", 10**4]]],
    ["Abs", ["+", ["exp", 10**4000], -1]],
    ["gamma", 10**9],
    ["besselk", 10**9, ["cosh", 100]],
    ["^", ["+", 10**3999, -1], ["q", 1, 2]],
    ["total", "i", "i", "nothing"],
)

#: What may stand anywhere in a text.
_SCRAPS = (
    *("(", ")", "[", "]", "{", "}", "^", "_", "**", "*", "/", "+", "-", "−", "=", "~", "≪", "<"),
    *(",", "->", " in ", "'", '"', '"""', "\\", "\n", "\t", "\u0000", "\ufeff", "²", "⁻¹", "′"),
    *("0", "1e400", "9" * 70, "1/0", "0^-1", "10^10^10", "oo", "pi", "√", "é", "𝑥", "\u202e"),
    *("__import__('os')", "lambda: 0", "diff(", "integral(", "exp(", "[[assume]]", "states = ["),
    *(r"\frac{", r"\sqrt", r"\left(", r"\right)", r"\int_0^", r"\sum", r"\text{", r"\begin{cases}"),
    *(r"\end{cases}", r"\\", "&", "$", "#", "%", r"\def\a{\a\a}\a", r"\input{x}", r"\partial"),
)

#: Texts that ask for more work than a reader may do.
TEXTS: tuple[str, ...] = (
    "(" * 3000 + "a" + ")" * 3000,
    "{" * 3000 + "a" + "}" * 3000,
    "-" * 5000 + "a",
    "√" * 3000 + "a",
    "a^" * 900 + "a",
    r"\sqrt" * 3000 + "a",
    r"\frac" * 3000 + "a",
    r"\int" * 3000 + "a",
    "a |" * 1000,
    "2^2^2^2^2^2^2 = a",
    "a = 10^(10^10)",
    "a = (1 + a)^(10^9)",
    "9" * 100_000,
    "a" * 100_000,
    r"\frac{" * 900 + "a" + "}{b}" * 900,
    r"\left(" * 900,
    "exp(exp(exp(exp(exp(99)))))^2 = a",
    "Abs(exp(exp(exp(99))) - 1) = a",
    "√(" + "*".join(["9" * 59] * 60) + "-1) = a",
    "besselk(10^20, cosh(100)) = a",
    "a" + "²" * 500,
    "a = b -> c -> d in 1, 2, 3",
    "[" * 4000,
    "x = {" * 2000,
    "states = [" + "[" * 2000,
    "\u0000" * 100,
)


def changed(draw: Random, form: Any) -> Any:
    """``form`` with something else at one place, now and then much like what was there."""
    if isinstance(form, int) and draw.random() < 0.5:
        return form + draw.choice((-1, 1))
    if isinstance(form, list) and len(form) > 2 and draw.random() < 0.2:
        return [form[0], *draw.sample(form[1:], len(form) - 1)]
    if not isinstance(form, list | dict) or not form or draw.random() < 0.15:
        return _other(draw, form)
    if isinstance(form, dict):
        key = draw.choice(sorted(form))
        if draw.random() < 0.1:
            return {name: value for name, value in form.items() if name != key}
        return {**form, key: changed(draw, form[key])}
    place = draw.randrange(len(form))
    return [*form[:place], changed(draw, form[place]), *form[place + 1 :]]


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


def broken(draw: Random, text: str) -> str:
    """``text`` with a few pieces cut out, doubled, put elsewhere, or exchanged for others."""
    for _ in range(draw.randint(1, 4)):
        start = draw.randint(0, len(text))
        end = min(len(text), start + draw.choice((0, 1, 1, 2, 5, 20)))
        piece = text[start:end]
        text = text[:start] + draw.choice((_scrap(draw), "", 2 * piece)) + text[end:]
        if draw.random() < 0.1:
            place = draw.randint(0, len(text))
            text = text[:place] + piece + text[place:]
    return text


def _scrap(draw: Random) -> str:
    if draw.random() < 0.02:
        return draw.choice(TEXTS)
    return draw.choice(_SCRAPS)
