"""jax.custom_derivatives: rules of the program's own."""

from jax._src.custom import (CustomVJPPrimal, SymbolicZero, closure_convert, custom_gradient, custom_jvp,
                             custom_vjp, custom_vjp_primal_tree_values, zero_from_primal)
from jax._src.solves import linear_call
