"""What the programs refusals_*.py begin with: arrays, and a function that prints a line for each of its functions."""
import re

import jax
import jax.numpy as jnp

x = jnp.arange(6.0).reshape(2, 3)
i = jnp.arange(3)
b = jnp.array([True, False, True])
key = jax.random.key(0)


def refused(*functions):
    """The error that each of them raises, without the addresses of functions."""
    for f in functions:
        try:
            f()
            print("ok")
        except Exception as e:
            print(f"{type(e).__name__}: {re.sub(' at 0x[0-9a-f]+', '', str(e).splitlines()[0])}")
