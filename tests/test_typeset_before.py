"""Formulas typeset before are used again, and only as pictures."""

from __future__ import annotations

import pytest

from checks.document import typeset, typeset_before


def test_a_formula_is_typeset_once(monkeypatch: pytest.MonkeyPatch) -> None:
    typeset.svg.cache_clear()
    first = typeset.svg(r"\alpha + 1", display=True)
    typeset.svg.cache_clear()
    monkeypatch.setattr(typeset, "_renderer", lambda: pytest.fail("it is typeset again"))
    assert typeset.svg(r"\alpha + 1", display=True) == first


def test_displayed_and_inline_formulas_are_kept_apart() -> None:
    assert typeset.svg(r"\sum_1^2 x", display=True) != typeset.svg(r"\sum_1^2 x", display=False)


@pytest.mark.parametrize(
    "kept",
    [
        "<svg><script>alert(1)</script></svg>",
        '<svg onload="alert(1)"></svg>',
        '<svg><image href="https://example.org/a.png"/></svg>',
        "<svg><use xlink:href='https://example.org/a.svg#a'/></svg>",
        "<svg><!-- a remark --></svg>",
        '<svg style="background: url(https://example.org)"></svg>',
        "<p>no picture</p>",
        "",
    ],
)
def test_what_is_kept_and_is_no_mere_picture_is_typeset_again(kept: str) -> None:
    typeset.svg.cache_clear()
    typeset_before.remember(r"\beta + 2", kept, display=True)
    picture = typeset.svg(r"\beta + 2", display=True)
    assert typeset_before.is_picture(picture)
    assert "<path" in picture
