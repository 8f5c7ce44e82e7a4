# Hamiltonian Monte Carlo on a logistic regression of 8 weights and 64 points: 100 proposals of 10 leapfrog steps.
# group: small-loop
import sys
import time

import jax
import jax.numpy as jnp
from jax import lax, random

POINTS, WEIGHTS, PROPOSALS, LEAPS, STEP = 64, 8, 100, 10, 0.05
N = int(sys.argv[1]) if len(sys.argv) > 1 else 20
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def potential(w):
    z = features @ w
    return jnp.sum(jnp.logaddexp(0.0, z) - labels * z) + 0.5 * jnp.sum(w * w)


slope = jax.grad(potential)


def leap(state, _):
    w, p = state
    p = p - 0.5 * STEP * slope(w)
    w = w + STEP * p
    return (w, p - 0.5 * STEP * slope(w)), None


def propose(w, key):
    key_p, key_u = random.split(key)
    p = random.normal(key_p, (WEIGHTS,))
    before = potential(w) + 0.5 * jnp.sum(p * p)
    (new, p), _ = lax.scan(leap, (w, p), None, length=LEAPS)
    after = potential(new) + 0.5 * jnp.sum(p * p)
    accept = jnp.log(random.uniform(key_u)) < before - after
    return jnp.where(accept, new, w), accept


@jax.jit
def chain(w, key):
    w, accepted = lax.scan(propose, w, random.split(key, PROPOSALS))
    return w, jnp.mean(accepted)


key_x, key_w, key = random.split(random.key(SEED), 3)
features = random.normal(key_x, (POINTS, WEIGHTS))
labels = (features @ random.normal(key_w, (WEIGHTS,)) > 0).astype(jnp.float32)
w, rate = jax.block_until_ready(chain(jnp.zeros(WEIGHTS), key))

t0 = time.perf_counter()
for i in range(N):
    w, rate = chain(w, random.fold_in(key, i))
w.block_until_ready()
print("iterations", N)
print("ms_per_iter", (time.perf_counter() - t0) / N * 1e3)
print("check", jnp.linalg.norm(w) > 0.1, jnp.isfinite(w).all())
print("check", (rate > 0.5).astype(int), labels.sum())
