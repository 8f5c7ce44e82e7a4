"""jax.debug: printing from inside staged functions."""

from jax._src.callbacks import debug_callback as callback
from jax._src.debugging import breakpoint
from jax._src.debugging import debug_print as print
