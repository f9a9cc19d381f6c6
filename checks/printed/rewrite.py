"""Put one tree for another inside a third."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from .tree import Tree


def rewritten(tree: Any, by: Mapping[Tree, Tree]) -> Any:
    """``tree`` with each piece that is a key of ``by`` replaced by its value."""
    if not by:
        return tree
    if isinstance(tree, tuple):
        return tuple(rewritten(item, by) for item in tree)
    if not is_dataclass(tree) or isinstance(tree, type):
        return tree
    found = by.get(cast("Tree", tree))
    if found is not None:
        return found
    return replace(
        tree, **{field.name: rewritten(getattr(tree, field.name), by) for field in fields(tree)}
    )
