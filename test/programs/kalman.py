# A Kalman filter over noisy positions: scan with a NamedTuple carry, matrix products, static shapes, f-strings.
# jax: 0.10.2
from typing import NamedTuple

import jax
import jax.numpy as jnp


class Belief(NamedTuple):
    mean: jax.Array
    spread: jax.Array


DT = 0.1
move = jnp.array([[1.0, DT], [0.0, 1.0]])
look = jnp.array([[1.0, 0.0]])
drift = 0.01 * jnp.eye(2)
NOISE = 0.25


def step(belief, seen):
    mean = move @ belief.mean
    spread = move @ belief.spread @ move.T + drift
    surprise = seen - (look @ mean)[0]
    total = (look @ spread @ look.T)[0, 0] + NOISE
    gain = (spread @ look.T)[:, 0] / total
    mean = mean + gain * surprise
    spread = spread - jnp.outer(gain, gain) * total
    return Belief(mean, spread), (mean[0], surprise)


truth = jnp.cumsum(jnp.full(60, 0.5) * DT)
seen = truth + NOISE * jax.random.normal(jax.random.key(3), (60,))
start = Belief(jnp.zeros(2), jnp.eye(2))
end, (track, surprises) = jax.lax.scan(step, start, seen)
print("position and speed", end.mean.round(3), "truth", truth[-1])
print("spread", end.spread.round(4))
error = jnp.sqrt(jnp.mean((track - truth)[20:] ** 2))
raw = jnp.sqrt(jnp.mean((seen - truth)[20:] ** 2))
print(f"error {error:.3f}, of the measurements {raw:.3f}, better: {bool(error < raw)}")
jump = jax.jit(jax.vmap(lambda s: step(start, s)[1][1]))(jnp.array([-1.0, 0.0, 2.0]))
print("surprise", jump, {"first": surprises[0], "n": surprises.shape})
