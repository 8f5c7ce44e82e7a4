"""jax.debug: printing from inside staged functions."""

from jax._src.debugging import breakpoint, callback
from jax._src.debugging import debug_print as print
