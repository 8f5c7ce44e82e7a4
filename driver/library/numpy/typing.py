"""numpy.typing: hints."""

from typing import _Form

ArrayLike, DTypeLike, NDArray, NBitBase = [_Form(name) for name in ("ArrayLike", "DTypeLike", "NDArray", "NBitBase")]
