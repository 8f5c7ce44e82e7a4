"""Seeds and bit generators: SeedSequence, MT19937, PCG64.

Words of entropy are computed while compiling where the seed is known then; mixing them is the executable's.
"""

import time

import numpy as np
from _cjax import host as core

_WORDS = {"mt19937": 628, "pcg64": 13}


def _int_words(n):
    """An int as 32-bit words, lowest first; one that only the executable knows has two."""
    if core.is_run_time(n):
        return [n % 2**32, n // 2**32 % 2**32]
    n = int(n)
    if n < 0:
        raise ValueError("expected non-negative integer")
    words = [n % 2**32]
    while n := n // 2**32:
        words.append(n % 2**32)
    return words


def _words(x):
    if isinstance(x, np.ndarray) and x.ndim:
        x = x.tolist()
    if isinstance(x, (list, tuple, range)):
        return [w for item in x for w in _words(item)]
    return _int_words(x)


class SeedSequence:
    """Entropy mixed into as many words of state as are wanted."""

    def __init__(self, entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0):
        if pool_size != 4:
            raise NotImplementedError("numpy.random.SeedSequence(pool_size=...) is not supported by cjax")
        self.entropy = time.time_ns() if entropy is None else entropy
        self.spawn_key, self.pool_size, self.n_children_spawned = tuple(spawn_key), pool_size, n_children_spawned

    def _assembled(self):
        own, spawned = _words(self.entropy), _words(self.spawn_key)
        if spawned:
            own = own + [0] * (4 - len(own))
        return np.array(own + spawned, dtype=np.uint32)

    def generate_state(self, n_words, dtype=np.uint32):
        wide = np.dtype(dtype) == np.uint64
        state, = core.random("seed sequence", [((n_words * (2 if wide else 1),), np.uint32)], self._assembled())
        if not wide:
            return state
        halves = state.reshape(n_words, 2).astype(np.uint64)
        return halves[:, 0] + (halves[:, 1] << np.uint64(32))

    def spawn(self, n_children):
        first = self.n_children_spawned
        self.n_children_spawned += n_children
        return [SeedSequence(self.entropy, spawn_key=self.spawn_key + (i,)) for i in range(first, first + n_children)]

    def __repr__(self):
        lines = ["SeedSequence(", f"    entropy={self.entropy!r},"]
        if self.spawn_key:
            lines.append(f"    spawn_key={self.spawn_key!r},")
        if self.n_children_spawned:
            lines.append(f"    n_children_spawned={self.n_children_spawned!r},")
        return "\n".join(lines + [")"])


class BitGenerator:
    """A source of random bits: `_state` is what core.random takes and gives."""

    _kind = None

    def __init__(self, seed=None):
        if self._kind is None:
            raise NotImplementedError("BitGenerator is a base class and cannot be instantized")
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        self._state, = core.random("seed " + self._kind, [((_WORDS[self._kind],), np.uint32)],
                                   self.seed_seq._assembled())

    def spawn(self, n_children):
        return [type(self)(seed) for seed in self.seed_seq.spawn(n_children)]

    def random_raw(self, size=None, output=True):
        n = 1 if size is None else int(np.prod(size))
        full = np.array([[0], [-1]], dtype=np.int64)
        out, self._state = core.random("integers", [((n,), np.uint64), (self._state.shape, np.uint32)], self._state, full)
        return out.item() if size is None else out.reshape(size)


class MT19937(BitGenerator):
    _kind = "mt19937"

    def _legacy_seeding(self, seed):
        """RandomState's seeds: an int of 32 bits, or a sequence of them."""
        results = [((628,), np.uint32)]
        if isinstance(seed, (list, tuple, range)) or (isinstance(seed, np.ndarray) and seed.ndim):
            seeds = np.asarray(seed)
            if seeds.size == 0:
                raise ValueError("Seed must be non-empty")
            self._state, = core.random("seed mt19937 array", results, seeds.astype(np.uint32))
            return
        if seed is None:
            seed = time.time_ns() % 2**32
        elif isinstance(seed, float):
            raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
        if not 0 <= seed < 2**32:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        self._state, = core.random("seed mt19937 legacy", results, np.array([seed], dtype=np.uint32))


class PCG64(BitGenerator):
    _kind = "pcg64"
