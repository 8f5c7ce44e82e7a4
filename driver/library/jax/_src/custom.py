"""custom_jvp and custom_vjp: the functions run; differentiating them is not supported yet."""

from _cjax import transform as native
from jax._src.core import check_callable, wraps_like


class _Custom:
    """A function with derivative rules of its own."""

    what, rule = "custom_jvp", "JVP"

    def __init__(self, fun, nondiff_argnums=(), nondiff_argnames=()):
        check_callable(fun)
        wraps_like(self, fun)
        self.rules = None

    def __get__(self, obj, cls=None):
        return self if obj is None else native.bind(self, obj)

    def __call__(self, *args, **kwargs):
        name = native.origin(self.__wrapped__)[0]
        if self.rules is None:
            raise AttributeError(f"No {self.rule} defined for {self.what} function {name} using def{self.rule.lower()}.")
        if native.under_grad():
            raise NotImplementedError(f"{name}: the derivative of a {self.what} function is not supported by cjaxc yet; write "
                                      "the function so that its derivative follows from its operations, or use "
                                      "jax.lax.stop_gradient")
        return self.__wrapped__(*args, **kwargs)


class custom_jvp(_Custom):
    """Decorator: a function whose forward derivative is given by defjvp."""

    def defjvp(self, jvp, symbolic_zeros=False):
        self.rules = jvp
        return jvp

    def defjvps(self, *jvps):
        self.rules = jvps


class custom_vjp(_Custom):
    """Decorator: a function whose reverse derivative is given by defvjp."""

    what, rule = "custom_vjp", "VJP"

    def defvjp(self, fwd, bwd, symbolic_zeros=False, optimize_remat=False):
        self.rules = fwd, bwd


def custom_gradient(fun):
    """Decorator: fun gives its value and the function that pulls cotangents back."""
    def value(*args, **kwargs):
        return fun(*args, **kwargs)[0]

    wrapped = custom_vjp(wraps_like(value, fun))
    wrapped.rules = fun
    return wrapped
