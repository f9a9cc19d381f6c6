"""What a paper must be like before any of its lines is decided."""

from __future__ import annotations

from derivations.errors import PaperError
from derivations.paper import Line, Paper

from .result import given


def refuse_second_definitions(paper: Paper) -> None:
    """``PaperError`` where a paper defines a symbol in two lines."""
    home: dict[object, Line] = {}
    for line in paper:
        for claim in (*line.claims, *line.accepted):
            right = given(claim)
            for symbol in right.defines if right else ():
                first = home.setdefault(symbol, line)
                if first is not line:
                    msg = (
                        f"line ({line.label}) defines {symbol}, which line ({first.label}) "
                        "defines already; a paper may define a symbol once"
                    )
                    raise PaperError(msg, line.place)


def refuse_unknown_results(paper: Paper) -> None:
    """``PaperError`` where a result rests on a line that does not exist."""
    for name, labels in paper.results.items():
        for label in labels:
            try:
                paper[label]
            except PaperError as error:
                msg = f"the result “{name}” rests on a line that does not exist: {error}"
                raise PaperError(msg) from None
