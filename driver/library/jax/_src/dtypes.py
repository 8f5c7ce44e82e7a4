"""jax._src.dtypes: what libraries take from there."""

from typing import Any as DType  # noqa: F401

from jax.dtypes import (bfloat16, canonicalize_dtype, finfo, iinfo, issubdtype, prng_key,  # noqa: F401
                        result_type, scalar_type_of)


class extended:
    """The kind of a program's own dtype."""


class ExtendedDType:
    """A program's own dtype, of which there can be no arrays here."""

