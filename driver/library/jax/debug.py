"""jax.debug: printing from inside staged functions."""

from jax._src.callbacks import debug_callback as callback
from jax._src.debugging import breakpoint
from jax._src.debugging import debug_print as print


class DebugEffect:
    """What debug.print and debug.callback do."""


class OrderedDebugEffect(DebugEffect):
    """The same, in order."""


def log(fmt, *args, **kwargs):
    raise NotImplementedError("jax.debug.log is not supported by cjax: use jax.debug.print")


def inspect_array_sharding(value, *, callback):
    """callback of the placement of value: whole, on the one device."""
    from jax.sharding import array_sharding
    callback(array_sharding())


def visualize_array_sharding(arr, **options):
    raise ValueError("`visualize_sharding` requires `rich` to be installed.")  # as JAX says without that package


visualize_sharding = visualize_array_sharding
