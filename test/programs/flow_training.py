# A function that prints while it is traced, called in a rolled loop; the losses are kept in a list.
import jax
import jax.numpy as jnp

key = jax.random.key(0)
x = jax.random.normal(key, (100, 3))
w_true = jnp.array([1.0, -2.0, 0.5])
y = x @ w_true + 0.3
params = {"w": jnp.zeros(3), "b": 0.0}
def loss(p):
    return jnp.mean((x @ p["w"] + p["b"] - y) ** 2)
@jax.jit
def step(p):
    print("tracing step")
    g = jax.grad(loss)(p)
    return jax.tree.map(lambda a, b: a - 0.1 * b, p, g)
losses = []
for i in range(1000):
    params = step(params)
    if i % 250 == 0:
        print(f"{i:4d} {loss(params):.5f}")
    losses.append(loss(params))
print(params, len(losses), f"{losses[10]:.4f}")
count = {"n": 0}
@jax.jit
def g(v):
    count["n"] += 1
    return v * 1.01
v = jnp.ones(3)
for i in range(20):
    v = g(v)
print(v, count)
