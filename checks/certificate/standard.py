"""Trees with standard names for bound variables."""

from __future__ import annotations

from typing import Any

from .. import replay
from ..replay import Tree


def standard(form: Tree, symbols: Any) -> Tree:
    """The tree with those of its bound variables renamed that the obligation does not declare."""
    if not isinstance(form, tuple):
        return form
    k = replay.start(form)
    if not replay.is_binder(form):
        return (*form[:k], *(standard(part, symbols) for part in form[k:]))
    head, name, body, *others = form
    body = standard(body, symbols)
    over = others[0] if head == "total" else None
    if symbols[name].role == "bound" and not name.startswith("#"):
        taken, sign = replay.free(body), symbols[name].sign
        fresh = next(
            n
            for k in range(replay.height(body), 9)
            if (n := replay.standard_name(sign, over, k)) not in taken
        )
        body, name = replay.put(body, {name: fresh}), fresh
    return (head, name, body, *(standard(end, symbols) for end in others))
