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


def test_what_another_process_typesets_is_as_if_set_here() -> None:
    formulas = [(rf"x_{{{number}}} + \gamma", number % 2 == 0) for number in range(70)]
    with typeset.beside([*formulas, (r"\nosuch{x}", True)]):
        assert not typeset_before.is_kept(*formulas[0])
        first = typeset.svg(formulas[0][0], display=formulas[0][1])
    assert all(typeset_before.is_kept(*one) for one in formulas)
    assert not typeset_before.is_kept(r"\nosuch{x}", True)
    typeset.svg.cache_clear()
    found = [typeset.svg(latex, display=display) for latex, display in formulas[::7]]
    assert found[0] == first
    renderer = typeset._renderer()
    assert all(picture.startswith("<svg") and "merror" not in picture for picture in found)
    widths = [renderer.render(latex, display=display) for latex, display in formulas[::7]]
    assert [p.split('width="')[1][:5] for p in found] == [p.split('width="')[1][:5] for p in widths]


def test_the_other_process_is_stopped_where_the_work_fails() -> None:
    formulas = [(rf"y_{{{number}}} + \gamma", True) for number in range(500)]
    with pytest.raises(KeyboardInterrupt), typeset.beside(formulas):
        raise KeyboardInterrupt
    assert not all(typeset_before.is_kept(*one) for one in formulas)
