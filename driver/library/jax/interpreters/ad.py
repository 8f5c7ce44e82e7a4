"""jax.interpreters.ad: derivatives of a program's own primitives.

Jacobian-vector products are used as they are registered, and so are the transposition rules of linear primitives (deflinear).
Reverse mode transposes what the other rules are made of.
"""

import warnings

from _cjax.argv import in_package


class _Transposes(dict):
    """Rules by primitive."""

    def __setitem__(self, primitive, rule):
        if not in_package():  # who wrote that knows it, and who reads it cannot help it
            warnings.warn(f"the transposition rule of '{primitive}' is not called: reverse mode transposes the ops of its "
                          "jvp rule", stacklevel=2)
        super().__setitem__(primitive, rule)


primitive_jvps, primitive_transposes = {}, _Transposes()
_linear = {}  # of deflinear and deflinear2: rule(cotangents, operands, params)


class Zero:
    """A tangent that is zero without being made."""

    def __init__(self, aval):
        self.aval = aval

    @staticmethod
    def from_primal_value(val):
        import jax
        return Zero(jax.typeof(val))

    def __repr__(self):
        return f"Zero({self.aval})"


class UndefinedPrimal:
    """In a transposition rule, the operand that is transposed."""

    def __init__(self, aval):
        self.aval = aval


def is_undefined_primal(x):
    return isinstance(x, UndefinedPrimal)


def instantiate_zeros(tangent):
    """An array of zeros for a Zero."""
    if not isinstance(tangent, Zero):
        return tangent
    from jax import numpy as jnp
    return jnp.zeros(tangent.aval.shape, tangent.aval.dtype)


instantiate_zeros_aval = lambda aval, tangent: instantiate_zeros(tangent)


def defjvp(primitive, *jvprules):
    """jvprules: for each operand its rule(tangent, *operands, **params), or None."""
    def rule(primals, tangents, **params):
        from jax import numpy as jnp
        out, parts = primitive.bind(*primals, **params), []
        for r, t in zip(jvprules, tangents):
            if r is not None and not isinstance(t, Zero):
                parts.append(r(t, *primals, **params))
        return out, sum(parts[1:], parts[0]) if parts else jnp.zeros_like(out)
    primitive_jvps[primitive] = rule


def deflinear(primitive, transpose_rule):
    """primitive: linear in all operands; transpose_rule(cotangents, **params) gives theirs."""
    _linear[primitive] = lambda ct, args, params: transpose_rule(ct, **params)


def deflinear2(primitive, transpose_rule):
    """The same, with transpose_rule(cotangents, *operands, **params)."""
    _linear[primitive] = lambda ct, args, params: transpose_rule(ct, *args, **params)
