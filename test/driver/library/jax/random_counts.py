"""Counts, and other ways to sample."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import random

k = random.key(3)


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    random.binomial(k, 10, 0.3, (8,)),
    random.binomial(k, 100, jnp.array([0.1, 0.5, 0.9, 0.99])),
    random.binomial(random.PRNGKey(1),
    jnp.array([5, 1000, -1]), 0.4),
    random.binomial(k, 50, jnp.array([0.0, 1.0, jnp.nan, 2.0])),
    random.binomial(k, 1e6, 0.25, (3,)),))
show(lambda: (
    random.multinomial(k, 20, jnp.array([0.2, 0.3, 0.5])),
    random.multinomial(k, jnp.array([5, 100]),
    jnp.array([[0.5, 0.5, 0.0], [0.1, 0.2, 0.7]])),
    random.multinomial(k, 8, jnp.ones(4) / 4, shape=(3, 4), dtype=jnp.float32),))
show(lambda: (random.binomial(k, 10, 0.3, (8,), dtype=int),))
show(lambda: (
    random.bernoulli(k, 0.3, (6,), mode="high"),
    random.gumbel(k, (4,), mode="high"),
    random.categorical(k, jnp.log(jnp.array([0.1, 0.2, 0.7])), shape=(6,), mode="high"),
    random.bernoulli(k, mode="x"),))
show(lambda: (
    random.multivariate_normal(k, jnp.zeros(2),
    jnp.array([[2.0, 0.5], [0.5, 1.0]]), method="eigh") ** 2, random.multivariate_normal(k, jnp.zeros(3),
    jnp.eye(2)),))
show(lambda: (
    jax.jit(lambda k, n: random.binomial(k, n, 0.3))(k, 20),
    jax.vmap(lambda k: random.binomial(k, 30, 0.5))(random.split(k, 4)),))
