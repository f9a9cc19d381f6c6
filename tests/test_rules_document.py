"""The examples in the document on rules are decided as it says; every rule tells what it does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import sympy

from checks.decide import decide
from checks.verdict import Status
from derivations import coordinates, expression, paths, relation, rules
from derivations.dimension import NUMBER
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.rules import By, Known, Rule, by, catalogue

DOCUMENT = Path(__file__).parent.parent / "docs" / "rules.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def names() -> dict[str, Any]:
    """The names that the document says it uses."""
    notation = Notation()
    known: dict[str, Any] = {}
    for module in (sympy, expression, coordinates, paths, relation, rules):
        known |= vars(module)
    for name in "abckw":
        known[name] = notation.quantity(name, NUMBER, "")
    for name in "qrs":
        known[name] = notation.quantity(name, NUMBER, "", sign="real")
    known["n"] = notation.quantity("n", NUMBER, "", sign="integer")
    for name in "xyzut":
        known[name] = notation.variable(name, NUMBER, "", sign="real")
    known["p"] = notation.variable("p", NUMBER, "")
    known["S"] = notation.set("S", "", count=known["k"])
    for name in "ijl":
        known[name] = notation.variable(name, NUMBER, "", sign="integer", member_of=known["S"])
    for name in "fgh":
        known[name] = notation.function(name, NUMBER, "", of=(NUMBER,))
    known["e"] = notation.function("e", NUMBER, "", of=(NUMBER,) * 2)
    known["F"] = notation.function("F", NUMBER, "", of=(NUMBER,) * 3)
    return known | {"notation": notation}


def answer(notation: Notation, claim: Any, argument: Rule | By, lines: tuple[Any, ...]) -> str:
    """What is found of a claim so argued: undecided where the step is not allowed."""
    stated = {str(place): (line,) for place, line in enumerate(lines, 1)}
    inference = by(argument).infer(Known(stated, notation))
    if any(decide(condition).status is not Status.PROVED for condition in inference.conditions):
        return "undecided"
    found = [decide(Obligation(link, inference.facts, notation)) for link in claim.links()]
    worst = [x for x in ("refuted", "undecided") if x in {one.status.value for one in found}]
    return worst[0] if worst else "proved"


@pytest.mark.parametrize("block", BLOCKS)
def test_the_examples_are_decided_as_the_document_says(block: str) -> None:
    known = names()
    wrong: list[str] = []

    def expect(wanted: str, claim: Any, argument: Rule | By, *lines: Any) -> None:
        found = answer(known["notation"], claim, argument, lines)
        if found != wanted:
            wrong.append(f"{claim}, by {argument}: {found}, and not {wanted}")

    exec(block, known | {"expect": expect, "__name__": "a_document"})
    assert not wrong


def test_a_wrong_expectation_is_noticed() -> None:
    with pytest.raises(AssertionError):
        test_the_examples_are_decided_as_the_document_says(
            'expect("proved", Equal(a, b), identity)'
        )


CORE = [
    name for name, made in catalogue.rules().items() if made.__module__.startswith(rules.__name__)
]


@pytest.mark.parametrize("name", CORE)
def test_every_rule_tells_its_mathematics_its_side_conditions_and_an_example(name: str) -> None:
    text = catalogue.documentation(name)
    assert text.startswith(f"{name}(")
    assert catalogue.summary(name).endswith((".", ":"))
    assert "Side conditions:" in text
    assert "Example: ``" in text
    (example,) = re.findall(r"Example:\s+``(.*?)``", text, re.DOTALL)
    assert f"{name}(" in example
    compile(example.strip(), name, "exec")


def test_the_document_names_every_rule() -> None:
    assert [name for name in CORE if f"`{name}`" not in TEXT] == []
