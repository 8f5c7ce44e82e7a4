import sys

import jax.numpy as jnp
import numpy as np

x = jnp.load("w.npy") * int(sys.argv[1])
np.savetxt("x.csv", np.asarray(x), delimiter=",", fmt="%d")
np.save("x.npy", np.asarray(x))
print("sum", x.sum(), "of", x.shape)
if x.sum() > 100:
    raise ValueError(f"too large: {x.sum()}")
print("leaves with 3")
sys.exit(3)
