import sys

import jax.numpy as jnp

x = jnp.sort(jnp.arange(1_000_000.0) * len(sys.argv))
print(x[500_000])
