import numpy as np
from safetensors.numpy import save_file


def predict(params, x):
    return params["layer"]["w"] * x + params["b"]


w = np.arange(1, 4, dtype=np.float32)
save_file({"layer/w": w, "b": np.ones(3, np.float32)}, "a.safetensors")
np.savez("b.npz", **{"layer/w": w, "b": np.full(3, 10, np.float32)})
