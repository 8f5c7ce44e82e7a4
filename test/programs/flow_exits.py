# break, continue, else and return in loops under run-time conditions.
import jax
import jax.numpy as jnp


def first_above(xs, bound):
    for i in range(xs.shape[0]):
        if xs[i] > bound:
            return i, xs[i]
    return -1, jnp.array(0.0)


xs = jnp.arange(20.0) ** 1.5
for bound in (30.0, 1000.0):
    at, value = first_above(xs, bound)
    print(at, value)


def search(f, low, high):
    n = 0
    while True:
        n += 1
        mid = (low + high) / 2
        if jnp.abs(f(mid)) < 1e-4:
            return mid, n
        if f(mid) > 0:
            high = mid
        else:
            low = mid


print(search(lambda t: t * t - 2, jnp.array(0.0), jnp.array(2.0)))
x, skipped = jnp.array(0.0), 0
for i in range(100):
    if (x * 10).astype(int) % 3 == 1:
        skipped += 1
        x = x + 0.3
        continue
    x = x + 0.1
    if x > 5:
        print("left at", i)
        break
else:
    print("never left")
print(x, skipped, i)
for i in range(10):
    x = x + 0.1
    if x > 500:
        break
else:
    print("never left")
n = jnp.array(27)
steps = 0
while n != 1:
    n = jnp.where(n % 2 == 0, n // 2, 3 * n + 1)
    steps += 1
print(n, steps)
n, steps, peak = jnp.array(27), 0, jnp.array(0)
while n != 1 and steps < 50:
    if n % 2 == 0:
        n = n // 2
    else:
        n = 3 * n + 1
    if n > peak:
        peak = n
    steps += 1
print(n, steps, peak)


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(jnp.array(84), jnp.array(36)), gcd(84, 36))


@jax.jit
def power(x, n):
    result = jnp.ones_like(x)
    for i in range(16):
        result = result * x
    return result


print(power(jnp.array([1.1, 0.9]), 16))
i = 0
while i < 20:
    x = x * 0.5 + i
    i += 1
print(x, i)
