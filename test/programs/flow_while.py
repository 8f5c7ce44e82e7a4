# while loops whose conditions are known while compiling: rolled when their bodies compute with arrays.
import jax.numpy as jnp
i, x = 0, jnp.array(1.0)
while i < 1000:
    x = jnp.cos(x)
    i += 1
print(x, i)
k, y = 1, jnp.arange(8.0)
while k < 8:
    y = y + jnp.roll(y, k)
    k *= 2
print(y, k)
n, t = 100, 0
while n > 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    t += 1
print(n, t)
def f(x, steps):
    s = 0
    while s < steps:
        x = x * 1.01
        s += 1
        if x > 2:
            return x, s
    return x, s
print(f(jnp.array(1.0), 200), f(jnp.array(1.0), 20))
t = 0.0
dt = 0.01
p = jnp.array([1.0, 0.0])
while t < 1.0:
    p = p + dt * jnp.array([p[1], -p[0]])
    t += dt
print(p, t)
