"""Checks of jax.experimental.checkify in functions that are mapped or differentiated: kept inside, given back as results."""

# Which checkify is staging (0: none), and its checks.
watching = [0, None]


class Scoped:
    """fun, with the checks in it as a second result."""

    def __init__(self, checks, fun):
        self.checks, self.fun, self.inner = checks, fun, None
        self.__name__ = getattr(fun, "__name__", "function")

    def __call__(self, *args, **kwargs):
        self.inner = self.checks.inside()
        with self.inner:
            result = self.fun(*args, **kwargs)
        return result, self.inner.found()


def has_checks(fun):
    """Whether the checks in fun have to be given back."""
    return watching[0] and not isinstance(fun, Scoped)
