# A double pendulum whose state is an array of four: 20,000 steps of Runge and Kutta's method per scan.
# group: small-loop
import sys
import time

import jax
import jax.numpy as jnp
from jax import lax, random

STEPS, DT, G = 20000, 1e-3, 9.81
N = int(sys.argv[1]) if len(sys.argv) > 1 else 20
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 7


def velocity(y):
    a, b, u, v = y
    d = a - b
    s, c = jnp.sin(d), jnp.cos(d)
    w = 1 + s * s
    p = (-G * (2 * jnp.sin(a) - jnp.sin(b) * c) - s * (v * v + u * u * c)) / w
    q = (2 * s * (u * u + G * jnp.cos(a)) + s * v * v * c - 2 * G * s * c) / w
    return jnp.stack([u, v, p, q])


@jax.jit
def advance(y):
    def step(y, _):
        k1 = velocity(y)
        k2 = velocity(y + 0.5 * DT * k1)
        k3 = velocity(y + 0.5 * DT * k2)
        k4 = velocity(y + DT * k3)
        return y + DT / 6 * (k1 + 2 * k2 + 2 * k3 + k4), None

    return lax.scan(step, y, None, length=STEPS)[0]


y = random.uniform(random.key(SEED), (4,), minval=-0.3, maxval=0.3)
y = jax.block_until_ready(advance(y))
t0 = time.perf_counter()
for _ in range(N):
    y = advance(y * 0.5)
jax.block_until_ready(y)
print("ms_per_iter", (time.perf_counter() - t0) / N * 1e3)
print("check", y)
