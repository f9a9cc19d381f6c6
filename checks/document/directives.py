"""The directives: a line, a chapter, the lists, the summary and the graph of a paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from derivations.errors import PaperError

from . import figures, graph, lists, revisions, slider, summary
from .domain import domain_of, papers
from .entry import entry
from .findings import Findings, anchor
from .words import prose


class PaperDirective(SphinxDirective):
    """What all directives share: the paper they speak of, the first one unless named."""

    option_spec: ClassVar[Any] = {"paper": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """The nodes; what cannot be found fails the build with file and line."""
        known = papers(self.env)
        name = self.options.get("paper") or next(iter(known), None)
        if name not in known:
            listed = ", ".join(known) or "none: set derivations_findings in conf.py"
            raise self.error(f"there is no paper {name!r} in this document; there is {listed}")
        try:
            made = self.made(known[name])
        except PaperError as error:
            raise self.error(str(error)) from None
        for node in made:
            for each in [node, *node.findall()]:
                if isinstance(each, nodes.Element) and each.line is None:
                    each.source, each.line = self.get_source_info()
        return made

    def made(self, findings: Findings) -> list[nodes.Node]:
        """The nodes of this directive."""
        raise NotImplementedError

    def noted(self, findings: Findings, lines: list[Any]) -> list[nodes.Node]:
        """The entries of ``lines``, each made known to the rest of the document."""
        domain = domain_of(self.env)
        made: list[nodes.Node] = []
        for line in lines:
            section = entry(findings, line)
            self.state.document.note_explicit_target(section)
            domain.note_line(self.env.docname, findings, line["label"], anchor(line["label"]))
            for label in {*line["rests_on"], *findings.users(line["label"])}:
                domain.note_verdict(self.env.docname, findings, label)
            made.append(section)
        return made


class Equation(PaperDirective):
    """``.. derivation:equation:: LABEL``: the entry of one line."""

    required_arguments = 1
    final_argument_whitespace = True

    def made(self, findings: Findings) -> list[nodes.Node]:
        """The entry."""
        return self.noted(findings, [findings[self.arguments[0]]])


class Chapter(PaperDirective):
    """``.. derivation:chapter:: LABEL``: the summary of a chapter and all its entries."""

    required_arguments = 1
    final_argument_whitespace = True

    def made(self, findings: Findings) -> list[nodes.Node]:
        """The summary, then the entries."""
        label = self.arguments[0]
        lines = findings.chapter(label)
        told = findings.chapters[label]["summary"]
        return [
            prose(told, "dv-summary"),
            *self.noted(findings, lines),
        ]


class Revision(PaperDirective):
    """``.. derivation:revision:: NAME``: what a revision of the paper changes."""

    required_arguments = 1

    def made(self, findings: Findings) -> list[nodes.Node]:
        """The lines, before and after."""
        domain_of(self.env).note_summary(self.env.docname, findings)
        return revisions.revision(findings, self.arguments[0])


class _Overview(PaperDirective):
    """A directive that shows something of many lines."""

    def made(self, findings: Findings) -> list[nodes.Node]:
        """What it shows; the page changes with any verdict, and with the lines it tells of."""
        domain = domain_of(self.env)
        domain.note_summary(self.env.docname, findings)
        for line in filter(self.tells_of, findings):
            domain.note_content(self.env.docname, findings, line["label"])
        return self.shown(findings)

    def tells_of(self, line: Any) -> bool:
        """Whether more is told of ``line`` than its verdict."""
        raise NotImplementedError

    def shown(self, findings: Findings) -> list[nodes.Node]:
        """The nodes."""
        raise NotImplementedError


class Summary(PaperDirective):
    """``.. derivation:summary::``: what the paper is, and what was found of it."""

    def made(self, findings: Findings) -> list[nodes.Node]:
        """The front page, which changes with the circumstances of the check besides."""
        domain_of(self.env).note_front(self.env.docname, findings)
        return summary.summary(findings)


def _overview(
    name: str,
    function: Callable[[Findings], list[nodes.Node]],
    tells_of: Callable[[Any], bool] = lambda _: False,
) -> type[_Overview]:
    return type(
        name,
        (_Overview,),
        {
            "__doc__": function.__doc__,
            "tells_of": lambda self, line: tells_of(line),
            "shown": lambda self, findings: function(findings),
        },
    )


#: The directives of the domain, by name.
ALL: dict[str, Any] = {
    "equation": Equation,
    "chapter": Chapter,
    "revision": Revision,
    "revisions": _overview("Revisions", revisions.revisions),
    "summary": Summary,
    "slips": _overview("Slips", lists.slips, lists.is_slip),
    "assumptions": _overview("Assumptions", lists.assumptions, lists.is_premise),
    "symbols": _overview("Symbols", lists.symbols),
    "numbers": _overview("Numbers", lists.numbers, lists.has_numbers),
    "graph": _overview("Graph", graph.graph),
    "figures": _overview("Figures", figures.figures),
    "sliders": _overview("Sliders", slider.sliders),
}


def setup(app: Sphinx) -> None:
    """Register the directives."""
    for name, directive in ALL.items():
        app.add_directive_to_domain("derivation", name, directive)
