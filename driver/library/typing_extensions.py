"""typing_extensions: typing, and hints that came to it later."""

import warnings as _warnings
from functools import wraps as _wraps
from typing import *  # noqa: F403


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    """A decorator of functions and classes: calls warn with `message`, unless `category` is None."""
    def decorate(f):
        f.__deprecated__ = message
        if category is None or isinstance(f, type):
            return f

        @_wraps(f)
        def warned(*args, **kwargs):
            _warnings.warn(message, category, stacklevel=stacklevel + 1)
            return f(*args, **kwargs)
        return warned
    return decorate


class Doc:
    """The documentation of an annotated name."""

    def __init__(self, documentation, /):
        self.documentation = documentation
