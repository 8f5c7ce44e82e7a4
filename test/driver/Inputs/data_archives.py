"""Writes archives of arrays and reads them again."""
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file, save_file

w = jnp.arange(6.0).reshape(2, 3)
np.savez("a.npz", w, count=np.arange(3), flag=np.array(True))
jnp.savez("b", x=w * 2)
save_file({"layer.w": w, "b": jnp.ones(3, jnp.bfloat16), "n": np.int64([7])}, "m.safetensors", metadata={"made": "here"})
