"""The examples in the document on limits are decided as it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import sympy

from checks.decide import decide
from derivations import relation
from derivations.dimension import NUMBER
from derivations.obligation import Obligation
from derivations.quantity import Notation

DOCUMENT = Path(__file__).parent.parent / "docs" / "limits.md"
BLOCKS = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)


def names() -> dict[str, Any]:
    """The names that the document says it uses."""
    notation = Notation()
    known: dict[str, Any] = {**vars(sympy), **vars(relation)}
    for name in "abcx":
        known[name] = notation.quantity(name, NUMBER, "")
    for name in "rs":
        known[name] = notation.quantity(name, NUMBER, "", sign="real")
    known["n"] = notation.quantity("n", NUMBER, "", sign="positive integer")
    known["k"] = notation.factor("k", "", 1, 2)
    known["y"] = notation.variable("y", NUMBER, "", sign="real")
    known["t"] = notation.variable("t", NUMBER, "")
    for name in "fg":
        known[name] = notation.function(name, NUMBER, "", of=(NUMBER,))
    return known | {"notation": notation}


@pytest.mark.parametrize("block", BLOCKS)
def test_the_examples_are_decided_as_the_document_says(block: str) -> None:
    known = names()
    wrong: list[str] = []

    def expect(answer: str, claim: relation.Relation, *premises: relation.Relation) -> None:
        found = decide(Obligation(claim, premises, known["notation"]))
        if found.status != answer:
            wrong.append(f"{claim}: {found.status} ({found.reason})")

    exec(block, known | {"expect": expect})
    assert not wrong


def test_a_wrong_expectation_is_noticed() -> None:
    with pytest.raises(AssertionError):
        test_the_examples_are_decided_as_the_document_says('expect("proved", Equal(a, b))')


def test_the_document_has_examples_of_every_answer() -> None:
    text = "".join(BLOCKS)
    assert all(f'expect("{answer}"' in text for answer in ("proved", "refuted", "undecided"))
