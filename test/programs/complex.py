# Complex numbers whose values only the executable knows: arithmetic, functions, loops, reductions, derivatives.
import sys

import jax
import jax.numpy as jnp
from jax import lax

one = jnp.array(float(len(sys.argv)))  # 1.0
x = one * jnp.array([0.5, -1.25, 2.0, 0.0, 3.0, 0.25, -0.5, 1.5, -2.5, 0.75])
y = one * jnp.array([1.5, 0.75, -2.0, 1.0, 0.0, 0.125, -1.0, 1.0, 0.5, -3.0])
z = lax.complex(x, y)
w = z * (0.5 - 1j) + 2
print(z, w.dtype)
print(z + w, z - w, z * w, sep="\n")
print(z / w, 1 / w, z / 2, sep="\n")
print(z**2, z**-1, w**0.5, w ** (1 + 1j), sep="\n")
for f in (jnp.exp, jnp.log, jnp.sqrt, jnp.sin, jnp.cos, jnp.tan, jnp.sinh, jnp.cosh, jnp.tanh, jnp.arcsin, jnp.arccos,
          jnp.arctan, jnp.arcsinh, jnp.arccosh, jnp.arctanh, jnp.expm1, jnp.log1p, jnp.exp2, jnp.sign, jnp.square):
    print(f.__name__, f(w))
print(abs(z), jnp.angle(z), z.real, z.imag, z.conj())
print(z == w, z != z, z < w, jnp.maximum(z, w), jnp.where(x > 0, z, w))
print(z.sum(), z.prod(), z.mean(), z.max(), z.min(), jnp.cumsum(z), jnp.cumprod(z), jnp.sort(z), jnp.argsort(z))
m = jnp.outer(z, w)
print(m.shape, m[1], (m @ z), jnp.vdot(z, w), jnp.einsum("ij,j->i", m, w), m.T[0, 1:3])
print(z[jnp.array([0, 3, 3])], z.at[1].set(0), z.at[jnp.array([0, 0])].add(1j), z.reshape(10, 1)[::2, 0])


def newton(c):
    """Steps of Newton's method on c^3 - 1, while it moves."""
    return lax.while_loop(lambda s: (abs(s[0] ** 3 - 1) > 1e-4) & (s[1] < 50),
                          lambda s: (s[0] - (s[0] ** 3 - 1) / (3 * s[0] ** 2), s[1] + 1), (c, 0))


roots, steps = jax.vmap(newton)(w)
print(roots.round(3) + 0, steps)
turned, path = lax.scan(lambda c, a: (c * jnp.exp(1j * a), c), 1 + 0j, x)
print(turned, path)
total = 0j
for k in range(4):
    total = total * (1 + 1j) + z[k]
print(total, complex(total).imag, f"{total:.3f}", z.tolist()[0])
print(jax.grad(lambda a: jnp.sum(jnp.abs(jnp.exp(1j * a) * z + a)))(x))
print(jax.grad(lambda c: jnp.sum(jnp.abs(c) ** 2 + jnp.log(c).imag))(w), jax.grad(lambda c: (c**3).sum(), holomorphic=True)(w))
print(jax.jacfwd(lambda c: c * c[0], holomorphic=True)(w[:2]), jax.jacrev(lambda c: c * c[0], holomorphic=True)(w[:2]))
out, pull = jax.vjp(lambda c: jnp.sinh(c) * 1j, w[:2])
print(out, pull(jnp.ones(2, jnp.complex64)))
big = (jnp.arange(200000.0) % 7 * one + 1j) * jnp.exp(1j * jnp.arange(200000.0) * one)
print(big.shape, abs(big).max(), (big * big.conj()).real.sum())
