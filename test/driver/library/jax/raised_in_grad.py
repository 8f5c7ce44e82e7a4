"""Messages that show values of a function that is differentiated."""
import jax
import jax.numpy as jnp


def negative(x):
    y = jnp.sum(x * 2)
    raise ValueError(f"x is {x}, y is {y}")


def formatted(x):
    return f"{x:.2f}"


def kind(x):
    raise TypeError(f"{type(x)}")


for f in (negative, formatted, kind, jax.jit(negative)):
    for x in (1.0, jnp.arange(2.0)):
        try:
            jax.grad(f)(x)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)


def caused(x):
    try:
        raise KeyError(f"inner {x}")
    except KeyError as e:
        cause = e
    raise ValueError("outer") from cause


try:
    jax.grad(caused)(2.0)
except ValueError as e:
    print(e, repr(e.__cause__))
