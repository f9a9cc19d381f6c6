"""The pages of a paper: one a chapter, and the lists, each a directive with a title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .findings import Findings
from .revisions import page_name

#: Pages besides the chapters: name, title, directive, introduction.
_LISTS = (
    (
        "slips",
        "Slips",
        "Every line that is wrong as printed, beside what it should say. The print is refuted "
        "and the correction proved from the same premises.",
    ),
    ("assumptions", "Premises", "What the paper takes for granted, and what rests on it."),
    (
        "figures",
        "Figures",
        "The paper's figures, computed from its lines as they were proved: each function is "
        "taken from the relations named under the figure, and a figure that rests on a line "
        "which does not hold is not drawn.",
    ),
    (
        "sliders",
        "Move the constants",
        "How much of a result is left to the constants of order one, which the paper does not fix.",
    ),
    ("graph", "The argument as a graph", "Which line rests on which."),
    (
        "numbers",
        "Numbers",
        "Every numerical claim, and the interval in which the number was shown to lie.",
    ),
    (
        "symbols",
        "Symbols",
        "Every quantity. A letter that the paper uses for several things stands once for each.",
    ),
    (
        "revisions",
        "What if?",
        "The paper with other assumptions. Where a line no longer holds as it stands, the form "
        "that now follows was found from its premises and proved like any other.",
    ),
)

#: Pages that a paper has only if it declares what stands there.
_OPTIONAL = {"figures", "sliders", "revisions"}


def pages(findings: Findings) -> Iterator[tuple[str, str]]:
    """Names and texts of the pages of a paper, in the order in which they are read."""
    for chapter in findings.data["chapters"]:
        label = chapter["label"]
        yield chapter_page(label), _page(f"{label}. {chapter['title']}", "chapter", label, findings)
    for name, title, told in _LISTS:
        if name in _OPTIONAL and not findings.data.get(name):
            continue
        yield name, _page(title, name, "", findings, told)
    for found in findings.data.get("revisions", ()):
        (one,) = found["revisions"]
        text = _page(one["title"], "revision", one["name"], findings)
        yield page_name(one["name"]), text


def chapter_page(label: str) -> str:
    """The name of a chapter's page."""
    return "chapter-" + "-".join(label.lower().split())


def _page(title: str, directive: str, argument: str, findings: Findings, told: str = "") -> str:
    rule = "=" * (2 * len(title))
    call = f".. derivation:{directive}:: {argument}".rstrip()
    return f"{title}\n{rule}\n\n{told}\n\n{call}\n   :paper: {findings.name}\n"


def front(findings: Findings) -> str:
    """The front page of a paper, with the list of its pages."""
    title = findings.data["paper"]["title"]
    listed = "\n".join(f"   {name}" for name, _ in pages(findings))
    return (
        f"{title}\n{'=' * (2 * len(title))}\n\n"
        f".. derivation:summary::\n   :paper: {findings.name}\n\n"
        f".. toctree::\n   :caption: The paper\n   :hidden:\n\n{listed}\n"
    )


def write(findings: Findings, folder: Path) -> None:
    """Write the pages of a paper into ``folder``; what is there already is left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {f"{name}.rst": text for name, text in pages(findings)}
    texts["index.rst"] = front(findings)
    for name, text in texts.items():
        put(folder / name, text)
    for old in folder.glob("*.rst"):
        if old.name not in texts:
            old.unlink()


def put(file: Path, text: str) -> bool:
    """Write ``text`` to ``file`` unless that is what it says; return whether it is new."""
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return True
