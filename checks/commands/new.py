"""``derivations new``: a small paper to begin with."""

from __future__ import annotations

from pathlib import Path
from string import Template

import click

from .common import Failure

#: The paper that is written: it works, and its third line is wrong on purpose.
_PAPER = Template(
    r'''"""The pendulum: a small paper to begin with."""

from sympy import pi, sqrt

from derivations.dimension import LENGTH, NUMBER, TIME
from derivations.paper import Paper
from derivations.relation import Equal
from derivations.rules import by, definition, law

paper = Paper("$name", "The pendulum", "a textbook of your choice")

# Every symbol once: its name, its dimension, what it means, and how it is written.
N = paper.notation
g = N.quantity("g", LENGTH / TIME**2, "acceleration of free fall")
ell = N.quantity("ell", LENGTH, "length of the pendulum", latex=r"\ell", unicode="ℓ")
omega = N.quantity("omega", NUMBER / TIME, "angular frequency", latex=r"\omega", unicode="ω")
tau = N.quantity("tau", TIME, "time of one swing", latex=r"\tau", unicode="τ")

chapter = paper.chapter("I", "Small swings")

# A line is what is printed, the same as relations, and how it follows.
chapter.equation(
    "1",
    printed=r"\omega^2 = \frac{g}{\ell}",
    states=[Equal(omega**2, g / ell)],
    follows=law("a point on a massless thread, swinging little"),
)

chapter.equation(
    "2",
    printed=r"\tau = \frac{2\pi}{\omega}",
    states=[Equal(tau, 2 * pi / omega)],
    follows=definition(tau),
)

# Wrong on purpose: the check refutes it. Put the 2 where it belongs, in both places.
chapter.equation(
    "3",
    printed=r"\tau = \pi \sqrt{\frac{\ell}{g}}",
    states=[Equal(tau, pi * sqrt(ell / g))],
    follows=by("1", "2"),
)

paper.result("a longer pendulum swings slower", "3")
'''
)


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
def command(path: Path) -> None:
    """Write a small paper to PATH, a Python file that does not exist yet.

    It has one chapter and three lines, of which one is wrong on purpose.  The commands
    take its path, as in: derivations check PATH.
    """
    if path.suffix != ".py" or not path.stem.isidentifier():
        msg = f"{path} is no name for a paper; give the name of a Python file, as fall.py"
        raise Failure(msg)
    text = _PAPER.substitute(name=path.stem)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        msg = f"{path} exists already and is left alone; give another name"
        raise Failure(msg) from None
    except OSError as error:
        msg = f"{path} cannot be written: {error.strerror}"
        raise Failure(msg) from None
    click.echo(f"Wrote {path}. To check it: derivations check {path}")
