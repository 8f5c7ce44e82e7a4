"""jax.interpreters.mlir: what a program's own primitives do, as functions of JAX.

A rule that builds ops by itself cannot be compiled: it is an error where such a primitive without def_impl is bound.
"""

lowerings = {}


class _Lowered:
    """lower_fun(fun)."""

    def __init__(self, fun, multiple_results):
        self.fun, self.multiple_results = fun, multiple_results


def lower_fun(fun, multiple_results=True):
    return _Lowered(fun, multiple_results)


def register_lowering(prim, rule=None, platform=None, **options):
    if rule is None:
        return lambda rule: register_lowering(prim, rule, platform)
    if platform in (None, "cpu"):
        lowerings[prim] = rule
    return rule
