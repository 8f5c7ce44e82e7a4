# Many random walks at once: keyed random numbers, vmap over keys, and statistics of where the walkers end.
import jax
import jax.numpy as jnp

WALKERS, STEPS = 1000, 400


def walk(key):
    steps = 2 * jax.random.bernoulli(key, 0.5, (STEPS,)).astype(jnp.int32) - 1
    path = jnp.cumsum(steps)
    return path[-1], jnp.max(jnp.abs(path)), jnp.sum(path == 0)


last, furthest, returns = jax.vmap(walk)(jax.random.split(jax.random.key(7), WALKERS))
print("first walkers end at", last[:10])
print(f"mean {last.mean():.3f}  standard deviation {last.std():.3f}  (theory: 0 and {STEPS ** 0.5:.3f})")
print("furthest from the start:", furthest.max(), " mean returns to the start:", returns.mean())
edges = range(-60, 60, 15)
for low in edges:
    n = int(((last >= low) & (last < low + 15)).sum())
    print(f"{low:4d} .. {low + 14:3d} {n:4d}")
