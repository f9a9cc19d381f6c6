"""The Sphinx domain of papers: where each line stands, and which page shows which verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.nodes import Element
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from derivations.errors import PaperError

from .findings import Findings
from .seen import seen_digest

_STATIC = Path(__file__).parent / "static"


class LineRole(XRefRole):
    """A reference to a line by its label; the label of the first paper, or ``paper:label``."""

    def process_link(
        self, env: BuildEnvironment, refnode: Element, has_explicit: bool, title: str, target: str
    ) -> tuple[str, str]:
        """Put the paper in front of the label, and show the line's title."""
        name, label = split(env, target)
        findings = papers(env).get(name)
        if findings is not None and label in findings.lines and not has_explicit:
            title = findings.title(label)
            domain_of(env).note_verdict(env.docname, findings, label)
        return title, f"{name}:{label}" if name else label


class DerivationDomain(Domain):
    """Lines of papers."""

    name = "derivation"
    label = "derivation"
    object_types: ClassVar[dict[str, ObjType]] = {"equation": ObjType("equation", "eq")}
    roles: ClassVar[dict[str, Any]] = {
        "eq": LineRole(warn_dangling=True, innernodeclass=nodes.inline)
    }
    dangling_warnings: ClassVar[dict[str, str]] = {
        "eq": "there is no line %(target)s in this document"
    }
    initial_data: ClassVar[dict[str, Any]] = {
        #: paper:label → page, identifier, title
        "lines": {},
        #: page → what it shows → digest of that
        "shown": {},
    }
    data_version = 1

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        #: What was found of each paper, by its name.
        self.papers: dict[str, Findings] = {}

    def note_line(self, docname: str, findings: Findings, label: str, identifier: str) -> None:
        """The entry of a line stands on a page."""
        key = f"{findings.name}:{label}"
        self.data["lines"][key] = (docname, identifier, findings.title(label))
        self.note_content(docname, findings, label)

    def note_content(self, docname: str, findings: Findings, label: str) -> None:
        """A page tells of a line, whose entry stands elsewhere."""
        self._note(docname, f"{findings.name}:{label}", "line", findings.digest(label))

    def note_verdict(self, docname: str, findings: Findings, label: str) -> None:
        """A page shows the verdict on a line."""
        key = f"{findings.name}:{label}"
        self._note(docname, key, "verdict", findings.verdict_digest(label))

    def note_seen(self, docname: str, findings: Findings, what: str) -> None:
        """A page shows what ``seen`` has a name for."""
        self._note(docname, findings.name, what, seen_digest(findings, what))

    def _note(self, docname: str, key: str, what: str, digest: str) -> None:
        self.data["shown"].setdefault(docname, {})[key, what] = digest

    def stale(self) -> Iterator[str]:
        """The pages that show something else than what is found now."""
        for docname, shown in self.data["shown"].items():
            if any(self._now(key, what) != digest for (key, what), digest in shown.items()):
                yield docname

    def _now(self, key: str, what: str) -> str | None:
        name, _, label = key.partition(":")
        findings = self.papers.get(name)
        if findings is None or (label and label not in findings.lines):
            return None
        if what == "line":
            return findings.digest(label)
        if what == "verdict":
            return findings.verdict_digest(label)
        return seen_digest(findings, what)

    def clear_doc(self, docname: str) -> None:
        """Forget what a page said."""
        self.data["shown"].pop(docname, None)
        lines = self.data["lines"]
        for key in [key for key, (where, *_) in lines.items() if where == docname]:
            del lines[key]

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for docname in docnames:
            if docname in otherdata["shown"]:
                self.data["shown"][docname] = otherdata["shown"][docname]
        for key, value in otherdata["lines"].items():
            if value[0] in docnames:
                self.data["lines"][key] = value

    def address(self, builder: Builder, page: str, line: str) -> str | None:
        """Where the entry of a line stands, as a link on ``page``; None if it stands nowhere."""
        found = self.data["lines"].get(line)
        if found is None:
            return None
        docname, identifier, _ = found
        return f"{builder.get_relative_uri(page, docname)}#{identifier}"

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """The reference to a line's entry."""
        found = self.data["lines"].get(target)
        if found is None:
            return None
        docname, identifier, title = found
        return make_refnode(builder, fromdocname, docname, identifier, contnode, title)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The reference for the role ``any``."""
        key = ":".join(split(env, target))
        found = self.resolve_xref(env, fromdocname, builder, "eq", key, node, contnode)
        return [("derivation:eq", found)] if found is not None else []

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """All lines, for the search and for the inventory."""
        for key, (docname, identifier, title) in sorted(self.data["lines"].items()):
            yield key, title, "equation", docname, identifier, 1


def domain_of(env: BuildEnvironment) -> DerivationDomain:
    """The domain of a build."""
    domain = env.get_domain("derivation")
    assert isinstance(domain, DerivationDomain)
    return domain


def papers(env: BuildEnvironment) -> dict[str, Findings]:
    """The findings of a build, by the papers' names."""
    return domain_of(env).papers


def split(env: BuildEnvironment, target: str) -> tuple[str, str]:
    """Paper and label of ``paper:label``, or of a label of the first paper.

    A paper that is not known here may be one of another document.
    """
    known = papers(env)
    first = next(iter(known), "")
    name, colon, label = target.partition(":")
    if colon and (name in known or not first or target not in known[first].lines):
        return name, label
    return first, target


def _read(app: Sphinx) -> None:
    found = {}
    for name, file in app.config.derivations_findings.items():
        try:
            found[name] = Findings.read(Path(app.confdir, file))
            found[name].checked = app.config.derivations_checked.get(name, {})
        except PaperError as error:
            msg = f"derivations_findings: {error}"
            raise ConfigError(msg) from None
    for findings in found.values():
        findings.beside = found
    domain_of(app.env).papers = found


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    return sorted(set(domain_of(env).stale()) & env.found_docs - removed)


def _static(app: Sphinx) -> None:
    app.config.html_static_path.append(str(_STATIC))


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(DerivationDomain)
    app.connect("builder-inited", _read, priority=100)
    app.connect("builder-inited", _static, priority=100)
    app.connect("env-get-outdated", _outdated)
    app.add_css_file("derivations.css")
    app.add_js_file("derivations.js", loading_method="defer")
