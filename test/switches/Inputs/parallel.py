# Work that goes to several threads: a product, elementwise kernels, reductions along both axes, a softmax, a sort, a loop.
import jax
import jax.numpy as jnp

x = jax.random.normal(jax.random.key(len("seed")), (512, 512))
y = jnp.tanh(x @ x.T / 16)
s = jax.nn.softmax(y * 4, axis=1)
print(s[:2, :3], y.sum(), y.std(axis=0)[:4])
print(jnp.sort(y, axis=0)[256, :4], jnp.cumsum(y[0])[-1])
for i in range(10):
    x = jnp.sin(x) + 0.1 * y
print(x.sum(), jnp.linalg.norm(x))
