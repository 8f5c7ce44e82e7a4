# jax.custom_batching: which arguments the rule sees as mapped, its results, nesting, jit, loops, derivatives.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines
# RUN: cjaxc run %s | FileCheck %s --match-full-lines
import jax
import jax.numpy as jnp
from jax.custom_batching import custom_vmap, sequential_vmap


@custom_vmap
def f(x, y):
    return x + y


@f.def_vmap
def f_rule(axis_size, in_batched, xs, ys):
    print("rule", axis_size, in_batched, jnp.shape(xs), jnp.shape(ys))
    xb, yb = in_batched
    return xs * 10 + ys if xb else xs * 100 + ys, xb or yb


def t(name, fn):
    try:
        print(name, fn())
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0])


x, y = jnp.arange(3.0), jnp.arange(3.0) * 2
t("plain", lambda: (f(1.0, 2.0), jax.jit(f)(1.0, 2.0), f(1.0, y=2.0)))
# CHECK: plain (Array(3., dtype=float32, weak_type=True), Array(3., dtype=float32, weak_type=True), Array(3., dtype=float32, weak_type=True))
t("vmap", lambda: jax.vmap(f)(x, y))
# CHECK-NEXT: rule 3 [True, True] (3,) (3,)
# CHECK-NEXT: vmap [ 0. 12. 24.]
t("first", lambda: jax.vmap(f, (0, None))(x, 1.0))
# CHECK-NEXT: rule 3 [True, False] (3,) ()
# CHECK-NEXT: first [ 1. 11. 21.]
t("second in jit", lambda: jax.jit(jax.vmap(f, (None, 0)))(1.0, x))
# CHECK-NEXT: rule 3 [False, True] () (3,)
# CHECK-NEXT: second in jit [100. 101. 102.]
g = jax.jit(lambda a, b: f(a, b) * 2)
t("jit", lambda: (g(1.0, 2.0), jax.vmap(g, (None, 0))(1.0, x)))
# CHECK-NEXT: rule 3 [False, True] () (3,)
# CHECK-NEXT: jit (Array(6., dtype=float32, weak_type=True), Array([200., 202., 204.], dtype=float32))
t("nested", lambda: jax.vmap(jax.vmap(f, (0, None)), (None, 0))(x, y).tolist())
# CHECK-NEXT: rule 3 [True, False] (3,) ()
# CHECK-NEXT: nested {{\[\[}}0.0, 10.0, 20.0], [2.0, 12.0, 22.0], [4.0, 14.0, 24.0]]
t("jvp of vmap", lambda: jax.jvp(jax.vmap(f), (x, y), (x, y)))
# CHECK-NEXT: rule 3 [True, True] (3,) (3,)
# CHECK-NEXT: jvp of vmap (Array([ 0., 12., 24.], dtype=float32), Array([ 0., 12., 24.], dtype=float32))
t("grad of vmap", lambda: jax.grad(lambda x: jax.vmap(f)(x, y).sum())(x))
# CHECK-NEXT: rule 3 [True, True] (3,) (3,)
# CHECK-NEXT: grad of vmap [10. 10. 10.]
t("scan of vmap", lambda: jax.lax.scan(lambda c, _: (jax.vmap(f)(c, y), None), x, None, 2)[0])
# CHECK-NEXT: rule 3 [True, True] (3,) (3,)
# CHECK-NEXT: scan of vmap [  0. 122. 244.]
t("scan in vmap", lambda: jax.vmap(lambda a: jax.lax.scan(lambda c, _: (f(c, a), c), 0.0, None, 2))(x)[0])
# CHECK: scan in vmap [ 0. 11. 22.]
t("axes", lambda: jax.vmap(f, in_axes=1, out_axes=1)(jnp.arange(6.0).reshape(2, 3), jnp.ones((2, 3))).tolist())
# CHECK-NEXT: rule 3 [True, True] (3, 2) (3, 2)
# CHECK-NEXT: axes {{\[\[}}1.0, 11.0, 21.0], [31.0, 41.0, 51.0]]
t("derived", lambda: jax.vmap(lambda a, b: f(jnp.sin(b) * 0 + 2, 3.0 * a), (0, None))(x, 1.0))
# CHECK-NEXT: rule 3 [False, True] () (3,)
# CHECK-NEXT: derived [200. 203. 206.]


@custom_vmap
def tree(d):
    return {"s": d["a"] * 2, "t": d["b"]}


@tree.def_vmap
def tree_rule(n, batched, d):
    print("tree rule", n, batched)
    return {"s": d["a"] * 3, "t": d["b"]}, {"s": batched[0]["a"], "t": batched[0]["b"]}


t("tree", lambda: jax.vmap(tree, ({"a": 0, "b": None},), {"s": 0, "t": None})({"a": x, "b": 5.0}))
# CHECK-NEXT: tree rule 3 [{'a': True, 'b': False}]
# CHECK-NEXT: tree {'s': Array([0., 3., 6.], dtype=float32), 't': Array(5., dtype=float32, weak_type=True)}


@sequential_vmap
def s(a, b):
    return jnp.sin(a) * b


t("sequential", lambda: jax.vmap(s, (0, None))(x, 2.0))
# CHECK-NEXT: sequential [0.{{ *}} 1.682941{{.}} 1.818594{{.}}]
t("sequential twice", lambda: jax.vmap(jax.vmap(s))(jnp.ones((2, 2)), jnp.ones((2, 2))).shape)
# CHECK-NEXT: sequential twice (2, 2)


def failing(rule):
    h = custom_vmap(lambda x: x)
    if rule:
        h.def_vmap(rule)
    return lambda: jax.vmap(h)(x)


def two(n, b, x):
    return (x, x), (True, True)


def pair(n, b, x):
    return x, (True, True)


t("no rule", failing(None))
# CHECK-NEXT: no rule AttributeError No batching rule defined for custom_vmap function <lambda> using def_vmap.
t("no pair", failing(lambda n, b, x: x))
# CHECK-NEXT: no pair ValueError too many values to unpack (expected 2)
t("tree of results", failing(two))
# CHECK-NEXT: tree of results ValueError structure of output returned by custom vmap rule (two) does not match that of original custom-vmapped function.
t("tree of flags", failing(pair))
# CHECK-NEXT: tree of flags ValueError structure of output value and output batching specification returned by custom vmap rule (pair) do not match.
t("not mapped", failing(lambda n, b, x: (x.sum(), False)))
# CHECK-NEXT: not mapped [3. 3. 3.]
t("size", failing(lambda n, b, x: (jnp.ones(5), True)))
# CHECK-NEXT: size ValueError custom vmap rule (<lambda>) returned float32[5] for a result of which the custom-vmapped function makes float32[3]
