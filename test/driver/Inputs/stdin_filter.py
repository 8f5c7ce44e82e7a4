import sys
import jax, jax.numpy as jnp
@jax.jit
def step(s, z):
    mean, var = s
    k = var / (var + 1.0)
    return (mean + k * (z - mean), (1 - k) * var + 0.1)
s = (jnp.float32(0.0), jnp.float32(1.0))
while True:
    try:
        line = input()
    except EOFError:
        break
    z = float(line)
    s = step(s, z)
    print(f"{s[0]:.4f} {s[1]:.4f}")
print("done")
