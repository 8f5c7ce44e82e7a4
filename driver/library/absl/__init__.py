"""absl: what programs for JAX use of Abseil's Python library."""
