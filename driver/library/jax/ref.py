"""jax.ref: mutable references."""

from jax._src.arrays import empty_ref, free_ref
from jax._src.refs import Ref, freeze, new_ref
from jax._src.refs import ref_addupdate as addupdate
from jax._src.refs import ref_get as get
from jax._src.refs import ref_set as set  # noqa: A004
from jax._src.refs import ref_swap as swap
