"""rules_window.py -- convolution, windows, and reductions by a function."""
import itertools
import math

import jax
import jax.numpy as jnp
from jax import lax
from jax.extend.core import ClosedJaxpr, jaxpr_as_fun

from .rules import need, out_of, rule
from .text import quoted

WINDOW = "window_dimensions window_strides base_dilation window_dilation".split()
# Integers that are above the smallest of their type, which the ops never select.
WIDER = {"i1": "i32", "i8": "i16", "ui8": "i16", "i16": "i32", "ui16": "i32", "i32": "i64", "ui32": "i64"}
MONOIDS = {"add": "sum", "mul": "prod", "max": "max", "min": "min", "and": "and", "or": "or", "xor": "xor"}


def _padding(eqn):
    low, high = zip(*eqn.params["padding"]) if eqn.params["padding"] else ((), ())
    return {"padding_low": low, "padding_high": high}


@rule("conv_general_dilated")
def conv_general_dilated(walk, eqn, args):
    p, d, out = eqn.params, eqn.params["dimension_numbers"], out_of(eqn)
    if args[0].element != args[1].element:
        args = [walk.w.convert(x, out[1]) for x in args]
    attrs = walk.w.dictionary(
        window_strides=p["window_strides"], lhs_dilation=p["lhs_dilation"], rhs_dilation=p["rhs_dilation"],
        lhs_spec=d.lhs_spec, rhs_spec=d.rhs_spec, out_spec=d.out_spec, **_padding(eqn),
        feature_group_count=f"{p['feature_group_count']} : i64", batch_group_count=f"{p['batch_group_count']} : i64")
    return walk.w.function("conv_general_dilated", args, [out], attrs=attrs)


@rule("reduce_window_sum", "reduce_window_max", "reduce_window_min")
def reduce_window(walk, eqn, args):
    if args[0].element.startswith("complex") and eqn.primitive.name != "reduce_window_sum":
        return walk.expand(eqn, lambda x: _complex_extrema(eqn, x), args)
    attrs = walk.w.dictionary(**{k: eqn.params[k] for k in WINDOW}, **_padding(eqn))
    return [walk.w.retyped(eqn.primitive.name, args[0], out_of(eqn), attrs=attrs)]


def _complex_extrema(eqn, x):
    """Of complex numbers in lexicographic order."""
    p, is_max = eqn.params, eqn.primitive.name == "reduce_window_max"
    scalar = jax.ShapeDtypeStruct((), x.dtype)
    body = jax.make_jaxpr(lax.max if is_max else lax.min)(scalar, scalar)
    init = jnp.array(complex(-math.inf, -math.inf) if is_max else complex(math.inf, math.inf), x.dtype)
    config = [(lo, hi, dilation - 1) for (lo, hi), dilation in zip(p["padding"], p["base_dilation"])]
    return _unrolled(p, body, [lax.pad(x, init, config)], [init], out_of(eqn)[0])


@rule("select_and_gather_add", "select_and_scatter_add")
def select_and_add(walk, eqn, args):
    attrs = walk.w.dictionary(**{k: eqn.params[k] for k in WINDOW if k in eqn.params}, **_padding(eqn))
    choice, (shape, element) = f" {quoted(eqn.params['select_prim'].name)}", out_of(eqn)
    args = [walk.w.convert(x, WIDER.get(element, element)) for x in args]
    y = walk.w.function(eqn.primitive.name, args, [(shape, args[0].element)], choice, attrs)[0]
    return [walk.w.convert(y, element)]


# ---- By a function: the one equation of a monoid, or anything.

def _monoid(jaxpr):
    """The primitive of a body that is one operation on its two arguments, or None."""
    inner = jaxpr.jaxpr
    plain = len(inner.eqns) == 1 and len(inner.invars) == 2 and inner.outvars == inner.eqns[0].outvars
    return inner.eqns[0].primitive.name if plain and set(inner.eqns[0].invars) == set(inner.invars) else None


def _vectorised(jaxpr, rank):
    """The body of a reduction as a function of two lists of arrays of this rank."""
    function = jaxpr_as_fun(jaxpr)
    for _ in range(rank):
        function = jax.vmap(function)
    return lambda x, y: function(*x, *y)


@rule("reduce")
def reduce(walk, eqn, args):
    p = eqn.params
    n, body, axes = len(args) // 2, p["jaxpr"], tuple(sorted(p["dimensions"]))
    if n == 1 and _monoid(body) in MONOIDS:
        return walk.expand(eqn, lambda x, init: [_combine(body, _reduce_by(_monoid(body), x, axes), init)], args)

    def by_steps(*operands):
        xs, inits = operands[:n], operands[n:]
        rest = [d for d in range(xs[0].ndim) if d not in axes]
        count = math.prod(xs[0].shape[a] for a in axes)
        rows = [jnp.transpose(x, (*axes, *rest)).reshape(count, *(x.shape[d] for d in rest)) for x in xs]
        step = _vectorised(body, len(rest))
        start = [jnp.broadcast_to(i, r.shape[1:]) for i, r in zip(inits, rows)]
        return lax.scan(lambda carry, row: (list(step(carry, row)), None), start, rows)[0]

    return walk.expand(eqn, by_steps, args)


def _reduce_by(name, x, axes):
    primitive = getattr(lax, f"reduce_{MONOIDS[name]}_p")
    extra = {"out_sharding": None} if name == "add" else {}
    return primitive.bind(x, axes=axes, **extra)


def _combine(body, x, init):
    return _vectorised(body, x.ndim)([jnp.broadcast_to(init, x.shape)], [x])[0]


@rule("reduce_window")
def reduce_window_by(walk, eqn, args):
    p, n = eqn.params, len(args) // 2
    body = ClosedJaxpr(p["jaxpr"], p["consts"]) if not hasattr(p["jaxpr"], "consts") else p["jaxpr"]
    need(eqn, math.prod(p["window_dimensions"]) <= 4096, "by such a function over so large a window there is none")

    def windows(*operands):
        xs, inits = operands[:n], operands[n:]
        config = [(lo, hi, dilation - 1) for (lo, hi), dilation in zip(p["padding"], p["base_dilation"])]
        xs = [lax.pad(x, i, config) for x, i in zip(xs, inits)]
        name = _monoid(body)
        if n == 1 and name in ("add", "max", "min"):
            kind = {"add": lax.reduce_window_sum_p, "max": lax.reduce_window_max_p, "min": lax.reduce_window_min_p}
            rank = xs[0].ndim
            y = kind[name].bind(
                xs[0], window_dimensions=p["window_dimensions"], window_strides=p["window_strides"],
                padding=((0, 0),) * rank, base_dilation=(1,) * rank, window_dilation=p["window_dilation"])
            return [_combine(body, y, inits[0])]
        return _unrolled(p, body, xs, inits, out_of(eqn)[0])

    return walk.expand(eqn, windows, args)


def _unrolled(p, body, xs, inits, shape):
    """One step for each place in the window, each a strided slice."""
    step, acc = _vectorised(body, len(shape)), [jnp.broadcast_to(i, shape) for i in inits]
    for place in itertools.product(*map(range, p["window_dimensions"])):
        start = [i * d for i, d in zip(place, p["window_dilation"])]
        limit = [a + (k - 1) * s + 1 if k else a for a, k, s in zip(start, shape, p["window_strides"])]
        acc = list(step(acc, [lax.slice(x, start, limit, p["window_strides"]) for x in xs]))
    return acc
