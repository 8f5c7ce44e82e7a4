# Twenty oscillators in a ring, each drawn by its neighbours: 20,000 leapfrog steps per scan.
# group: small-loop
import sys
import time

import jax
import jax.numpy as jnp
from jax import lax, random

COUNT, STEPS, DT = 20, 20000, 1e-3
N = int(sys.argv[1]) if len(sys.argv) > 1 else 20
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 7


def force(x):
    left, right = x - jnp.roll(x, 1), jnp.roll(x, -1) - x
    return right - left + 0.25 * (right**3 - left**3)


@jax.jit
def advance(x, v):
    def step(state, _):
        x, v = state
        v = v + 0.5 * DT * force(x)
        x = x + DT * v
        return (x, v + 0.5 * DT * force(x)), None

    return lax.scan(step, (x, v), None, length=STEPS)[0]


x = random.normal(random.key(SEED), (COUNT,))
x, v = jax.block_until_ready(advance(x, jnp.zeros(COUNT)))
t0 = time.perf_counter()
for _ in range(N):
    x, v = advance(0.5 * x, 0.5 * v)
jax.block_until_ready(x)
print("ms_per_iter", (time.perf_counter() - t0) / N * 1e3)
print("check", jnp.sum(v * v) + jnp.sum((x - jnp.roll(x, 1)) ** 2))
