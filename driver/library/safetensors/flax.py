"""Arrays in .safetensors files, as jax's."""

import jax.numpy as jnp
from safetensors import numpy as _host


def load_file(filename):
    """The arrays of a file by name, of the types that jnp.asarray gives them."""
    return {name: jnp.asarray(x) for name, x in _host.load_file(filename).items()}


def save_file(tensors, filename, metadata=None):
    """Writes arrays by name when the program runs."""
    _host.save_file(tensors, filename, metadata)
