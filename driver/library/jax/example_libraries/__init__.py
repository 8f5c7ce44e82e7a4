"""jax.example_libraries: optimisers and layers as pairs and triples of functions."""

__lazy__ = ("optimizers", "stax")
