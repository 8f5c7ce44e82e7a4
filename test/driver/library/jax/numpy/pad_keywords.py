"""jnp.pad: reflect_type, and keywords that a mode does not have."""
import jax.numpy as jnp
import numpy as np

x = jnp.arange(6.0).reshape(2, 3) ** 2
for mode in ("reflect", "symmetric"):
    for width in (1, 4, ((0, 3), (2, 0))):
        print(jnp.pad(x, width, mode, reflect_type="odd"))
print(jnp.pad(jnp.array([5]), 2, "reflect", reflect_type="odd"))
print(jnp.pad(x, 1, constant_values=((1, 2), (3, 4))))
print(np.pad(np.array([1, 4, 9]), (1, 5), "reflect", reflect_type="odd"))
for keywords in ({"mode": "edge", "constant_values": 1}, {"mode": "constant", "stat_length": 2}, {"mode": "odd"}):
    try:
        print(jnp.pad(x, 1, **keywords))
    except (ValueError, NotImplementedError) as e:
        print(type(e).__name__, e)
for mode in ("reflect", "symmetric"):
    try:
        print(jnp.pad(x, 1, mode, reflect_type="sideways"))
    except AssertionError:
        print("AssertionError")
