import jax.numpy as jnp
def predict(x): return jnp.dot(x, 2.0)
def bad(x): return x.foo
print(jnp.ones(3))
