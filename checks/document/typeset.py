"""Typeset formulas at build time: MathJax's SVG, symbols that tell what they are."""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from . import typeset_before


class FormulaError(ExtensionError):
    """A formula that cannot be typeset."""


@cache
def _renderer() -> Any:
    import quickjax

    return quickjax.MathJaxRenderer()


#: What the page does not need: the source of every part, and where it came from.
_SUPERFLUOUS = re.compile(r' data-(?:latex|mml-node|mjx-[\w-]+|c|semantic-[\w-]+)="[^"]*"')
_PRIMES = re.compile("'+")
#: So many formulas take longer than to begin a process that typesets some of them.
_WORTH_A_PROCESS = 60
_QUANTITY = re.compile(r'<g([^>]*) data-q="([^"]*)"([^>]*)>')


@cache
def svg(latex: str, *, display: bool) -> str:
    r"""The SVG of a formula; ``FormulaError`` where LaTeX is not understood.

    >>> "<svg" in svg(r"\frac{1}{2}", display=True)
    True
    >>> "<svg" in svg(r"\sin (x')", display=True)
    True
    >>> svg(r"\nosuchthing", display=True)
    Traceback (most recent call last):
    checks.document.typeset.FormulaError: this formula cannot be typeset: \nosuchthing
    """
    before = typeset_before.recalled(latex, display=display)
    if before is not None:
        return before
    for form in (latex, _PRIMES.sub(_raised, latex)):
        try:
            picture: str = _renderer().render(form, display=display)
        except Exception as error:
            msg = f"this formula cannot be typeset: {latex} ({str(error)[:200]})"
            raise FormulaError(msg) from None
        if "merror" not in picture and 'fill="red"' not in picture:
            picture = _SUPERFLUOUS.sub("", picture)
            typeset_before.remember(latex, picture, display=display)
            return picture
    msg = f"this formula cannot be typeset: {latex}"
    raise FormulaError(msg)


@contextmanager
def beside(formulas: Iterable[tuple[str, bool]]) -> Iterator[None]:
    """Have formulas typeset by another process, of which it is said whether they are displayed.

    What asks for them in their order within finds what the other one has set, and sets the
    rest itself: the other one begins with the last, and they meet.  What cannot be typeset
    is told when it is asked for.
    """
    wanted = [one for one in dict.fromkeys(formulas) if not typeset_before.is_kept(*one)]
    if len(wanted) < _WORTH_A_PROCESS or "fork" not in multiprocessing.get_all_start_methods():
        yield
        return
    other = multiprocessing.get_context("fork").Process(target=_all, args=(wanted[::-1],))
    other.start()
    try:
        yield
    except BaseException:
        other.terminate()
        raise
    finally:
        other.join()


def _all(formulas: Iterable[tuple[str, bool]]) -> None:
    for latex, display in formulas:
        with suppress(FormulaError):
            svg(latex, display=display)


def _raised(primes: re.Match[str]) -> str:
    """Primes as a superscript: after a sine and the like MathJax stumbles over the others."""
    return "^{" + r"\prime" * len(primes[0]) + "}"


def page_svg(
    latex: str, source: str, number: int, meanings: dict[str, str], *, display: bool
) -> str:
    """The SVG as the ``number``-th of a page: identifiers of its own, symbols with titles."""
    picture = re.sub(r"MJX-\d+-", f"m{number}-", svg(latex, display=display))

    def titled(match: re.Match[str]) -> str:
        meaning = meanings.get(match.group(2))
        if meaning is None:
            return f"<g{match.group(1)}{match.group(3)}>"
        return (
            f'<g{match.group(1)} class="dv-quantity" data-q="{escape(match.group(2))}"'
            f"{match.group(3)}><title>{escape(meaning)}</title>"
        )

    picture = _QUANTITY.sub(titled, picture)
    return picture.replace("<svg ", f'<svg aria-label="{escape(source)}" ', 1)


def _render(self: Any, node: Any, *, display: bool) -> str:
    number = getattr(self, "formulas_so_far", 0) + 1
    self.formulas_so_far = number
    source = node.astext()
    try:
        return page_svg(
            node.get("annotated", source), source, number, node.get("meanings", {}), display=display
        )
    except FormulaError as error:
        where = f"{node.source}:{node.line}" if node.source else self.builder.current_docname
        if node.get("of_line"):
            where += f": line ({node['of_line']})"
        msg = f"{where}: {error}"
        raise FormulaError(msg) from None


def _visit_inline(self: Any, node: nodes.math) -> None:
    self.body.append(f'<span class="math dv-math">{_render(self, node, display=False)}</span>')
    raise nodes.SkipNode


def _visit_block(self: Any, node: nodes.math_block) -> None:
    number = f'<span class="eqno">({node["number"]})</span>' if node.get("number") else ""
    ids = f' id="{node["ids"][0]}"' if node.get("ids") else ""
    self.body.append(
        f'<div class="math dv-math dv-display"{ids}>{number}'
        f"{_render(self, node, display=True)}</div>\n"
    )
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Offer Sphinx the renderer."""
    app.add_html_math_renderer("svg", (_visit_inline, None), (_visit_block, None))
