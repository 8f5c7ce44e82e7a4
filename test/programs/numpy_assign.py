# Assignment to NumPy arrays: rows, masks, read-only arrays, what cannot be cast or broadcast.
# jax: 0.10.2
import numpy as np
import jax
import jax.numpy as jnp

m = np.arange(6.0)
a = np.arange(12).reshape(3, 4)
p = np.array([[1, 2], [3, 4]])
p[0], p[1] = p[1], p[0]
print(p)
p[[0, 1]] = p[[1, 0]]
print(p)
text = str(p)
p[0, 0] = 50
print(text, p)
j = jnp.asarray(p)
p[0, 0] = 51
print(j)
n = np.asarray(j)
try:
    n[0] = 1
except ValueError as e:
    print("ValueError:", e)
try:
    n += 1
except ValueError as e:
    print("ValueError:", e)
k = np.array(j)
k[0] = 1
print(k)
u = np.arange(3)
try:
    u += 1.5
except TypeError as e:
    print("TypeError:", e)
try:
    u[0:2] = [1, 2, 3]
except ValueError as e:
    print("ValueError:", e)
try:
    u[5] = 1
except IndexError as e:
    print("IndexError:", e)
try:
    u[5]
except IndexError as e:
    print("IndexError:", e)
u += jnp.ones(3, int)
print(type(u).__name__, u)
print(type(u + jnp.ones(3)).__name__)
g = np.zeros((2, 3))
for i in range(2):
    for jj in range(3):
        g[i, jj] = i * 10 + jj
print(g)
acc = np.zeros(3)
half = acc[:2]
for i in range(20):
    acc[i % 3] += i
print(acc, half)
def bump(x):
    x += 1
bump(acc)
print(acc, half)
d = {"w": acc}
d["w"] *= 2
print(acc, half)
h = np.split(np.arange(6), 3)
print(h)
e = np.arange(6)
parts = np.split(e, 2)
parts[1][0] = 42
print(e)
sq = np.zeros((1, 3))
np.squeeze(sq)[1] = 4
print(sq)
so = np.array([3, 1, 2])
print(so.sort(), so)
so.fill(7)
print(so)
e[...] = 1
print(e, e[-1], len(e), 1 in e, e.tolist(), e[2].item())
print(bool(np.array([1])), [x for x in np.array([1.5, 2])], np.array([1, 2]) == np.array([1, 3]))
e.flat[2] = 8
print(e, e.flags.writeable)
o = np.ones((2, 2))
o[:, 0] = [5, 6]
o[1] = 7
print(o, np.diagonal(o))
o[0] = np.array([[1, 2]])
print(o)
bigger = np.zeros((4, 4), dtype=int)
bigger[1:3, 1:3] = np.array([[1, 2], [3, 4]])
bigger[:, -1] = np.arange(4)
print(bigger)
bigger[bigger == 0] -= 1
print(bigger)
fl = np.flip(bigger)
fl[0, 0] = 77
print(bigger[-1, -1])
