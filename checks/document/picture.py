"""Pictures of graphs: drawn by Graphviz, as short as will do, each node linked to its place."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Mapping
from html import escape


def picture(source: str, places: Mapping[str, str]) -> str | None:
    """The SVG of a graph in Graphviz's language; ``None`` where nothing is there to draw it.

    ``places`` are the addresses of the nodes by their names.
    """
    draw([source])
    if not is_drawn(source):
        return None
    return _HREF.sub(
        lambda found: f'href="{escape(places.get(found.group(1), "#"))}"', _DRAWN[source]
    )


def _program() -> str | None:
    """What draws graphs: the package's own program, whose pictures are always alike, or ``dot``."""
    own = shutil.which("graphviz-pure", path=sysconfig.get_path("scripts"))
    return own or shutil.which("graphviz-pure") or shutil.which("dot")


#: The pictures that were drawn, by the graph's source.
_DRAWN: dict[str, str] = {}


def is_drawn(source: str) -> bool:
    """Whether a graph was drawn already."""
    return source in _DRAWN


def draw(sources: Iterable[str]) -> None:
    """Draw graphs that will be asked for: one call of the program takes half the time of many."""
    wanted = [source for source in dict.fromkeys(sources) if not is_drawn(source)]
    program = _program() if wanted else None
    if program is None:
        return
    done = subprocess.run(
        [program, "-Tsvg"], input="\n".join(wanted), capture_output=True, text=True, check=True
    )
    _DRAWN.update(zip(wanted, map(_short, _WHOLE.findall(done.stdout)), strict=True))


_WHOLE = re.compile("<svg.*?</svg>\n", re.DOTALL)

_HREF = re.compile(r'href="#([^"]*)"')
_PART = re.compile(r'<g id="[^"]*" class="(node|edge)([^"]*)">\s*<title>([^<]*)</title>')
#: What the style sheet says once for all, or nobody needs to know.
_SPARE = re.compile(
    r'<!--.*?-->|<title>[^<]*</title>| id="[^"]*"| xml:space="[^"]*"| text-anchor="[^"]*"'
    r'| font-(?:family|size)="[^"]*"| xlink:title="[^"]*"| xmlns:xlink="[^"]*"'
    r'| (?:fill|stroke)="(?:black|white|none|transparent)"| transform="scale\(1 1\) rotate\(0\) '
)
_ANCHOR = re.compile(r"<g>\s*(<a .*?</a>)\s*</g>", re.DOTALL)
_NUMBER = re.compile(r"-?\d+\.\d+")


def _short(drawn: str) -> str:
    """The picture without what is spare; each node tells its line, each edge its ends."""

    def part(found: re.Match[str]) -> str:
        kind, classes, title = found.groups()
        if kind == "node":
            return f'<g class="node{classes}" data-line="{title}">'
        start, end = title.split("-&gt;")
        return f'<g class="edge{classes}" data-from="{start}" data-to="{end}">'

    drawn = _PART.sub(part, drawn.replace("&#45;", "-"))
    drawn = _SPARE.sub(lambda found: ' transform="' if "transform" in found[0] else "", drawn)
    drawn = _ANCHOR.sub(r"\1", drawn).replace("xlink:href", "href")
    head, body = drawn.split(">", 1)
    body = _NUMBER.sub(lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), body)
    body = re.sub(r"\s*\n\s*", "", body)
    head = head.replace("<svg", '<svg class="dv-graph"').replace("\n", "")
    return f"{head}>{body}"
