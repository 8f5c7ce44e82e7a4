"""bits.py -- lax.rng_bit_generator as XLA computes it on a CPU: Philox 4x32 (the default) and Threefry 2x32.

The state is uint32[4]: a key of two words and a counter of two, the lower first.  Sources: Salmon et al. 2011, Parallel
random numbers: as easy as 1, 2, 3; XLA's prng.cc.  The exporter and the library of cjaxc share this file.
"""
import math

import jax.numpy as jnp
from jax import lax


def _word(x):
    return jnp.uint32(x)


def _counters(state, n):
    # The counters state, state + 1, .., n of them, and the one behind them.
    steps = lax.iota(jnp.uint32, n)
    low, end = state[2] + steps, state[2] + _word(n)
    high = state[3] + (low < steps).astype(jnp.uint32)
    carry = (end < state[2]).astype(jnp.uint32)
    return low, high, jnp.stack([state[0], state[1], end, state[3] + carry])


def _philox(state, n):
    # n uint32, four of each counter.
    low, high, after = _counters(state, -(-n // 4))
    zero = jnp.zeros_like(low)
    x, key = [low, high, state[0] + zero, state[1] + zero], [state[0], state[1]]
    m0, m1 = _word(0xD2511F53) + zero, _word(0xCD9E8D57) + zero
    for _ in range(10):
        x = [lax.mulhi(x[2], m1) ^ x[1] ^ key[0], x[2] * m1, lax.mulhi(x[0], m0) ^ x[3] ^ key[1], x[0] * m0]
        key = [key[0] + _word(0x9E3779B9), key[1] + _word(0xBB67AE85)]
    return jnp.stack(x, axis=1).reshape(-1)[:n], after


def _threefry(state, shape, cipher):
    # The words of one counter lie beside each other along the first even axis, or else the longest, which is cut.
    if not shape:
        words, after = _threefry(state, (1,), cipher)
        return words.reshape(()), after
    even = [i for i, d in enumerate(shape) if d % 2 == 0]
    axis = even[0] if even else shape.index(max(shape))
    half = [*shape[:axis], -(-shape[axis] // 2), *shape[axis + 1:]]
    low, high, after = _counters(state, math.prod(half))
    a, b = cipher(state[0] + jnp.zeros_like(low), state[1] + jnp.zeros_like(low), low, high)
    pair = jnp.stack([a.reshape(half), b.reshape(half)], axis=axis + 1)
    whole = pair.reshape([*shape[:axis], 2 * half[axis], *shape[axis + 1:]])
    return lax.slice_in_dim(whole, 0, shape[axis], axis=axis), after


def random_bits(state, shape, bits, cipher=None):
    """(state behind, words of 8 to 32 bits as uint32), by Philox or by this threefry2x32(k1, k2, x1, x2)."""
    shape = tuple(shape)
    if cipher:
        words, after = _threefry(state, shape, cipher)
    else:
        words, after = _philox(state, math.prod(shape))
        words = words.reshape(shape)
    return after, words & _word(2**bits - 1)
