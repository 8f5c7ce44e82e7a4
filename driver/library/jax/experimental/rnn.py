"""jax.experimental.rnn: long short-term memories of several layers, whose weights are one vector.

The weights of a (pseudo-)layer are W_ih | W_hh, of all layers before their biases b_ih | b_hh, each with the gates input, forget,
cell, output.  What cuDNN computes on a GPU is computed here by scans, and differentiated by their rules.
"""

import math
from functools import partial
from typing import Any

from _cjax import numpy as core
from jax import lax, nn, random
from jax import numpy as jnp

PRNGKeyArray = Any
sigmoid, tanh = nn.sigmoid, nn.tanh


def _shapes(input_size, hidden_size, num_layers, bidirectional):
    """The shapes of the weights, in their order."""
    directions = 2 if bidirectional else 1
    shapes, wide = [], 4 * hidden_size
    for i in range(num_layers * directions):
        shapes += [(wide, input_size if i < directions else directions * hidden_size), (wide, hidden_size)]
    return shapes + [(wide,)] * (2 * num_layers * directions)


def get_num_params_in_lstm(input_size, hidden_size, num_layers, bidirectional):
    """How many weights there are."""
    return sum(math.prod(s) for s in _shapes(input_size, hidden_size, num_layers, bidirectional))


def init_lstm_weight(rng, input_size, hidden_size, num_layers, bidirectional):
    """Weights from the uniform distribution on (-k, k), k = sqrt(1 / hidden_size)."""
    count = get_num_params_in_lstm(input_size, hidden_size, num_layers, bidirectional)
    k = math.sqrt(1.0 / hidden_size)
    return random.uniform(rng, (count,), jnp.float32, -k, k)


def _pieces(weights, shapes):
    at = 0
    for shape in shapes:
        n = math.prod(shape)
        yield weights[at:at + n].reshape(shape)
        at += n


def swap_lstm_gates(weights, input_size, hidden_size, num_layers, bidirectional):
    """The weights with the last two gates of each exchanged."""
    out = []
    for w in _pieces(jnp.asarray(weights), _shapes(input_size, hidden_size, num_layers, bidirectional)):
        a, b, c, d = jnp.split(w, 4, axis=0)
        out.append(jnp.concatenate([a, b, d, c]).ravel())
    return jnp.concatenate(out)


def unpack_lstm_weights(weights, input_size, hidden_size, num_layers, bidirectional):
    """W_ih, W_hh, b_ih, b_hh: each by the number of the (pseudo-)layer."""
    pieces = list(_pieces(weights, _shapes(input_size, hidden_size, num_layers, bidirectional)))
    half = len(pieces) // 2
    return tuple(dict(enumerate(part[i::2])) for part in (pieces[:half], pieces[half:]) for i in (0, 1))


def _cell(W_ih, W_hh, b_ih, b_hh, carry, x):
    h, c = carry
    i, f, g, o = jnp.split(x @ W_ih.T + b_ih + h @ W_hh.T + b_hh, 4, axis=1)
    c = sigmoid(f) * c + sigmoid(i) * tanh(g)
    h = sigmoid(o) * tanh(c)
    return (h, c), (h, c)


def _run(cell, start, xs, lengths):
    """The outputs, 0 after the ends of the sequences, and the states at these."""
    _, (hs, cs) = lax.scan(cell, start, xs)
    last = (lengths - 1, jnp.arange(xs.shape[1]))
    inside = lengths[None] > jnp.arange(xs.shape[0], dtype=core.int32)[:, None]
    return jnp.where(inside[..., None], hs, 0), hs[last], cs[last]


def _flip(xs, lengths):
    """Each sequence reversed, its padding still at the end."""
    steps = xs.shape[0]
    at = (lengths[None] - 1 - jnp.arange(steps)[:, None]) % steps
    return xs[at, jnp.arange(xs.shape[1])[None]]


def lstm_ref(x, h_0, c_0, W_ih, W_hh, b_ih, b_hh, seq_lengths, input_size, hidden_size, num_layers, dropout, bidirectional):
    """y [batch, time, directions * hidden], h_n and c_n [layers * directions, batch, hidden] of x [batch, time, input]."""
    if seq_lengths.dtype != core.int32:
        raise NotImplementedError("`seq_lengths` can only be int32.")
    if dropout != 0.0:
        raise NotImplementedError("Dropout not supported in LSTM reference because we cannot determine CUDNN dropout mask.")
    xs, hs, cs = x.transpose(1, 0, 2), [], []
    for i in range(num_layers * (2 if bidirectional else 1)):
        cell = partial(_cell, W_ih[i], W_hh[i], b_ih[i], b_hh[i])
        back = bidirectional and i % 2 == 1
        ys, h, c = _run(cell, (h_0[i], c_0[i]), _flip(xs, seq_lengths) if back else xs, seq_lengths)
        if back:
            xs = jnp.concatenate([forth, _flip(ys, seq_lengths)], axis=-1)
        elif bidirectional:
            forth = ys
        else:
            xs = ys
        hs.append(h)
        cs.append(c)
    return xs.transpose(1, 0, 2), jnp.stack(hs), jnp.stack(cs)


def lstm(x, h_0, c_0, weights, seq_lengths, input_size, hidden_size, num_layers, dropout, bidirectional, precision=None):
    """lstm_ref with the weights as one vector."""
    sizes = input_size, hidden_size, num_layers
    unpacked = unpack_lstm_weights(weights, *sizes, bidirectional)
    return lstm_ref(x, h_0, c_0, *unpacked, seq_lengths, *sizes, dropout, bidirectional)
