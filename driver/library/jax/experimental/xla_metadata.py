"""jax.experimental.xla_metadata: notes for another compiler."""


class set_xla_metadata:
    """Context manager, decorator, or a function of a value: changes nothing."""

    def __new__(cls, x=None, **kwargs):
        return object.__new__(cls) if x is None else x

    def __enter__(self):
        return None

    def __exit__(self, *_):
        return None

    def __call__(self, f):
        return f


def _noted(f=None, /, **metadata):
    return (lambda f: f) if f is None else f


xla_metadata_call = xla_metadata_call2 = must_fuse_call = _noted


def fuse_limit(limit):
    """Context manager that changes nothing."""
    return set_xla_metadata(limit=limit)
