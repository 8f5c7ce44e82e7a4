# NaN, infinities, -0.0, subnormal numbers and integers at their ends, through everything that is optimised. `one` is not known
# before the program runs, so nothing here is folded but what stands in `constants`.
import sys

import jax
import jax.numpy as jnp
from jax import lax

one = float(len(sys.argv))
values = [float("nan"), float("inf"), -float("inf"), 0.0, -0.0, 1.0, -1.0, 3e38, -2.5, 0.5]
v = jnp.array(values * 7) * one
constants = jnp.array(values)


def show(name, x):
    """Each different number of it once, a zero with its sign, in the order of the first ten."""
    x = jnp.ravel(jnp.asarray(x))
    text = " ".join(str(y) for y in x[:10])
    signs = "" if jnp.issubdtype(x.dtype, jnp.integer) else f" negative {int(jnp.sum(jnp.signbit(x) & (x == x)))}"
    print(f"{name}: {text}{signs}")


def count(name, x):
    x = jnp.asarray(x)
    print(f"{name}: {int(jnp.isnan(x).sum())} nan, {int(jnp.isposinf(x).sum())} inf, {int(jnp.isneginf(x).sum())} -inf")


print("== identities that are none")
for name, f in [("x + 0.0", lambda x: x + 0.0), ("x - 0.0", lambda x: x - 0.0), ("0.0 - x", lambda x: 0.0 - x), ("x * 1", lambda x: x * 1),
                ("x * 0", lambda x: x * 0.0), ("x / 1", lambda x: x / 1.0), ("x - x", lambda x: x - x), ("-(-x)", lambda x: -(-x)),
                ("x == x", lambda x: (x == x) * 1), ("x != x", lambda x: (x != x) * 1),
                ("not x < 0", lambda x: (~(x < 0)) * 1), ("sign", jnp.sign), ("abs", jnp.abs)]:
    show(name, f(v))
    show(name + ", of constants", f(constants))

print("== powers")
for p in (0.0, 0.5, 1.5, 2.0, 3.0, -1.0, -0.5, 0.25):
    show(f"x ** {p}", v**p)
show("x ** 2", v**2)
show("x ** -3", v**-3)

print("== largest and smallest")
show("maximum", jnp.maximum(v, v[::-1]))
show("minimum", jnp.minimum(v, v[::-1]))
show("zeros", jnp.maximum(jnp.array([0.0, -0.0]) * one, jnp.array([-0.0, 0.0]) * one))
show("clip", jnp.clip(v, -2.0, 2.0))
show("select", jnp.where(v > 0, v, -v))

print("== reductions")
rows = v.reshape(10, 7)
for name, f in [("sum", jnp.sum), ("prod", jnp.prod), ("max", jnp.max), ("min", jnp.min), ("argmax", jnp.argmax), ("argmin", jnp.argmin),
                ("nansum", jnp.nansum), ("nanmax", jnp.nanmax), ("cumsum", lambda x, axis: jnp.cumsum(x, axis)[-1])]:
    show(f"{name} of rows", f(rows, axis=1))
    show(f"{name} of columns", f(rows, axis=0))
show("logsumexp", jax.nn.logsumexp(jnp.stack([constants, jnp.full(10, -jnp.inf) * one]), axis=1))
show("softmax", jax.nn.softmax(jnp.full((2, 10), -jnp.inf) * one, axis=1))
show("sort", jnp.sort(v[:10])), show("sort of zeros", jnp.sort(jnp.array([0.0, -0.0, 0.0, -0.0, -1.0]) * one))

print("== neighbours, products, windows")
wide = jnp.tile(v, (40, 1))
count("rolls", jnp.roll(wide, 1, 1) + jnp.roll(wide, 1, 0) - wide)
count("slices", (wide[:, 1:] - wide[:, :-1]) * 0.5)
show("a border of -0.0", jnp.pad(v[3:6], 2, constant_values=-0.0))
count("a product", wide[:, :40] @ wide[:, 30:])
count("a product by zeros", wide[:, :40] @ jnp.zeros((40, 40)))
count("a row", wide[0] @ wide.T)
count("a convolution", lax.conv(wide[None, None], jnp.zeros((1, 1, 3, 3)) * one, (1, 1), "SAME"))
count("largest of windows", lax.reduce_window(wide, -jnp.inf, lax.max, (2, 2), (2, 2), "VALID"))

print("== functions")
for name, f in [("exp", jnp.exp), ("log", jnp.log), ("tanh", jnp.tanh), ("sqrt", jnp.sqrt), ("sin", jnp.sin), ("log1p", jnp.log1p), ("erf", jax.lax.erf),
                ("logistic", jax.nn.sigmoid), ("floor", jnp.floor), ("round", jnp.round), ("tanh(exp)", lambda x: jnp.tanh(jnp.exp(x)))]:
    show(name, f(v))

print("== loops")
show("lanes", jax.vmap(lambda a: lax.while_loop(lambda s: abs(s) < 100, lambda s: s * 2 + 1.5, a))(v[:40]))
show("scan", lax.scan(lambda c, x: (c * 0.5 + x, c), v[:10], jnp.stack([v[:10], v[10:20]]))[1])
show("fori", lax.fori_loop(0, 3, lambda i, s: jnp.minimum(s * s, 1e30), v))

print("== derivatives")
for name, f in [("sqrt", jnp.sqrt), ("abs", jnp.abs), ("max(x, 0)", lambda x: jnp.maximum(x, 0.0)), ("x ** 1.5", lambda x: x**1.5), ("x ** 2", lambda x: x**2),
                ("relu", jax.nn.relu), ("log", jnp.log), ("where", lambda x: jnp.where(x > 0, jnp.sqrt(x), 0.0)), ("x * 0", lambda x: x * 0.0)]:
    show(f"of {name}", jax.vmap(jax.grad(f))(v))

print("== integers")
i = jnp.array([0, 1, -1, 7, -7, 2**31 - 1, -(2**31), 2, 31, 32]) * len(sys.argv)
with_zero = jnp.array([3, -3, 0, -2, 2, -1, -1, 0, 5, -5]) * len(sys.argv)
for name, f in [("+", lambda a, b: a + a), ("*", lambda a, b: a * a), ("//", lambda a, b: a // jnp.where(b == 0, 1, b)), ("%", lambda a, b: a % jnp.where(b == 0, 1, b)),
                ("lax.div", lax.div), ("lax.rem", lax.rem), ("<<", lambda a, b: 1 << a), (">>", lambda a, b: b >> a), ("-", lambda a, b: -a), ("abs", lambda a, b: abs(a)),
                ("** 3", lambda a, b: a**3), ("sum", lambda a, b: a.sum()), ("cumsum", lambda a, b: jnp.cumsum(a))]:
    show(name, f(i, with_zero))
show("to int32", v.astype(jnp.int32)), show("to uint8", (i * 300).astype(jnp.uint8)), show("to int8", v.astype(jnp.int8))
show("to float", i.astype(jnp.float32))
show("uint32", (jnp.array([0, 1, 2**32 - 1], jnp.uint32) * jnp.uint32(len(sys.argv)) - jnp.uint32(1)))
