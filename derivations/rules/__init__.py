"""How a line follows from others: one rule, one short class or function, one docstring.

A rule turns premises into *facts* that follow from them, and into *side conditions* that
must hold for the step to be allowed.  It computes; it never judges.  The claim of a line
is then an obligation: the facts ⊢ the claim.
"""

from .algebra import branch, consequence
from .both_sides import both_sides
from .cases import in_order, without_loss
from .comparison import smaller
from .complex import conjugation, imaginary_part, real_part
from .constancy import constant
from .continuum import Levels, dense, riemann_sum
from .core import By, Cite, Inference, Known, Rule, Shown, by, here, identity
from .derived import Aside, Derived, Need, Steps, rule
from .differential_equations import linear_equation
from .expansions import coefficients
from .extrema import maximum, minimum
from .fields import Nabla, curl_of, divergence_of, gradient_of, laplacian_of
from .given import Given, assumption, data, definition, law, model
from .instance import instance
from .integrals import by_parts, change_of_variable, even, odd, split
from .integration import antiderivative
from .kronecker import orthonormal
from .limits import limit_of
from .operations import (
    Operation,
    derivative,
    exponential,
    integral,
    logarithm,
    plus,
    power,
    times,
    total,
)
from .solving import solve
from .steps import cut_off
from .surfaces import gauss, gradient_theorem, inside_to_ends, stokes

__all__ = [
    "Aside",
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
    "branch",
    "by",
    "by_parts",
    "change_of_variable",
    "coefficients",
    "conjugation",
    "consequence",
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
    "gauss",
    "gradient_of",
    "gradient_theorem",
    "here",
    "identity",
    "imaginary_part",
    "in_order",
    "inside_to_ends",
    "instance",
    "integral",
    "laplacian_of",
    "law",
    "limit_of",
    "linear_equation",
    "logarithm",
    "maximum",
    "minimum",
    "model",
    "odd",
    "orthonormal",
    "plus",
    "power",
    "real_part",
    "riemann_sum",
    "rule",
    "smaller",
    "solve",
    "split",
    "stokes",
    "times",
    "total",
    "without_loss",
]
