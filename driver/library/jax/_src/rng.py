"""jax.lax.rng_bit_generator."""

from _cjax import numpy as core
from _cjax.primitive import bind
from jax._src.bits import random_bits

THREE_FRY = 1  # of lax.RandomAlgorithm; the default is Philox
_WIDTHS = {"uint8": 8, "uint16": 16, "uint32": 32}


def _cipher(k1, k2, x1, x2):
    return bind("threefry2x32", (k1, k2, x1, x2), 2)


def rng_bit_generator(key, shape, dtype=core.uint32, algorithm=0, *, out_sharding=None):
    """(state behind, random bits) of a state uint32[4]."""
    key, dtype = core.asarray(key), core.dtype(dtype)
    if key.shape != (4,) or key.dtype != core.uint32:
        raise TypeError(f"rng_bit_generator requires a key of uint32[4], got {key.dtype}{list(key.shape)}")
    if dtype.name not in _WIDTHS:
        raise NotImplementedError(f"lax.rng_bit_generator: dtype {dtype.name} is not supported by cjax; "
                                  "uint8, uint16 and uint32 are")
    state, bits = random_bits(key, tuple(shape), _WIDTHS[dtype.name], _cipher if algorithm == THREE_FRY else None)
    return [state, bits.astype(dtype)]
