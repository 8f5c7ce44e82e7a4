"""Values that are None until a run-time condition holds, in functions of numbers; recorded from jax 0.10.2."""
# modes: interp O3
import jax.numpy as jnp
x = jnp.float32(0.3)
best = None
if jnp.sin(x) > 0.1:
    best = jnp.maximum(x, 0.5)
print(best if best is None else jnp.round(best, 3))
best = None
for i in range(10):
    x = jnp.sin(x * 3 + i)
    if x > 0.9:
        best = jnp.maximum(x, 0.5)
print(best if best is None else jnp.round(best, 3))
b = None
if jnp.sin(x) > 0.1:
    b = float(x)
print(b if b is None else round(b, 3), b is None or jnp.round(b, 2), b is None or abs(b))

x = jnp.float32(0.3)
items = [x]
for i in range(10):
    x = jnp.sin(x * 3 + i)
    if x > 0.5:
        items.append(x)
    print(float(items[-1]), int(items[-1] * 10), bool(items[-1] > 0.6), round(float(items[-1]), 2), f"{items[-1]:.2f}")
y = float(items[-1]) + 1
print(y, complex(items[-1]), len(items))
