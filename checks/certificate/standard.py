"""Trees with standard names for bound variables."""

from __future__ import annotations

from typing import Any

from .. import replay
from ..replay import Tree


def standard(form: Tree, symbols: Any) -> Tree:
    """The tree with those of its bound variables renamed that the obligation does not declare."""
    if not isinstance(form, tuple) or form[0] == "q":
        return form
    if not replay.is_binder(form):
        return tuple(standard(part, symbols) if isinstance(part, tuple) else part for part in form)
    name, others = replay.bound(form)
    body = standard(form[1], symbols)
    over = others[0] if form[0] == "total" else None
    if symbols[name].role == "bound" and not name.startswith("#"):
        taken, sign = replay.free(body), symbols[name].sign
        fresh = next(
            n
            for k in range(replay.height(body), 9)
            if (n := replay.standard_name(sign, over, k)) not in taken
        )
        body, name = replay.put(body, {name: fresh}), fresh
    ends = others if over else tuple(standard(end, symbols) for end in others)
    return replay.bind(form[0], body, name, ends)
