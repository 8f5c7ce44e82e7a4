"""jax.interpreters.partial_eval: jaxprs of functions.  How JAX traces is not how programs are staged here: these names are refused
where they are called."""

from jax._src.core import ShapedArray as AbstractValue  # noqa: F401
from jax._src.jaxpr import ClosedJaxpr, Jaxpr  # noqa: F401
from jax.extend.linear_util import wrap_init  # noqa: F401


def _refused(name):
    def missing(*args, **kwargs):
        raise NotImplementedError(f"jax.interpreters.partial_eval.{name}: programs are staged otherwise here")
    missing.__name__ = missing.__qualname__ = name
    return missing


PartialVal, dce_jaxpr, dce_jaxpr_call_rule, dce_jaxpr_closed_call_rule, dce_jaxpr_consts, trace_to_jaxpr_dynamic, \
    trace_to_jaxpr_nounits = [_refused(name) for name in ("PartialVal", "dce_jaxpr", "dce_jaxpr_call_rule",
                              "dce_jaxpr_closed_call_rule", "dce_jaxpr_consts", "trace_to_jaxpr_dynamic", "trace_to_jaxpr_nounits")]
