import numpy as np
from safetensors.flax import load_file as load_jax
from safetensors.numpy import load_file

z = np.load("a.npz")
print(z.files, z["arr_0"].tolist(), z["count"], z["flag"])
print(np.load("b.npz")["x"])
m = load_file("m.safetensors")
print({name: (x.shape, str(x.dtype)) for name, x in m.items()})
print(m["layer.w"] + 1, m["n"], load_jax("m.safetensors")["b"])
