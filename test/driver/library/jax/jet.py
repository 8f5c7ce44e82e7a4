"""Taylor coefficients along curves."""
# modes: interp O3
import jax
import jax.numpy as jnp

from jax.experimental.jet import jet


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (jet(jnp.sin, (0.5,), ((1.0, 0.0, 0.0),)), jet(lambda x: x ** 3, (2.0,), ((1.0, 0.5),)),))
show(lambda: (
    jet(lambda x, y: jnp.exp(x) * y, (0.3, jnp.array([1.0, 2.0])), ((1.0, 0.2), (jnp.ones(2),
    jnp.zeros(2)))),))
show(lambda: (jet(jnp.tanh, (jnp.array([0.1, 0.7]),), ((jnp.ones(2), jnp.zeros(2), jnp.zeros(2)),)),))
show(lambda: (jet(lambda a, b: {"p": a * b, "s": a + b}, (0.5, 2.0), ((1.0, 0.0), (0.5, 1.0))),))
show(lambda: (jet(lambda t: jnp.exp(jnp.sin(t)) / (1 + t ** 2), (0.5,), ((1.0, 0.0, 0.0, 0.0),), factorial_scaled=False)[1][:4],))
