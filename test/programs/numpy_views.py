# Views of NumPy arrays share their contents, both ways; fancy indices and copies do not.
# jax: 0.10.2
import numpy as np
import jax
import jax.numpy as jnp

a = np.arange(12).reshape(3, 4)
v = a[1:]
a[1, 0] = 100
print(v)
v[0, 1] = -7
print(a)
w = v[:, 1:3]
w += 1000
print(a, v, w, sep="\n")
b = a
b *= 2
print(a[0], b is a)
t = a.T
t[0, 0] = 5
print(a[0, 0], t.shape, t.base is a.base or True)
r = a.ravel()
r[3] = -1
print(a)
f = a.flatten()
f[0] = 99
print(a[0, 0], f[0])
tr = a.T.ravel()
tr[0] = 123456
print(a[0, 0])
c = a.copy()
c[:] = 0
print(a.sum(), c.sum())
a[a > 100] = 3
print(a)
m = np.arange(6.0)
m[m > 2] = [10, 20, 30]
print(m)
m[[0, 1]] = m[[1, 0]]
print(m)
m[::2] -= 0.5
print(m)
fancy = m[[0, 1, 2]]
fancy[0] = 77
print(m[0], fancy)
s = np.float64(3)
q = s
q += 1
print(s, q)
z = np.array(3.0)
y = z
y += 1
print(z, y, repr(z), z.shape)
tot = m.sum()
keep = tot
tot += 1
print(tot - keep)
for row in a:
    row[0] = 9
    row += 1
print(a)
for i, row in enumerate(a):
    row[:] = i
print(a)
x, yy = np.zeros(2), np.ones(2)
x[:], yy[:] = yy, x
print(x, yy)
