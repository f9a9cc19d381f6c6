"""V. F. Weisskopf, *The formation of Cooper pairs and the nature of superconducting currents*.

CERN 79-12, 1979.  One module or two a chapter, in the paper's order, to be read beside it.
"""

from . import (  # noqa: F401  # isort: skip_file
    chapter2,
    chapter3,
    chapter4,
    chapter4_schroedinger,
    chapter4_element,
    chapter4_sea,
    chapter4_binding,
    chapter4_gap,
    chapter4_wells,
    chapter5,
    chapter6,
    chapter7,
    chapter7_london,
    chapter7_wire,
    chapter7_critical,
    appendix1,
    appendix2,
)
from . import prints, prints7  # noqa: F401  # isort: skip
from . import figures, figures7, figures_gap  # noqa: F401  # isort: skip
from .notation import paper

__all__ = ["paper"]

paper.result(
    "β cancels in the matrix element (19)",
    "19",
)
paper.result(
    "ξ = 2b/(sκa²), from (21) through the logarithm to (23)",
    "21",
    "22",
    "gap equation",
    "exact binding energy",
    "23",
)

paper.result(
    "curl curl turns (33) into London's equation (35)",
    "35",
    "36",
    "37",
    "40",
)
paper.result(
    "the current of a filled band vanishes",
    "no current without a field",
    "change of the current",
    "displaced band",
    "partly filled band",
)

paper.revisions = {
    name: f"{__name__}.revisions.{module}"
    for name, module in {
        "gaussian": "gaussian",
        "si": "si",
        "pairs": "pairs",
        "eta-kept": "eta_kept",
        "no-weak-coupling": "no_weak_coupling",
        "no-fermi-sea": "no_fermi_sea",
        "finite-thickness": "finite_film",
        "finite-wire": "finite_wire",
        "bcs": "bcs",
        "temperature": "temperature",
    }.items()
}
