"""Reads tables of text and writes them again."""
import numpy as np
import jax.numpy as jnp

x = np.loadtxt("points.csv", delimiter=",", skiprows=1)
print(x.shape, x.dtype, x.tolist())
a, b = np.loadtxt("points.csv", delimiter=",", skiprows=1, usecols=(2, 0), unpack=True)
print(a, b)
n = np.loadtxt("counts.txt", dtype=int)
print(n, n.dtype, n.shape)
print(np.loadtxt("counts.txt", max_rows=1, ndmin=2, dtype=np.float32))
g = np.genfromtxt("holes.csv", delimiter=",")
print(g)
print(np.genfromtxt("holes.csv", delimiter=",", filling_values=0.5, usecols=1))
np.savetxt("out.csv", jnp.asarray(x) * 2, delimiter=",", fmt="%.3f", header="a,b,c\nsecond", footer="end", comments="")
np.savetxt("ints.txt", n + 1, fmt="%d")
np.savetxt("full.txt", np.array([0.1, -2.5e-300]))
