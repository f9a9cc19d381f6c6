"""How a line follows from others: one rule, one short class or function, one docstring.

A rule turns premises into *facts* that follow from them, and into *side conditions* that
must hold for the step to be allowed.  It computes; it never judges.  The claim of a line
is then an obligation: the facts ⊢ the claim.
"""

from .both_sides import both_sides
from .comparison import smaller
from .constancy import constant
from .continuum import Levels, dense, riemann_sum
from .core import By, Cite, Inference, Known, Rule, Shown, by, here, identity
from .derived import Derived, Need, Steps, rule
from .fields import Nabla, curl_of, divergence_of, gradient_of, laplacian_of
from .given import Given, assumption, data, definition, law, model
from .instance import instance
from .integrals import by_parts, change_of_variable, even, odd, split
from .integration import antiderivative
from .kronecker import orthonormal
from .operations import (
    Operation,
    conjugation,
    derivative,
    exponential,
    imaginary_part,
    integral,
    logarithm,
    plus,
    power,
    real_part,
    times,
    total,
)
from .steps import cut_off

__all__ = [
    "By",
    "Cite",
    "Derived",
    "Given",
    "Inference",
    "Known",
    "Levels",
    "Nabla",
    "Need",
    "Operation",
    "Rule",
    "Shown",
    "Steps",
    "antiderivative",
    "assumption",
    "both_sides",
    "by",
    "by_parts",
    "change_of_variable",
    "conjugation",
    "constant",
    "curl_of",
    "cut_off",
    "data",
    "definition",
    "dense",
    "derivative",
    "divergence_of",
    "even",
    "exponential",
    "gradient_of",
    "here",
    "identity",
    "imaginary_part",
    "instance",
    "integral",
    "laplacian_of",
    "law",
    "logarithm",
    "model",
    "odd",
    "orthonormal",
    "plus",
    "power",
    "real_part",
    "riemann_sum",
    "rule",
    "smaller",
    "split",
    "times",
    "total",
]
