"""Under what circumstances a paper was checked: when, with what, and what confirmed it."""

from __future__ import annotations

import os
from typing import Any

from ..certificate.replayed import Replayed
from ..rocq.certified import Asked, Kept

Json = Any


def circumstances(
    kept: Kept | None = None, asked: Asked | None = None, replayed: Replayed | None = None
) -> Json:
    """When and with which versions a paper is checked, as JSON.

    With what a proof kernel is known (``kept``) to have certified of the obligations
    ``asked`` of it, and with what a replay found, where there was one.
    """
    from datetime import UTC, datetime
    from importlib.metadata import version

    stamp = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(stamp), UTC) if stamp else datetime.now(UTC)
    lines = kept.by_line(asked) if kept and asked else {}
    return {
        "on": now.strftime("%Y-%m-%d"),
        "versions": {name: version(name) for name in ("derivations", "sympy", "python-flint")},
        "kernel": f"Rocq {kept.kernel}" if kept and lines else "",
        "certified": {label: list(pair) for label, pair in lines.items()},
        "altogether": list(kept.altogether(asked)) if kept and asked and lines else [],
        "replayed": replayed.sentence() if replayed else "",
        "accepted": replayed.accepted if replayed else True,
    }
