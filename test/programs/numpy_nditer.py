# numpy.nditer: one array and several, writing, indices.
# modes: interp O3
import numpy as np
a = np.arange(6).reshape(2, 3)
for x in np.nditer(a): print(x, end=" ")
print()
b = a * 1.5
with np.nditer(b, op_flags=['readwrite']) as it:
    for x in it:
        x[...] = 2 * x
print(b)
it = np.nditer(a, flags=['multi_index'])
for x in it: print("%d <%s>" % (x, it.multi_index), end=" ")
print()
it = np.nditer(a, flags=['c_index', 'multi_index'])
while not it.finished:
    print(it[0], it.index, it.multi_index, end=" ")
    it.iternext()
print()
for x, y in np.nditer([np.arange(3), a]): print(x, y, x + y, end="; ")
print()
s = 0.0
for x in np.nditer(b): s += x
print(s, np.nditer(a).itersize)
out = np.zeros((2, 3))
it = np.nditer([a, out], flags=["multi_index"], op_flags=[["readonly"], ["readwrite"]])
for x, y in it: y[...] = x * it.multi_index[1]
print(out)
try: np.nditer(np.zeros(0))
except ValueError as e: print(e)
import numpy as np
b=np.arange(4.).reshape(2,2)
v=b[0,1,...]
v[...]=7
print(b,repr(v), repr(b[0,0]))
c = np.arange(6.).reshape(2, 3)
w = c[:1, 1:2].reshape(())
w[...] = 9
print(c, w, w.shape, repr(c[0, 1]), type(c[0, 1]), repr(c[1, ..., 2]), repr(c[..., 0]))
d = np.array(5.)
print(repr(d[...]), repr(d[()]), d[()] + 1)
e = d[...]
e[...] = 3
print(d)
