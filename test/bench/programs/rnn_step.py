# A recurrent network of width 32 over a sequence of 1,000, one batch: tanh(x W + h U + b) and an output at each step.
# group: small-loop
import sys
import time

import jax
import jax.numpy as jnp
from jax import lax, random

WIDTH, STEPS = 32, 1000
N = int(sys.argv[1]) if len(sys.argv) > 1 else 40
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 5


def cell(h, x):
    h = jnp.tanh(x @ w + h @ u + b)
    return h, h @ out


@jax.jit
def run(h, xs):
    return lax.scan(cell, h, xs)


keys = random.split(random.key(SEED), 5)
w = random.normal(keys[0], (WIDTH, WIDTH)) / 6.0
u = random.normal(keys[1], (WIDTH, WIDTH)) / 6.0
b = 0.1 * random.normal(keys[2], (WIDTH,))
out = random.normal(keys[3], (WIDTH,))
xs = random.normal(keys[4], (STEPS, WIDTH))
h, ys = jax.block_until_ready(run(jnp.zeros(WIDTH), xs))

t0 = time.perf_counter()
for _ in range(N):
    h, ys = run(h, xs)
ys.block_until_ready()
print("iterations", N)
print("ms_per_iter", (time.perf_counter() - t0) / N * 1e3)
print("check", jnp.linalg.norm(h), ys[-1])
print("check", jnp.mean(ys))
