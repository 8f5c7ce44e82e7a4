# Reverse mode of while_loop and of fori_loop with bounds that only the executable knows, which JAX refuses.
# modes: interp O3
import jax, jax.numpy as jnp
from jax import grad, jit, lax, vmap


def loop(x, n):
    return lax.while_loop(lambda c: c[0] < n, lambda c: (c[0] + 1, jnp.sin(c[1]) * 1.1), (0, x))[1]


def unrolled(x, n):
    for _ in range(n):
        x = jnp.sin(x) * 1.1
    return x


def same(a, b):
    print(bool(jnp.allclose(jnp.array(a), jnp.array(b), rtol=1e-4)))


same(grad(loop)(1.0, 5), grad(unrolled)(1.0, 5))
same([grad(loop)(1.0, 0), grad(loop)(1.0, 1)], [1.0, grad(unrolled)(1.0, 1)])
same(grad(grad(loop))(1.0, 4), grad(grad(unrolled))(1.0, 4))
same(jax.hessian(loop)(1.0, 4), grad(grad(unrolled))(1.0, 4))
same(jax.jvp(lambda x: loop(x, 5), (1.0,), (1.0,))[1], grad(unrolled)(1.0, 5))
same(jit(grad(jit(loop)))(1.0, 7), grad(unrolled)(1.0, 7))
same(vmap(grad(loop), (None, 0))(1.0, jnp.arange(4)), [grad(unrolled)(1.0, n) for n in range(4)])
same(vmap(grad(loop), (0, None))(jnp.arange(3.0), 3), [grad(unrolled)(float(x), 3) for x in range(3)])
# A value that the body closes over; the number of steps depends on the data.
power = lambda x, a: lax.while_loop(lambda c: c < 100.0, lambda c: c * a, x)
same(grad(power, (0, 1))(1.0, 3.0), (3.0**5, 5 * 3.0**4))
# More steps than states are kept: 2,500 and 40,000 of a state that is large and of a small one.
decay = lambda x, n: lax.fori_loop(0, n, lambda i, v: v * (1 - 1e-4), x).sum()
same(jit(grad(decay))(jnp.ones(3), 2500), jnp.full(3, (1 - 1e-4) ** 2500))
wide = jit(grad(lambda x, n: decay(x.reshape(-1), n)))(jnp.ones((200, 200)), 300)
same(wide[0, 0], (1 - 1e-4) ** 300)
# Where the program would catch JAX's error it is raised.
try:
    grad(loop)(1.0, 5)
except ValueError as e:
    print(e)
# A function that jit kept before a derivative was asked for.
kept = jit(loop)
same([kept(1.0, 3), grad(kept)(1.0, 3)], [unrolled(1.0, 3), grad(unrolled)(1.0, 3)])


@jit
def python_loop(x):
    n = 0
    while n < 3:
        x = jnp.sin(x) * 1.1
        n = n + 1
    while x > 0.01:
        x = x * 0.5
    return x


same(python_loop(1.0), python_loop(1.0))
print(bool(grad(python_loop)(1.0) > 0))
