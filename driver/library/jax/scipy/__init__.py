"""jax.scipy: special functions, distributions, linear algebra.  Its modules are read when they are named."""


def __getattr__(name):
    if name == "special":
        import jax.scipy.special as module
    elif name == "stats":
        import jax.scipy.stats as module
    elif name == "linalg":
        import jax.scipy.linalg as module
    else:
        raise AttributeError(f"module 'jax.scipy' has no attribute '{name}'")
    return module
