"""jax.experimental.compute_on: where to compute; there is one device."""


class compute_on:
    """Context manager and decorator that changes nothing."""

    def __init__(self, compute_type):
        if compute_type not in ("device_host", "tpu_sparsecore", "gpu_stream"):
            raise ValueError(f"Invalid compute type {compute_type!r}")

    def __enter__(self):
        return None

    def __exit__(self, *_):
        return None

    def __call__(self, f):
        return f
