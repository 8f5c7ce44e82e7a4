"""jax.scipy: the modules of SciPy that JAX has."""

__lazy__ = ("cluster", "fft", "integrate", "interpolate", "linalg", "ndimage", "optimize", "signal", "sparse", "spatial",
            "special", "stats")
