"""Loops within loops left by break, continue, else and return on run-time conditions; recorded from jax 0.10.2."""
# modes: interp O3
import jax
import jax.numpy as jnp


def countdown(limit, steps):
    x = jnp.float32(0)
    while True:
        x = x + 1
        if x > 3:
            for j in range(steps):
                x = x + j
                if x > limit:
                    break
            else:
                continue
            break
    return x, j


print(countdown(8, 5), countdown(8, 9), countdown(200, 5), countdown(200, 12))

x = jnp.float32(0)
while True:
    x = x + 1
    if x > 3:
        for j in range(5):
            x = x + j
            if x > 8:
                break
        else:
            x = x - 1
        if x > 8:
            break
print(x, j)

x = jnp.float32(0)
for i in range(10):
    x = x + 1
    if x > 3:
        for k in range(4):
            x = x + k
            if x > 8:
                break
        else:
            continue
        break
print(x, i, k)


def first_above(rows, limit):
    for r in range(3):
        for c in range(4):
            if rows[r, c] > limit:
                return r, c, rows[r, c]
    return None


rows = jnp.arange(12.0).reshape(3, 4)
print(first_above(rows, 6.5), first_above(rows, 100))

# The largest of the positive ones before the first that is above 2.
draws = jax.random.normal(jax.random.key(0), (50,))
best = None
for i in range(50):
    if draws[i] < 0:
        continue
    if best is None or draws[i] > best:
        best = draws[i]
    if draws[i] > 2:
        break
print(best, i)
