"""What reductions, products and operators refuse.

The lines are what JAX 0.10.2 prints, without the addresses of functions.
"""
# modes: interp
import re

import jax
import jax.numpy as jnp
from jax import lax

x = jnp.arange(6.0).reshape(2, 3)
i = jnp.arange(3)
b = jnp.array([True, False, True])
key = jax.random.key(0)


def refused(*functions):
    for f in functions:
        try:
            f()
            print("ok")
        except Exception as e:
            print(f"{type(e).__name__}: {re.sub(' at 0x[0-9a-f]+', '', str(e).splitlines()[0])}")


refused(
    lambda: jnp.sum(x, axis=2),
    lambda: jnp.sum(x, axis=(0, 0)),
    lambda: jnp.sum("a"),
    lambda: jnp.sum([1, 2]),
    lambda: jnp.sum(None),
    lambda: jnp.sum(x, out=x),
    lambda: jnp.sum(x, where=i),
    lambda: jnp.sum(x, where=b, initial=b),
    lambda: jnp.max(x, axis=3),
    lambda: jnp.max(jnp.zeros(0)),
    lambda: jnp.max(jnp.zeros((2, 0)), axis=1),
    lambda: jnp.max(x, where=b),
    lambda: jnp.min([]),
    lambda: jnp.argmax(jnp.zeros(0)),
    lambda: jnp.argmax(x, axis=2),
    lambda: jnp.argmax(x, axis=(0, 1)),
    lambda: jnp.mean("a"),
    lambda: jnp.mean(x, axis=-3),
    lambda: jnp.mean([1, 2]),
    lambda: jnp.var(x, axis=5),
    lambda: jnp.var(x, ddof=1, correction=2),
    lambda: jnp.std(x, axis=5),
    lambda: jnp.median(x, axis=5),
    lambda: jnp.quantile(x, 0.5, method="odd"),
    lambda: jnp.quantile(x, 0.5, axis=7),
    lambda: jnp.percentile(x, 50, method="odd"),
    lambda: jnp.cumsum(x, axis=2),
    lambda: jnp.cumsum("a"),
    lambda: jnp.cumprod(x, axis=5),
    lambda: jnp.average(x, weights=i),
    lambda: jnp.average(x, weights=jnp.ones(4), axis=0),
    lambda: jnp.average(x, axis=0, weights=jnp.ones((2, 2))),
    lambda: jnp.ptp(x, axis=5),
    lambda: jnp.any(x, axis=5),
    lambda: jnp.all("a"),
    lambda: jnp.count_nonzero(x, axis=5),
    lambda: jnp.nansum(x, axis=5),
    lambda: jnp.nanmean("a"),
    lambda: jnp.diff(x, n=-1),
    lambda: jnp.diff(x, axis=5),
    lambda: jnp.gradient(x, axis=5),
    lambda: jnp.gradient(jnp.ones(1)),
    lambda: jnp.cov(jnp.zeros((2, 2, 2))),
    lambda: jnp.convolve(x, i),
    lambda: jnp.convolve(i, i, mode="odd"),
    lambda: jnp.convolve(i, jnp.zeros(0)),
    lambda: jnp.correlate(x, i),
    lambda: jnp.interp(1, x, i),
    lambda: jnp.polyval(x, "a"),
    lambda: jnp.roots(x),
    lambda: jnp.sort(x, axis=3),
    lambda: jnp.sort("a"),
    lambda: jnp.sort(x, kind="quicksort"),
    lambda: jnp.argsort(x, axis=4),
    lambda: jnp.lexsort((x, i)),
    lambda: jnp.partition(x, 7),
    lambda: jnp.top_k,
    lambda: jnp.dot(x, x),
    lambda: jnp.dot(x, "a"),
    lambda: jnp.dot(i, jnp.ones(4)),
    lambda: jnp.matmul(x, x),
    lambda: jnp.matmul(x, 2),
    lambda: jnp.matmul(x, jnp.float32(2)),
    lambda: x @ x,
    lambda: x @ 2,
    lambda: 2 @ x,
    lambda: x @ "a",
    lambda: x @ jnp.ones(4),
    lambda: jnp.ones((2, 3, 4)) @ jnp.ones((3, 4, 2)),
    lambda: jnp.vdot(x, i),
    lambda: jnp.inner(x, jnp.ones(4)),
    lambda: jnp.tensordot(x, x, axes=1),
    lambda: jnp.tensordot(x, x, axes=3),
    lambda: jnp.tensordot(x, x, axes=((0,), (0, 1))),
    lambda: jnp.einsum("ij,jk", x, x),
    lambda: jnp.einsum("ij,jk->ik", x),
    lambda: jnp.einsum("ijk", x),
    lambda: jnp.einsum("ij->ik", x),
    lambda: jnp.einsum("i-j", x),
    lambda: jnp.einsum("ij->ii", x),
    lambda: jnp.cross(x, jnp.ones((2, 4))),
    lambda: jnp.cross(i, jnp.ones(4)),
    lambda: jnp.vecdot(x, i[:2]),
    lambda: jnp.add(x, i[:2]),
    lambda: jnp.add(x, "a"),
    lambda: jnp.add(x),
    lambda: jnp.add(x, None),
    lambda: jnp.add([1, 2], x),
    lambda: x + "a",
    lambda: x + None,
    lambda: x + [1, 2, 3],
    lambda: x + i[:2],
    lambda: "a" + x,
    lambda: x - "a",
    lambda: x / "a",
    lambda: x ** "a",
    lambda: x // "a",
    lambda: x % "a",
)
