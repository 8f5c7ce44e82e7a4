"""jax.extend.random: the generator of random bits."""

from _cjax import numpy as core
from _cjax import random as _native
from jax import random as _random


class PRNGImpl:
    """Threefry: what jax.random.key's impl can be."""

    name, tag, key_shape = "threefry2x32", "fry", (2,)

    def __repr__(self):
        return "fry"


threefry_prng_impl = PRNGImpl()


def seed_with_impl(impl, seed):
    if impl is not threefry_prng_impl:
        raise NotImplementedError("jax.extend.random.seed_with_impl: only threefry_prng_impl is supported by cjax")
    return _random.key(seed)


def random_seed(seeds, impl):
    return seed_with_impl(impl, seeds)


def threefry_2x32(keypair, count):
    """count, an array of uint32, encrypted by a pair of uint32."""
    from jax import numpy as jnp
    key1, key2 = (jnp.asarray(k) for k in keypair)
    flat = jnp.ravel(jnp.asarray(count))
    if not key1.dtype == key2.dtype == flat.dtype == core.uint32:
        raise TypeError("threefry_2x32 requires uint32 arguments")
    odd = flat.size % 2
    halves = jnp.concatenate([flat, jnp.zeros(odd, core.uint32)]).reshape(2, -1)
    out = jnp.concatenate(_native.threefry2x32(key1, key2, halves[0], halves[1]))
    return (out[:-1] if odd else out).reshape(jnp.shape(count))


def __getattr__(name):
    from jax._src.primitives import attribute
    if name != "threefry2x32_p":
        raise AttributeError(f"module 'jax.extend.random' has no attribute '{name}'")
    return attribute("jax.extend.random", name)
