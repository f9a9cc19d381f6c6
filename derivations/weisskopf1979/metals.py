"""Named values: four metals that become superconducting, for the paper's numbers.

Atomic weight, number of ions per volume and Debye temperature at room temperature or
below, each with the spread of the usual tables (Kittel, *Introduction to Solid State
Physics*, 8th ed., tables 1.4 and 5.1).
"""

from __future__ import annotations

from typing import NamedTuple


class Metal(NamedTuple):
    """Atomic weight in u, ions in 10²²/cm³ and Debye temperature in K, each (low, high)."""

    name: str
    weight: tuple[str, str]
    ions: tuple[str, str]
    debye: tuple[str, str]


METALS = (
    Metal("aluminium", ("26.98", "26.99"), ("6.0", "6.1"), ("390", "430")),
    Metal("tin", ("118.70", "118.72"), ("3.6", "3.75"), ("170", "200")),
    Metal("niobium", ("92.90", "92.91"), ("5.5", "5.6"), ("260", "276")),
    Metal("lead", ("207.1", "207.3"), ("3.25", "3.35"), ("95", "105")),
)
