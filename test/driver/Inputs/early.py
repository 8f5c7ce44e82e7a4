import jax
import jax.numpy as jnp

x = jax.random.normal(jax.random.key(0), (2000, 20))
y = x @ jnp.arange(20.0)


def loss(w):
    return jnp.mean((x @ w - y) ** 2)


@jax.jit
def step(w):
    return w - 0.1 * jax.grad(loss)(w)


w = jnp.zeros(20)
for i in range(300):
    if i % 200 == 0:
        print(f"loss at {i}: {loss(w):.6f}")
    w = step(w)
low = (x[:7] * 3).astype(jnp.bfloat16)
total = jnp.mean(jax.vmap(lambda r: (r @ w) ** 2)(x))
big = w[w > 5.5]
print(big.shape, big.dtype)
shape = (3,) if float(total) > 3 else (4,)
print(jnp.zeros(shape).shape)
print(len(low[low[:, 0] < 100]), low.dtype)
