"""jax.experimental.random: a generator that keeps its key."""

import dataclasses

from jax._src.refs import Ref, new_ref
from jax.tree_util import register_dataclass


@register_dataclass
@dataclasses.dataclass(frozen=True)
class StatefulPRNG:
    """A key, and a counter that every draw raises."""

    _base_key: object
    _counter: Ref

    def key(self, shape=()):
        from jax import random
        if self._base_key.shape:
            raise ValueError("cannot operate on split stateful generator")
        drawn = random.fold_in(self._base_key, self._counter[...])
        self._counter[...] = self._counter[...] + 1
        shape = _shape(shape)
        return random.split(drawn, shape) if shape else drawn

    def split(self, num):
        """Generators for jax.vmap, in one object."""
        from jax import numpy as jnp
        return StatefulPRNG(self.key(num), new_ref(jnp.zeros(num, int)))

    def spawn(self, n_children):
        """A list of generators."""
        return [StatefulPRNG(key, new_ref(0)) for key in self.key(n_children)]

    def random(self, size=None, dtype=float):
        from jax import random
        return random.uniform(self.key(), _shape(size), dtype)

    def uniform(self, low=0, high=1, size=None, *, dtype=float):
        from jax import random
        return random.uniform(self.key(), _shape(size, low, high), minval=low, maxval=high, dtype=dtype)

    def normal(self, loc=0, scale=1, size=None, *, dtype=float):
        from jax import numpy as jnp
        from jax import random
        drawn = random.normal(self.key(), _shape(size, loc, scale), dtype)
        return (jnp.asarray(loc) + jnp.asarray(scale) * drawn).astype(dtype)

    def integers(self, low, high=None, size=None, *, dtype=int):
        from jax import random
        low, high = (0, low) if high is None else (low, high)
        return random.randint(self.key(), _shape(size, low, high), minval=low, maxval=high, dtype=dtype)


def _shape(size, *parameters):
    from jax import numpy as jnp
    if size is None:
        return jnp.broadcast_shapes(*[jnp.shape(p) for p in parameters])
    return (size.__index__(),) if hasattr(size, "__index__") else tuple(n.__index__() for n in size)


def stateful_rng(seed=None, *, impl=None):
    """A generator from a seed."""
    from jax import random
    if seed is None:
        raise TypeError("jax.experimental.random.stateful_rng without a seed is not supported by cjax")
    return StatefulPRNG(random.key(seed, impl=impl), new_ref(0))
