"""The module where jax.tree_util is at home."""

from jax.tree_util import *  # noqa: F401,F403
