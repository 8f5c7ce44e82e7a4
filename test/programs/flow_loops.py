# Loops over ranges, rows, zip and enumerate: rolled where the carried values keep their types.
import jax
import jax.numpy as jnp

x = jnp.arange(24.0).reshape(12, 2)
total, rows = jnp.zeros(2), 0
for row in x:
    total = total + row
    rows += 1
print(total, rows)
acc = 0.0
for i, (a, b) in enumerate(zip(x, x[::-1])):
    acc = acc + i * jnp.dot(a, b)
print(acc, i)
for i in range(10, 40, 3):
    total = total + jnp.array([i, -i])
print(total, i)
for i in range(30, 10, -2):
    total = total - i
print(total, i)
table = jnp.zeros((9, 9), int)
for i in range(9):
    for j in range(9):
        if (i + j) % 2:
            table = table.at[i, j].set(i * 10 + j)
print(table)
order = jax.random.permutation(jax.random.key(0), 40)
sums = []
for s in range(0, 40, 4):
    sums.append(jnp.sum(order[s : s + 4]))
print(jnp.stack(sums).sum(), len(sums))
k, best, where = jnp.uint32(7), jnp.uint32(0), 0
for step in range(100):
    k = k * jnp.uint32(1664525) + jnp.uint32(1013904223)
    if k > best:
        best, where = k, step
print(k, best, where)
p = {"w": jnp.ones(3), "m": [jnp.zeros(3), 0]}
for t in range(20):
    p["m"][0] = 0.9 * p["m"][0] + p["w"]
    p["m"][1] += 1
    p["w"] = p["w"] - 0.01 * p["m"][0]
print(p)
a, b = 0, 1
for _ in range(30):
    a, b = b, a + b
print(a, b)
h = []
for t in range(10):
    h.append(float(x[t, 0]) ** 2)
    h.append(x[t].sum())
print(len(h), h[3], h[4], sum(h))
words = []
for t in range(10):
    words.append(f"w{t}")
print(words)
key = jax.random.key(1)
for t in range(8):
    key, sub = jax.random.split(key)
    print(t, jax.random.normal(sub, (2,)))
v = jnp.array(1.0)
for t in range(50):
    v = v + 1 / (t + 1)
    if t % 10 == 9:
        print(f"{t:3d} {v:.4f}", "last" if t == 49 else "")
for t in range(12):
    v = jnp.concatenate([jnp.atleast_1d(v), jnp.zeros(1)])
print(v.shape)
