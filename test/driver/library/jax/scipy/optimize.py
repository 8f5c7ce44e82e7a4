"""Minimisation."""
# modes: interp O3
import jax
import jax.numpy as jnp

from jax.scipy.optimize import minimize
rosen = lambda x: jnp.sum(100.0 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)
res = minimize(rosen, jnp.array([-1.2, 1.0]), method="BFGS")


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (jnp.round(res.x, 2), res.success, res.fun < 1e-6,))
show(lambda: (minimize(lambda x, a: jnp.sum((x - a) ** 2), jnp.zeros(3), args=(jnp.arange(3.0),), method="BFGS"),))
show(lambda: (
    minimize(lambda x: jnp.sum((x - 1.5) ** 2 * jnp.arange(1, 4)),
    jnp.zeros(3), method="BFGS", options=dict(maxiter=2)),))
show(lambda: (
    minimize(lambda x: jnp.sum((x - 1.5) ** 2 * jnp.arange(1, 4)),
    jnp.zeros(3), method="l-bfgs-experimental-do-not-rely-on-this").x,))
show(lambda: (minimize(rosen, jnp.zeros(2), method="foo"),))
show(lambda: (minimize(rosen, jnp.zeros(2), args=3, method="BFGS"),))
show(lambda: (
    jax.jit(lambda x0: minimize(lambda x: (x[0] - 2) ** 2 + x[1] ** 4, x0, method="BFGS").x)(jnp.ones(2)).round(1),))
