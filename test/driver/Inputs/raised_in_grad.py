import jax


def f(x):
    raise ValueError(f"x is {x}")


jax.grad(f)(1.0)
