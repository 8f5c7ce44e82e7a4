import jax.numpy as jnp
import numpy as np

with np.load("p.npz") as f:
    print(f, f.files, len(f), "b" in f, "zz" in f)
    y = f["hidden/w"] @ f["b"]
print(y.shape, y.dtype, y)
print(sorted(dict(np.load("p.npz"))))
print(jnp.exp(jnp.load("p.npz")["b"]))
try:
    f["none"]
except KeyError as e:
    print(e)
