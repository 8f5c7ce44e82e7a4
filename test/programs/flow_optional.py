# A value or None: kept from one iteration to the next, printed, compared with None, used.
import jax
import jax.numpy as jnp

x = jnp.array(10.0)
best, best_step, best_params = float("inf"), None, None
params = {"w": jnp.ones(2)}
for step in range(30):
    x = x * 0.9 + jnp.sin(x)
    params = {"w": params["w"] * 0.95 + x}
    if x < best:
        best, best_step, best_params = x, step, params
print(best, best_step, f"{best:.3f} at {best_step}")
print(best_params["w"], best_step + 1)
found = None
for i in range(20):
    if found is None and x * i > 50:
        found = i
print(found, found is None)
missing = None
for i in range(20):
    if missing is None and x * i > 5000:
        missing = i
print(missing, missing is None, "none" if missing is None else "some")
prev = None
for i in range(50):
    x = jnp.cos(x)
    if prev is not None and abs(prev - x) < 1e-3:
        print("converged at", i)
        break
    prev = x


def lookup(v):
    if v > 0:
        return v * 2


print(lookup(x), lookup(-x))
result = lookup(x)
if result is not None:
    print("got", result + 1)
