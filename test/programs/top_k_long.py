# top_k of a long line: ties, nan, infinities, the last part, all integers.
# jax: 0.10.2
import jax
import jax.numpy as jnp
from jax import lax

x = jax.random.randint(jax.random.key(0), (4099,), 0, 500)
for k in (1, 3, 10, 16):
    for y in (x, x.astype(jnp.float32), x.astype(jnp.uint8), (x - 250).astype(jnp.int16)):
        values, index = lax.top_k(y, k)
        order = jnp.argsort(y, descending=True, stable=True)[:k]
        print(k, y.dtype, (index == order).all(), (values == y[order]).all())

y = jnp.zeros(3001).at[jnp.array([5, 1700, 3000, 2999])].set(jnp.array([-jnp.inf, jnp.nan, jnp.inf, 2.0]))
print(*lax.top_k(y, 5))
print(*lax.top_k(jnp.full(3001, jnp.iinfo(jnp.int32).min), 3))
print(*lax.top_k(jnp.full(3001, -jnp.nan), 3))
print(jax.grad(lambda x: lax.top_k(x * x, 3)[0].sum())(jnp.arange(1000.0))[-4:])
x = jax.random.randint(jax.random.key(1), (20001,), 0, 3)  # minima of parts are a long line again
values, index = lax.top_k(jnp.where(x == 1, -0.0, x * 0.5), 17)
print(values, index)
