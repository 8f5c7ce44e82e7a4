"""jax.custom_batching: functions with a rule of their own for vmap."""

from jax._src.custom_batching import custom_vmap, sequential_vmap
