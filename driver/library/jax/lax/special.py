"""Special functions of jax.lax that no native module has."""

from _cjax import numpy as _core
from _cjax.primitive import bind as _bind


def betainc(a, b, x):
    """The regularised incomplete beta function, elementwise."""
    return regularized_incomplete_beta(a, b, x)


def regularized_incomplete_beta(a, b, x):
    """The integral of t**(a-1) (1-t)**(b-1) / B(a, b) from 0 to x."""
    return _bind("regularized_incomplete_beta", tuple(_core.asarray(v) for v in (a, b, x)), 1)[0]
