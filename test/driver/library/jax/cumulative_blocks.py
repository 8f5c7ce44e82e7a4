"""Running sums and products to the bit: blocks of 16 from both ends, 16-bit floats rounded after each step."""
# modes: interp O3
import jax, jax.numpy as jnp
from jax import lax, random
for dt in (jnp.float16, jnp.bfloat16, jnp.float32):
    for n in (1, 10, 16, 17, 300, 5000):
        x = random.uniform(random.key(n), (n,), jnp.float32).astype(dt) - 0.5
        for rev in (False, True):
            print(lax.cumsum(x, reverse=rev)[::max(1, n // 9)], lax.cumprod(1 + x / 8, reverse=rev)[::max(1, n // 9)])
    y = random.uniform(random.key(1), (40, 3), dt)
    print(jnp.cumsum(jnp.array([-0.0, 0.0], dt)), jnp.cumsum(y, axis=0)[-1], lax.cumsum(y, 0, reverse=True)[3], lax.cumsum(y.T, 1, reverse=True)[1])
    print(jax.grad(lambda x: (jnp.cumsum(x) * x).sum())(y[:, 0]))
    print(jnp.cumsum(jnp.arange(20)), lax.cumsum(jnp.arange(20), reverse=True)[:3], lax.cummax(y, 0, reverse=True)[::9])
