"""What elementwise functions, jax.numpy.linalg and jax.numpy.fft refuse.

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
    lambda: x < "a",
    lambda: -b,
    lambda: ~x,
    lambda: b - b,
    lambda: x & x,
    lambda: x | 1,
    lambda: x << 1,
    lambda: i >> 1.0,
    lambda: x ^ x,
    lambda: +"a",
    lambda: x @ None,
    lambda: i[0] / "a",
    lambda: jnp.sin("a"),
    lambda: jnp.sin(None),
    lambda: jnp.sin([1.0]),
    lambda: jnp.exp(b"a"),
    lambda: jnp.bitwise_and(x, x),
    lambda: jnp.bitwise_not(x),
    lambda: jnp.left_shift(x, 1),
    lambda: jnp.logical_and(x, "a"),
    lambda: jnp.gcd(x, x),
    lambda: jnp.lcm(x, x),
    lambda: jnp.power(i, -1),
    lambda: i ** -1,
    lambda: i ** jnp.array(-1),
    lambda: jnp.maximum(x, i[:2]),
    lambda: jnp.minimum(x, "a"),
    lambda: jnp.clip(x, "a"),
    lambda: jnp.clip(x, 1j),
    lambda: jnp.clip(jnp.array(1j), 0, 1),
    lambda: jnp.round(x, 1.5),
    lambda: jnp.round(x, decimals="a"),
    lambda: jnp.floor(jnp.array(1j)),
    lambda: jnp.sign("a"),
    lambda: jnp.angle("a"),
    lambda: jnp.hypot(jnp.array(1j), x),
    lambda: jnp.logaddexp("a", x),
    lambda: jnp.isclose(x, "a"),
    lambda: jnp.allclose(x, i[:2]),
    lambda: jnp.array_equal(x, "a"),
    lambda: jnp.heaviside(1j, x),
    lambda: jnp.ldexp(x, x),
    lambda: jnp.frexp(jnp.array(1j)),
    lambda: jnp.modf("a"),
    lambda: jnp.nan_to_num("a"),
    lambda: jnp.real("a"),
    lambda: jnp.unwrap("a"),
    lambda: jnp.negative(b),
    lambda: jnp.subtract(b, b),
    lambda: jnp.mod(x, 1j),
    lambda: jnp.remainder(jnp.array(1j), x),
    lambda: jnp.floor_divide(jnp.array(1j), x),
    lambda: jnp.cbrt(jnp.array(1j)),
    lambda: jnp.linalg.inv(x),
    lambda: jnp.linalg.inv(i),
    lambda: jnp.linalg.det(x),
    lambda: jnp.linalg.det(i),
    lambda: jnp.linalg.solve(x, i),
    lambda: jnp.linalg.solve(jnp.eye(3), jnp.ones(4)),
    lambda: jnp.linalg.solve(jnp.eye(3), jnp.ones((4, 2))),
    lambda: jnp.linalg.cholesky(x),
    lambda: jnp.linalg.cholesky(i),
    lambda: jnp.linalg.qr(i),
    lambda: jnp.linalg.qr(x, mode="odd"),
    lambda: jnp.linalg.svd(i),
    lambda: jnp.linalg.eig(x),
    lambda: jnp.linalg.eigh(x),
    lambda: jnp.linalg.eigh(jnp.eye(2), UPLO="A"),
    lambda: jnp.linalg.norm(x, ord="odd"),
    lambda: jnp.linalg.norm(x, axis=3),
    lambda: jnp.linalg.norm(x, axis=(0, 1, 2)),
    lambda: jnp.linalg.norm(i, ord="fro"),
    lambda: jnp.linalg.norm(x, ord=5),
    lambda: jnp.linalg.norm("a"),
    lambda: jnp.linalg.matrix_power(x, 2),
    lambda: jnp.linalg.matrix_power(jnp.eye(2), 1.5),
    lambda: jnp.linalg.lstsq(x, jnp.ones(3)),
    lambda: jnp.linalg.lstsq(i, i),
    lambda: jnp.linalg.pinv(i),
    lambda: jnp.linalg.matrix_rank("a"),
    lambda: jnp.linalg.slogdet(x),
    lambda: jnp.linalg.cond(i),
    lambda: jnp.linalg.multi_dot([x, x]),
    lambda: jnp.linalg.tensorinv(x),
    lambda: jnp.linalg.cross(x, i[:2]),
    lambda: jnp.linalg.outer(x, x),
    lambda: jnp.linalg.trace(i),
    lambda: jnp.linalg.diagonal(i),
    lambda: jnp.linalg.vector_norm(x, ord="a"),
    lambda: jnp.linalg.matrix_norm(i),
)
