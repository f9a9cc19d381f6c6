"""Named values: four metals that become superconducting, for the paper's numbers.

Atomic weight, number of ions per volume and Debye temperature at room temperature or
below, each with the spread of the usual tables (Kittel, *Introduction to Solid State
Physics*, 8th ed., tables 1.4 and 5.1).
"""

from __future__ import annotations

from typing import NamedTuple


class Metal(NamedTuple):
    """Atomic weight in u, ions per cm³ and Debye temperature in K, each (low, high)."""

    name: str
    weight: tuple[str, str]
    ions: tuple[str, str]
    debye: tuple[str, str]


METALS = (
    Metal("aluminium", ("26.98", "26.99"), ("6.0e22", "6.1e22"), ("390", "430")),
    Metal("tin", ("118.70", "118.72"), ("3.6e22", "3.75e22"), ("170", "200")),
    Metal("niobium", ("92.90", "92.91"), ("5.5e22", "5.6e22"), ("260", "276")),
    Metal("lead", ("207.1", "207.3"), ("3.25e22", "3.35e22"), ("95", "105")),
)
