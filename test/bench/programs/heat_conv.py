# The heat equation on a 1024 x 1024 plate with cold edges, five points by a convolution: 20 steps in a loop.
# group: memory
import sys
import time

import jax
import jax.numpy as jnp
from jax import lax, random

SIDE, STEPS = 1024, 20
N = int(sys.argv[1]) if len(sys.argv) > 1 else 10
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1


def step(_, u):
    moved = lax.conv_general_dilated(u[None, None], kernel, (1, 1), "SAME")
    return u + 0.2 * moved[0, 0]


@jax.jit
def evolve(u):
    return lax.fori_loop(0, STEPS, step, u)


kernel = jnp.array([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])[None, None]
u = random.normal(random.key(SEED), (SIDE, SIDE))
u = jax.block_until_ready(evolve(u))

t0 = time.perf_counter()
for _ in range(N):
    u = evolve(u)
u.block_until_ready()
print("iterations", N)
print("ms_per_iter", (time.perf_counter() - t0) / N * 1e3)
print("check", jnp.std(u))
print("check", jnp.max(u))
