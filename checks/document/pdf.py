"""The document on a paper as PDF: one page of HTML with all chapters, set by WeasyPrint."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any

from derivations.errors import PaperError

from .build import front, prepared, run_sphinx

_STATIC = Path(__file__).parent / "static"
#: The style sheets of the pages, and then what is different on paper.
_SHEETS = ("derivations.css", "figures.css", "print.css")
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")


def pdf(
    reports: Mapping[str, str], output: Path, checked: Mapping[str, Any] | None = None
) -> list[Path]:
    """Write the document on each paper, whose JSON reports are given by name, as PDF.

    Raises ``PaperError`` where WeasyPrint is missing, and where Sphinx finds anything wrong.
    """
    setter = weasyprint()
    source, _ = prepared(reports, output, checked)
    made = []
    for name in reports:
        page = _single(source, output, name)
        file = output / f"{name}.pdf"
        text = for_paper(page.read_text(encoding="utf-8"))
        with _quiet():
            sheets = [setter.CSS(filename=str(_STATIC / sheet)) for sheet in _SHEETS]
            document = setter.HTML(string=text, base_url=str(page.parent))
            document.write_pdf(file, stylesheets=sheets)
        made.append(file)
    return made


@contextmanager
def _quiet() -> Iterator[None]:
    """Let WeasyPrint not list the rules that are meant for browsers and for pictures."""
    logger = logging.getLogger("weasyprint")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


def weasyprint() -> Any:
    """WeasyPrint; raises ``PaperError`` where it is missing or cannot be loaded."""
    try:
        import weasyprint as found
    except (ImportError, OSError) as error:
        msg = (
            "a PDF is set by WeasyPrint, which cannot be loaded here "
            f"({str(error).splitlines()[0]}): install it with pip install 'derivations[pdf]'"
        )
        raise PaperError(msg) from None
    return found


def _single(source: Path, output: Path, name: str) -> Path:
    """All pages of one paper as a single page in a plain theme."""
    inside = {"papers", "findings"}
    others = [
        file.relative_to(source).as_posix()
        for file in source.rglob("*")
        if file.suffix in {".md", ".rst"} and file.relative_to(source).parts[0] not in inside
    ]
    others += [
        f"papers/{folder.name}" for folder in (source / "papers").iterdir() if folder.name != name
    ]
    overrides = {
        "root_doc": f"papers/{name}/index",
        "exclude_patterns": ["_build", "findings", *others],
        "html_theme": "basic",
        "html_theme_options": {},
    }
    return front(run_sphinx(source, output, "singlehtml", overrides), name)


# -- from a page for browsers to one for paper --------------------------------------


def for_paper(page: str) -> str:
    """The page with its contents listed, and with colours where WeasyPrint looks for them.

    Style sheets do not reach into pictures there, so each picture is given its own.
    """
    colours = dict(_variables())
    rules = " ".join(_picture_rules(colours))
    for superfluous in (_SCRIPTS, _LINKS):
        page = superfluous.sub("", page)
    page = _PLACE.sub(r'href="#\1"', page)
    page = _WHOLE.sub(_fitted, page)
    page = _PART.sub(_narrow, page)
    page = _PICTURE.sub(lambda found: f"{found.group()}<style>{rules}</style>", page)
    page = _SHADING.sub(lambda found: _rings(found, colours["--dv-fig-main"]), page)
    page = _BADGE.sub(lambda found: _coloured(found, colours), page)
    title = re.search(r"<h1>(.*?)<a class", page)
    if title:
        page = re.sub(r"<title>.*?</title>", f"<title>{title.group(1)}</title>", page, count=1)
    return page.replace("</h1>", f"</h1>{_contents(page)}", 1)


_SCRIPTS = re.compile(r"<(script|noscript|form)\b.*?</\1>", re.DOTALL)
#: A reference to a place on what was another page.
_PLACE = re.compile(r'href="#document-[^"#]*#([^"]+)"')
_LINKS = re.compile(r"<link [^>]*>")
_STOP = re.compile(r'class="dv-stop" offset="([\d.]+)" stop-opacity="([\d.]+)"')
_SHADING = re.compile(
    r"<defs><radialGradient [^>]*>(.*?)</radialGradient></defs>"
    r'<circle fill="url[^>]* cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/>'
)
_WHOLE = re.compile(
    r'(<div class="dv-graph-box dv-whole"[^>]*>)'
    r'<svg class="dv-graph" width="([\d.]+)pt" height="([\d.]+)pt"'
)
#: The graph of a line.
_PART = re.compile(
    r'<div class="dv-graph-box" [^>]*>(<svg class="dv-graph") width="([\d.]+)pt" '
    r'height="([\d.]+)pt"(.*?</svg>)</div>',
    re.DOTALL,
)
#: The width of a page, in millimetres, and how much smaller a graph can still be read.
_PAGE_WIDTH, _SMALLEST = 164.0, 0.6
_MILLIMETRES = 25.4 / 72
#: Width and height, in millimetres, that the graph's page of ``print.css`` has inside.
_GRAPH_PAGE = (815.0, 560.0)
_PICTURE = re.compile(r'<svg class="dv-(?:plot|disc|swatch|graph)[^>]*>')
_BADGE = re.compile(
    r'(<(?:span class="dv-badge|svg class="dv-shape) (dv-[\w-]+)"[^>]*>.*?)</svg>', re.DOTALL
)
_CHAPTER = re.compile(r'<section id="([^"]+)">\s*(?:<span id="[^"]*"></span>)*\s*<h2>(.*?)<a class')
_OF_VERDICTS = re.compile(r"\.(dv-[\w-]+) \{ --dv: var\((--[\w-]+)\); \}")


def _sheet(name: str) -> str:
    text = (_STATIC / name).read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def _variables() -> Iterator[tuple[str, str]]:
    """The colours of the light theme, as the style sheets declare them."""
    for name in _SHEETS:
        block = re.search(r"^body \{(.*?)\}", _sheet(name), re.DOTALL | re.MULTILINE)
        if block:
            yield from re.findall(r"(--[\w-]+):\s*([^;]+);", block.group(1))


def _picture_rules(colours: Mapping[str, str]) -> Iterator[str]:
    """The rules for figures, and those for the graph, with colours in the place of names."""
    for selector, body in re.findall(
        r"^([^{}@]+)\{([^{}]*)\}", _sheet("figures.css"), re.MULTILINE
    ):
        if re.search(r"fill|stroke|stop-color|font-size", body) and ":" not in selector:
            yield f"{selector.strip()} {{{_resolved(body, colours)}}}"
    yield ".cluster polygon, .cluster path { fill: none; stroke: #c9ccd1 }"
    yield ".graph > polygon { fill: none; stroke: none }"
    yield ".node text { font-size: 8.5px; font-family: sans-serif; text-anchor: middle }"
    yield ".cluster text { font-size: 13px; font-family: sans-serif; text-anchor: middle }"
    yield ".edge path { fill: none; stroke: #888 } .edge polygon { fill: #888 }"
    for verdict, variable in _OF_VERDICTS.findall(_sheet("derivations.css")):
        parts = ", ".join(
            f".{verdict} {part}" for part in ("polygon", "ellipse", "path", "polyline")
        )
        yield f"{parts} {{ fill: white; stroke: {colours[variable]}; stroke-width: 1.4 }}"


def _resolved(text: str, colours: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda found: colours[found.group(1)], text)


def _rings(found: re.Match[str], colour: str) -> str:
    """A shaded disc as discs of one colour each: shadings come out too light there."""
    stops, x, y, radius = found.group(1), *(float(part) for part in found.groups()[1:])
    parts = [int(colour[k : k + 2], 16) for k in (1, 3, 5)]
    discs = []
    for offset, share in reversed(_STOP.findall(stops)):
        mixed = "".join(f"{round(255 + (part - 255) * float(share)):02x}" for part in parts)
        size = radius * float(offset)
        discs.append(f'<circle fill="#{mixed}" cx="{x:g}" cy="{y:g}" r="{size:.2f}"/>')
    return "".join(discs)


def _fitted(found: re.Match[str]) -> str:
    """The graph as large as its page allows."""
    box, *lengths = found.groups()
    width, height = map(float, lengths)
    scale = min(_GRAPH_PAGE[0] / width, _GRAPH_PAGE[1] / height)
    return (
        f'{box}<svg class="dv-graph" style="width: {width * scale:.1f}mm; height: '
        f'{height * scale:.1f}mm" width="{width:g}pt" height="{height:g}pt"'
    )


def _narrow(found: re.Match[str]) -> str:
    """The graph of a line no wider than the page; one that is far too wide is left out."""
    head, width, height, rest = found.groups()
    wide, high = (float(length) * _MILLIMETRES for length in (width, height))
    scale = min(1, _PAGE_WIDTH / wide)
    if scale < _SMALLEST:
        return '<p class="dv-rests">See the graph of the argument: too wide for this page.</p>'
    size = f"width: {wide * scale:.1f}mm; height: {high * scale:.1f}mm"
    return f'<div class="dv-graph-box">{head} style="{size}"{rest}</div>'


def _coloured(found: re.Match[str], colours: Mapping[str, str]) -> str:
    """A badge whose shape has the colour of its verdict."""
    variables = dict(_OF_VERDICTS.findall(_sheet("derivations.css")))
    colour = colours[variables[found.group(2)]]
    return f"{found.group(1)}</svg>".replace("currentColor", colour)


def _contents(page: str) -> str:
    """The list of chapters; the style sheet adds the numbers of their pages."""
    rows = "".join(
        f'<li><a href="#{escape(identifier)}">{title}</a></li>'
        for identifier, title in _CHAPTER.findall(page)
    )
    note = (
        "On paper two kinds of obligations that are met are left out: that the dimensions of a "
        "premise agree, and that premises can hold together. The pages for the screen have them."
    )
    return f'<nav class="dv-contents"><ol>{rows}</ol><p>{note}</p></nav>'
