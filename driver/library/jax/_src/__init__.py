"""The transformations of jax, over the native module _cjax.transform."""
