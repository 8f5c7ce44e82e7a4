"""jax.block_until_ready of arrays that were donated, and of tracers that were kept.  Recorded from jax 0.10.2."""
# modes: interp O3
import jax
import jax.numpy as jnp

step = jax.jit(lambda x: x + 1, donate_argnums=0)
x = jnp.arange(3.0)
y = step(x)
try:
    jax.block_until_ready([y, x])
    print("no error")
except Exception as e:
    print(type(e).__name__, str(e)[:100])
try:
    jax.block_until_ready({"x": x})
    print("no error")
except Exception as e:
    print(type(e).__name__, str(e)[:100])
print(jax.block_until_ready([y, 3, "t"]))
kept = []
jax.jit(lambda v: kept.append(v) or v)(y)
try:
    jax.block_until_ready(kept)
    print("no error")
except Exception as e:
    print(type(e).__name__, str(e)[:60])
