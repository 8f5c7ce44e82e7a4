"""jax.typing: names for hints."""

from typing import Any

ArrayLike = DTypeLike = Any
