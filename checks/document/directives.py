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
from .markup import written
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
            source = findings.source(line)
            if source is not None:
                domain.note_verdict(self.env.docname, *source)
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
        domain_of(self.env).note_seen(self.env.docname, findings, f"chapter:{label}")
        told = findings.chapters[label]["summary"]
        return [
            written(prose(told, "dv-summary")),
            *self.noted(findings, lines),
        ]


class Revision(PaperDirective):
    """``.. derivation:revision:: NAME``: what a revision of the paper changes."""

    required_arguments = 1

    def made(self, findings: Findings) -> list[nodes.Node]:
        """The lines, before and after."""
        (name,) = self.arguments
        domain_of(self.env).note_seen(self.env.docname, findings, f"revision:{name}")
        return revisions.revision(findings, name)


class _Overview(PaperDirective):
    """A directive that shows something of many lines."""

    seen: ClassVar[str] = ""

    def made(self, findings: Findings) -> list[nodes.Node]:
        """What it shows; the page changes when that does."""
        domain_of(self.env).note_seen(self.env.docname, findings, self.seen)
        return self.shown(findings)

    def shown(self, findings: Findings) -> list[nodes.Node]:
        """The nodes."""
        raise NotImplementedError


def _overview(seen: str, function: Callable[[Findings], list[nodes.Node]]) -> type[_Overview]:
    return type(
        function.__name__.capitalize(),
        (_Overview,),
        {
            "__doc__": function.__doc__,
            "seen": seen,
            "shown": lambda self, findings: function(findings),
        },
    )


#: The directives of the domain, by name.
ALL: dict[str, Any] = {
    "equation": Equation,
    "chapter": Chapter,
    "revision": Revision,
    "revisions": _overview("revisions", revisions.revisions),
    "summary": _overview("front", summary.summary),
    "slips": _overview("slips", lists.slips),
    "assumptions": _overview("premises", lists.assumptions),
    "symbols": _overview("symbols", lists.symbols),
    "numbers": _overview("numbers", lists.numbers),
    "graph": _overview("graph", graph.graph),
    "figures": _overview("figures", figures.figures),
    "sliders": _overview("sliders", slider.sliders),
}


def setup(app: Sphinx) -> None:
    """Register the directives."""
    for name, directive in ALL.items():
        app.add_directive_to_domain("derivation", name, directive)
