"""How a line follows from others: one rule, one short class, one docstring.

A rule turns premises into *facts* that follow from them, and into *side conditions* that
must hold for the step to be allowed.  It computes; it never judges.  The claim of a line
is then an obligation: the facts ⊢ the claim.
"""

from .both_sides import both_sides, curl_of, derivative, exponential, integral, times, total
from .constancy import constant
from .continuum import Levels, dense, riemann_sum
from .core import By, Cite, Inference, Known, Rule, by, here, identity
from .given import Given, assumption, data, definition, law, model
from .instance import instance
from .integration import antiderivative
from .kronecker import orthonormal
from .steps import cut_off

__all__ = [
    "By",
    "Cite",
    "Given",
    "Inference",
    "Known",
    "Levels",
    "Rule",
    "antiderivative",
    "assumption",
    "both_sides",
    "by",
    "constant",
    "curl_of",
    "cut_off",
    "data",
    "definition",
    "dense",
    "derivative",
    "exponential",
    "here",
    "identity",
    "instance",
    "integral",
    "law",
    "model",
    "orthonormal",
    "riemann_sum",
    "times",
    "total",
]
