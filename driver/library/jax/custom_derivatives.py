"""jax.custom_derivatives: rules of the program's own."""

from jax._src.custom import (CustomVJPPrimal, SymbolicZero, closure_convert, custom_gradient, custom_jvp,
                             custom_vjp, custom_vjp_primal_tree_values, zero_from_primal)
from jax._src.solves import linear_call


def __getattr__(name):
    from jax._src.primitives import attribute
    if name not in ("custom_jvp_call_p", "custom_vjp_call_p", "remat_opt_p"):
        raise AttributeError(f"module 'jax.custom_derivatives' has no attribute '{name}'")
    return attribute("jax.custom_derivatives", name)
