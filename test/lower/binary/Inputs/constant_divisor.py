import jax, jax.numpy as jnp
a = jnp.array([1.0, 3.2, -1.5])
print(a.sum(), a.mean(), a.var())
third, tenth = lambda s: s / 3, lambda s: s / 10
print(third(a[1] - 0.6), jax.jit(third)(a[1] - 0.6))
print(third(a.sum()), jax.jit(third)(a.sum()))
print(tenth(a[0] + a[1] + 0.1), jax.jit(tenth)(a[0] + a[1] + 0.1))
print(jax.lax.scan(lambda c, x: (c / 3, c / 7), 5.1, None, 3))
print(jnp.mean(jnp.array([0.1, 0.7, 0.9, 0.3, 0.5])))
