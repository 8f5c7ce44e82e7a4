import numpy as np

for name in "abcde":
    x = np.load(name + ".npy")
    print(x, x.dtype, x.shape)
