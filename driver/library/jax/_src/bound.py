"""bind of the primitives whose parameters are jaxprs, of the windows that choose elements, and of the generators.

A jaxpr is one that make_jaxpr gave: its function is staged again where the primitive is bound."""

from _cjax import primitive, transform
from jax import lax
from jax._src.jaxpr import eval_jaxpr
from jax.tree_util import tree_leaves


def _function(jaxpr):
    """The function of flat arguments that a jaxpr, open or closed, is: a list."""
    jaxpr = getattr(jaxpr, "jaxpr", jaxpr)
    return lambda *args: eval_jaxpr(jaxpr, (), *args)


def _jit(*args, jaxpr, **_):
    return _function(jaxpr)(*args)


def _closed_call(*args, call_jaxpr):
    return _function(call_jaxpr)(*args)


def _remat(*args, jaxpr, prevent_cse=True, differentiated=False, policy=None):
    from jax._src.checkpoint import checkpoint
    return checkpoint(_function(jaxpr), prevent_cse=prevent_cse, policy=policy)(*args)


def _cond(index, *operands, branches, **_):
    return lax.switch(index, [_function(b) for b in branches], *operands)


def _scan(*args, jaxpr, length, reverse=False, num_consts=0, num_carry=0, unroll=1):
    consts, init, xs = args[:num_consts], args[num_consts:num_consts + num_carry], args[num_consts + num_carry:]
    call = _function(jaxpr)

    def body(carry, x):
        out = call(*consts, *carry, *x)
        return out[:num_carry], out[num_carry:]

    return tree_leaves(lax.scan(body, list(init), list(xs), length=length, reverse=reverse, unroll=unroll))


def _while(*args, cond_nconsts, cond_jaxpr, body_nconsts, body_jaxpr):
    n = cond_nconsts + body_nconsts
    cond, body = _function(cond_jaxpr), _function(body_jaxpr)
    return lax.while_loop(lambda x: cond(*args[:cond_nconsts], *x)[0], lambda x: body(*args[cond_nconsts:n], *x), list(args[n:]))


def _combine(args, jaxpr):
    """Operands, initial values and the function of two lists that reductions take."""
    n, call = len(args) // 2, _function(jaxpr)
    return list(args[:n]), list(args[n:]), lambda x, y: call(*tree_leaves(x), *tree_leaves(y))


def _reduce(*args, jaxpr, dimensions, computation=None):
    xs, inits, combine = _combine(args, jaxpr)
    return lax.reduce(xs, inits, combine, dimensions)


def _reduce_window(*args, jaxpr, window_dimensions, window_strides, padding, base_dilation, window_dilation, consts=()):
    xs, inits, combine = _combine(args, jaxpr)
    return list(lax.reduce_window(xs, inits, combine, window_dimensions, window_strides, padding, base_dilation, window_dilation))


def _window_attrs(select_prim, window_dimensions, window_strides, padding):
    return {"select": select_prim.name, "window_dimensions": tuple(window_dimensions), "window_strides": tuple(window_strides),
            "padding_low": tuple(lo for lo, _ in padding), "padding_high": tuple(hi for _, hi in padding)}


def _select_and_scatter_add(source, operand, *, select_prim, window_dimensions, window_strides, padding):
    attrs = _window_attrs(select_prim, window_dimensions, window_strides, padding)
    return primitive.bind("select_and_scatter_add", (source, operand), 1, **attrs)[0]


def _select_and_gather_add(tangents, operand, *, select_prim, window_dimensions, window_strides, padding, base_dilation,
                           window_dilation):
    attrs = _window_attrs(select_prim, window_dimensions, window_strides, padding)
    return primitive.bind("select_and_gather_add", (tangents, operand), 1, base_dilation=tuple(base_dilation),
                          window_dilation=tuple(window_dilation), **attrs)[0]


def _rng_bit_generator(key, *, shape, dtype, algorithm, out_sharding=None):
    return list(lax.rng_bit_generator(key, shape, dtype, algorithm))


def _random_gamma(key, a, *, log_space):
    from jax import random
    return (random.loggamma if log_space else random.gamma)(key, a, transform.array(a).shape, transform.array(a).dtype)


BINDINGS = {"jit": _jit, "closed_call": _closed_call, "remat2": _remat, "cond": _cond, "scan": _scan, "while": _while,
            "reduce": _reduce, "reduce_window": _reduce_window, "select_and_scatter_add": _select_and_scatter_add,
            "select_and_gather_add": _select_and_gather_add, "rng_bit_generator": _rng_bit_generator,
            "random_gamma": _random_gamma}
