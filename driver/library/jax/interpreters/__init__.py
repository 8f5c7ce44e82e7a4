"""jax.interpreters: the rules of a program's own primitives."""

__lazy__ = ("ad", "batching", "mlir", "partial_eval")
