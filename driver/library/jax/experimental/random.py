"""jax.experimental.random: a generator that keeps its key."""

from jax._src.refs import new_ref


class StatefulPRNG:
    """A key, and a counter that every draw raises."""

    def __init__(self, base_key, counter):
        self._base_key, self._counter = base_key, counter

    def key(self, shape=()):
        from jax import random
        drawn = random.fold_in(self._base_key, self._counter[...])
        self._counter[...] = self._counter[...] + 1
        return random.split(drawn, shape) if shape else drawn

    def split(self, num):
        return StatefulPRNG(self.key(), new_ref(self._counter[...] * 0))

    def _draw(self, name, *args, **kwargs):
        from jax import random
        return getattr(random, name)(self.key(), *args, **kwargs)

    def random(self, size=None, dtype=float):
        return self._draw("uniform", _shape(size), dtype)

    def uniform(self, low=0.0, high=1.0, size=None, *, dtype=float):
        return self._draw("uniform", _shape(size), dtype, low, high)

    def normal(self, loc=0.0, scale=1.0, size=None, *, dtype=float):
        return loc + scale * self._draw("normal", _shape(size), dtype)

    def integers(self, low, high=None, size=None, *, dtype=int):
        low, high = (0, low) if high is None else (low, high)
        return self._draw("randint", _shape(size), low, high, dtype)


def _shape(size):
    return () if size is None else (size,) if isinstance(size, int) else tuple(size)


def stateful_rng(seed=None, *, impl=None):
    """A generator from a seed or a key."""
    from jax import numpy as jnp
    from jax import random
    if seed is None:
        raise TypeError("When used within a cjax program, seed must be specified.")
    key = random.key(seed, impl=impl) if isinstance(seed, int) else seed
    return StatefulPRNG(key, new_ref(jnp.zeros((), jnp.uint32)))
