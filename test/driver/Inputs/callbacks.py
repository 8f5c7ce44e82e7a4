import sys

import jax
import jax.numpy as jnp
import numpy as np
from jax.experimental import io_callback

one = jax.ShapeDtypeStruct((), jnp.float32)


def total(x):
    return np.float32(np.sum(x))


def scaled(x, by):
    return {"twice": np.float32(2 * x)}


def tick(n):
    print("tick", n)


def fails(x):
    return x


def halves(z):
    return z, np.float16(np.real(z))


@jax.jit
def step(x):
    w, h = io_callback(halves, (jax.ShapeDtypeStruct((3,), jnp.complex64), jax.ShapeDtypeStruct((3,), jnp.float16)), x + 1j)
    return x + io_callback(total, one, x, ordered=True) + jnp.real(w) * 0 + h * 0


def attempt(f, *args):
    try:
        f(*args)
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


x = jnp.arange(3.0)
out = io_callback(scaled, {"twice": one}, jnp.float32(1), by=jnp.int32(2))
linked = float(out["twice"]) != 2.0
print(f"sum {jax.pure_callback(total, one, x):.1f},", f"half {out['twice']}" if linked else f"twice {out['twice']}")
print("each", jax.vmap(lambda x: jax.pure_callback(total, one, x, vmap_method="expand_dims"))(jnp.stack([x, 4 * x])))

grid = jnp.stack([x, 4 * x]) + jnp.zeros((2, 1, 1))
print("nested", jax.vmap(jax.vmap(lambda x: jax.pure_callback(total, one, x, vmap_method="sequential")))(grid).sum())


@jax.jit
def loop(state):
    def body(i, state):
        io_callback(tick, None, i, ordered=True)
        return state + io_callback(total, one, x, ordered=True) / 2
    return jax.lax.fori_loop(0, 3, body, state)


print(f"state {loop(jnp.float32(1.5)):.1f}")
attempt(jax.grad(lambda x: jax.pure_callback(total, one, x)), x)
attempt(jax.grad(lambda x: io_callback(total, one, x)), x)
attempt(jax.vmap(lambda x: jax.pure_callback(total, one, x)), jnp.ones((2, 3)))
attempt(jax.vmap(lambda x: io_callback(total, one, x, ordered=True)), jnp.ones((2, 3)))
attempt(lambda: print(io_callback(fails, one, jnp.float32(1))))
