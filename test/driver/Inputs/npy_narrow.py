import sys

import jax.numpy as jnp
import numpy as np

if len(sys.argv) == 1:
    np.save("b.npy", jnp.arange(4, dtype=jnp.bfloat16))
    np.save("e4m3.npy", jnp.array([0.5, 1, 1.5], jnp.float8_e4m3fn))
    np.save("e5m2.npy", jnp.ones(2, jnp.float8_e5m2))
    jnp.savez("z.npz", b=jnp.arange(3, dtype=jnp.bfloat16), ones=np.ones(2))
else:
    b = np.load("b.npy").view(jnp.bfloat16)
    print(b, b.dtype)
    e = np.load("e4m3.npy").view(jnp.float8_e4m3fn)
    print(e, e.dtype)
    z = np.load("z.npz")
    print(z["b"].view(jnp.bfloat16), jnp.load("b.npy").dtype, z["ones"])
