import jax.numpy as jnp
import numpy as np

jnp.save("a", jnp.arange(6.0).reshape(2, 3))
np.save("b.npy", np.arange(2) < 1)
np.save("c", np.float64(2.5))
np.save("d", jnp.zeros((0, 3), jnp.complex64))
np.save("e", [np.int8(-1)])
print("saved")
