# Timing loops, NumPy arrays written in loops, tables, lists of arrays, bisection.
import sys, time
import jax, jax.numpy as jnp
import numpy as np
# timing idiom, run-time counts, strings
n = int(sys.argv[1]) if len(sys.argv) > 1 else 12
f = jax.jit(lambda x: jnp.tanh(x) * 1.5)
x = jnp.ones(4)
x = f(x)
t0 = time.perf_counter()
for _ in range(n):
    x = f(x)
x.block_until_ready()
dt = time.perf_counter() - t0
print("fast" if dt < 100 else "slow", dt > 0, x)
buf = np.zeros(10)
for i in range(10):
    buf[i] = i ** 2
print(buf)
z = np.zeros((10, 3))
k = jax.random.key(0)
for i in range(10):
    k, s = jax.random.split(k)
    z[i] = jax.random.uniform(s, (3,))
print(z.sum())
names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
for i, name in enumerate(names):
    x = x + i
    print(name, x[0])
for i in range(10):
    print(names[i], x[i % 4] * 2)
data = [(jnp.ones(2) * i, i) for i in range(10)]
acc = jnp.zeros(2)
for v, j in data:
    acc = acc + v * j
print(acc)
d = {"a": jnp.zeros(2), "b": jnp.ones(2)}
for step in range(25):
    for name in d:
        d[name] = d[name] * 0.9 + 1
    if step % 8 == 0:
        print(step, {q: round(float(v[0]), 3) for q, v in d.items()})
res = [jnp.sin(i * 0.1) for i in range(20)]
print(jnp.stack(res).sum())
m = max(res)
print(m, min(float(r) for r in res))
y = 0
for i in range(15):
    y = y + i if i % 2 else y - i
print(y)
w = jnp.zeros(3)
lo, hi = 0, 10
for it in range(40):
    mid = (lo + hi) / 2
    if mid * mid > 2:
        hi = mid
    else:
        lo = mid
print(lo, hi)
lo, hi = jnp.array(0.0), jnp.array(10.0)
for it in range(40):
    mid = (lo + hi) / 2
    if mid * mid > 2:
        hi = mid
    else:
        lo = mid
print(lo, hi, it)
