# Jaxprs as objects: programs that count what equations do, interpret them and invert functions.
# jax: 0.10.2
from collections import Counter
from functools import wraps
import math

import jax
import jax.numpy as jnp
from jax import lax
from jax.extend import core


def sub_jaxprs(eqn):
    for value in eqn.params.values():
        for v in value if isinstance(value, (tuple, list)) else (value,):
            if isinstance(v, core.ClosedJaxpr):
                yield v.jaxpr
            elif isinstance(v, core.Jaxpr):
                yield v


def count(jaxpr, counts=None):
    counts = Counter() if counts is None else counts
    for eqn in jaxpr.eqns:
        counts[eqn.primitive.name] += 1
        for sub in sub_jaxprs(eqn):
            count(sub, counts)
    return counts


def flops(jaxpr):
    total = 0
    for eqn in jaxpr.eqns:
        out = eqn.outvars[0].aval
        match eqn.primitive.name:
            case "dot_general":
                (lc, _), _ = eqn.params["dimension_numbers"]
                k = math.prod(eqn.invars[0].aval.shape[d] for d in lc)
                total += 2 * out.size * k
            case "add" | "sub" | "mul" | "div" | "max" | "tanh" | "exp":
                total += out.size
            case "reduce_sum" | "reduce_max":
                total += eqn.invars[0].aval.size
            case "scan":
                total += eqn.params["length"] * flops(eqn.params["jaxpr"].jaxpr)
            case "cond":
                total += max(flops(b.jaxpr) for b in eqn.params["branches"])
            case _:
                for sub in sub_jaxprs(eqn):
                    total += flops(sub)
    return total


def layer(p, x):
    return jnp.tanh(x @ p["w"] + p["b"])


def model(params, x):
    for p in params:
        x = layer(p, x)
    return jnp.sum(x**2)


params = [{"w": jnp.ones((4, 8)), "b": jnp.zeros(8)}, {"w": jnp.ones((8, 2)), "b": jnp.zeros(2)}]
x = jnp.ones((16, 4))
closed = jax.make_jaxpr(model)(params, x)
print(sorted(count(closed.jaxpr).items()))
print("flops", flops(closed.jaxpr))
print([str(v.aval) for v in closed.jaxpr.invars], closed.out_avals, [v.aval.dtype.name for v in closed.jaxpr.outvars])


def loop(x):
    def body(c, t):
        return jnp.sin(c) * t, c
    c, ys = lax.scan(body, x, jnp.ones(5))
    return lax.cond(c > 0, lambda a: a + 1, lambda a: a * 2, c) + ys.sum()


c2 = jax.make_jaxpr(loop)(1.0)
print(sorted(count(c2.jaxpr).items()), flops(c2.jaxpr))
for eqn in c2.jaxpr.eqns:
    print(eqn.primitive, [v.aval.shape for v in eqn.invars], "->", [v.aval.shape for v in eqn.outvars], eqn.params.get("length"))

inverse_registry = {lax.exp_p: jnp.log, lax.tanh_p: jnp.arctanh, lax.log_p: jnp.exp}


def eval_jaxpr(jaxpr, consts, *args):
    env = {}
    def read(var):
        return var.val if type(var) is core.Literal else env[var]
    def write(var, val):
        env[var] = val
    list(map(write, jaxpr.invars, args))
    list(map(write, jaxpr.constvars, consts))
    for eqn in jaxpr.eqns:
        invals = list(map(read, eqn.invars))
        outvals = eqn.primitive.bind(*invals, **eqn.params)
        if not eqn.primitive.multiple_results:
            outvals = [outvals]
        list(map(write, eqn.outvars, outvals))
    return list(map(read, jaxpr.outvars))


def f(x):
    return jnp.exp(jnp.tanh(x))


closed = jax.make_jaxpr(f)(jnp.ones(5))
print(closed)
print(eval_jaxpr(closed.jaxpr, closed.literals, jnp.ones(5)))


def inverse(fun):
    @wraps(fun)
    def wrapped(*args, **kwargs):
        closed = jax.make_jaxpr(fun)(*args, **kwargs)
        out = inverse_jaxpr(closed.jaxpr, closed.literals, *args)
        return out[0]
    return wrapped


def inverse_jaxpr(jaxpr, consts, *args):
    env = dict(zip(jaxpr.outvars, args)) | dict(zip(jaxpr.constvars, consts))
    for eqn in jaxpr.eqns[::-1]:
        invals = [v.val if isinstance(v, core.Literal) else env[v] for v in eqn.outvars]
        if eqn.primitive not in inverse_registry:
            raise NotImplementedError(f"{eqn.primitive} does not have registered inverse.")
        env[eqn.invars[0]] = inverse_registry[eqn.primitive](*invals)
    return [env[v] for v in jaxpr.invars]


f_inv = inverse(f)
print(jnp.allclose(f_inv(f(1.0)), 1.0), jax.make_jaxpr(inverse(f))(f(1.0)))
print(jax.jit(jax.vmap(jax.grad(inverse(f))))((jnp.arange(5) + 1.0) / 5))
try:
    inverse(jnp.sin)(1.0)
except NotImplementedError as e:
    print(e)
W = jnp.arange(6.0).reshape(2, 3)
closed = jax.make_jaxpr(lambda v: W @ v + jnp.ones(2))(jnp.ones(3))
print(closed.consts, closed.jaxpr.constvars[0].aval, eval_jaxpr(closed.jaxpr, closed.consts, jnp.arange(3.0)))
print(jax.core.eval_jaxpr(closed.jaxpr, [W * 2, *closed.consts[1:]], jnp.arange(3.0)), core.jaxpr_as_fun(closed)(jnp.ones(3)))
inner = jax.make_jaxpr(jax.jit(f))(1.0).eqns[0]
print(inner.params["name"], inner.params["jaxpr"], type(inner.params["jaxpr"]).__name__, inner.params["jaxpr"].eqns[0].primitive)
