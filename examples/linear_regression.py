# A line fitted to noisy points by 1,000 steps of gradient descent in a plain Python loop.
import jax
import jax.numpy as jnp

key_x, key_noise = jax.random.split(jax.random.key(0))
x = jax.random.uniform(key_x, (100,), minval=-1.0, maxval=1.0)
y = 3.0 * x + 0.5 + 0.1 * jax.random.normal(key_noise, (100,))


def loss(params):
    return jnp.mean((params["slope"] * x + params["offset"] - y) ** 2)


params = {"slope": jnp.array(0.0), "offset": jnp.array(0.0)}
for step in range(1000):
    value, grads = jax.value_and_grad(loss)(params)
    params = jax.tree.map(lambda p, g: p - 0.1 * g, params, grads)
    if step % 200 == 0:
        print(f"step {step:4d}  loss {value:.5f}")
print(f"slope {params['slope']:.3f}  offset {params['offset']:.3f}")
