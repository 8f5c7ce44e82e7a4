"""jax.stages: the types of what jit's functions give before they run."""

from typing import Any

from jax._src.aot import ArgInfo, Compiled, Lowered, Traced  # noqa: F401
from jax._src.jit import jit as _jit

CompilerOptions = dict[str, Any]
Wrapped = type(_jit(lambda: None))
