"""Relative entropies, dilogarithm, ndtri, digamma, betainc, logaddexp2 and exp1 of 64 bits: edges and derivatives."""
# modes: interp O3
import jax
import jax.numpy as jnp

from jax.scipy import special as sp
jax.config.update("jax_enable_x64", True)
inf, nan = float("inf"), float("nan")


def show(name, *arrays):
    for x in arrays:
        print(name, *["%.9g" % float(v) for v in jnp.atleast_1d(x)])


p = jnp.array([0.0, 2e-300, 0.3, 1.0, 2.0, 1e300, nan, -1.0, 3.0])
for f in sp.rel_entr, sp.kl_div:
    for q in 0.0, 0.299, 1.0, 2.5, 1e-300, 1e200, -2.0, nan:
        show(f.__name__, f(p, q), jax.jit(f)(p, q))
    x, y = jnp.array([0.0, 0.3, 2.0, 5.0, -1.0]), jnp.array([1.0, 0.30001, 2.0, 0.1, 2.0])
    show("slopes", *[jax.vmap(jax.grad(f, i))(x, y) for i in (0, 1)], jax.vmap(jax.grad(jax.grad(f, 0), 1))(x, y))
show("inf", sp.kl_div(inf, 2.0), sp.kl_div(2.0, inf), sp.rel_entr(2.0, inf), sp.rel_entr(0.0, inf))

x = jnp.array([-1.0, -0.0, 0.0, 1e-5, 0.2, 0.25, 0.7, 1.0, 1.5, 2.0, 2.01, 4.0, 4.1, 1e10, nan, inf])
show("spence", sp.spence(x), jax.jit(sp.spence)(x), jax.vmap(jax.grad(sp.spence))(x[4:7]), jax.vmap(jax.grad(sp.spence))(x[10:13]))
x = jnp.array([-0.1, 0.0, 1e-300, 1e-5, 0.135, 0.1354, 0.5, 0.86, 0.87, 0.999, 1.0, 1.1, nan])
show("ndtri", sp.ndtri(x), jax.jit(sp.ndtri)(x), jax.vmap(jax.grad(sp.ndtri))(x[3:10]))
x = jnp.array([-2.0, -1.3, -0.0, 0.0, 1e-300, 0.4, 0.5, 0.9, 1.0, 1.46, 1.5, 2.0, 2.1, 1e300, inf, nan])
show("digamma", sp.digamma(x), jax.jit(sp.digamma)(x), sp.polygamma(0, x), jax.vmap(jax.grad(sp.digamma))(x[5:13]))
a = jnp.array([0.0, 1e-20, 0.5, 2.0, 300.0, 1e10, inf, nan, -1.0])
for b in 0.0, 0.02, 3.0, 400.0, inf:
    for t in 0.0, 1e-5, 0.3, 0.9999, 1.0, nan:
        show("betainc", sp.betainc(a, b, t))
show("slope", jax.vmap(jax.grad(sp.betainc, 2), (0, None, None))(a[2:5], 1.5, 0.3))
x = jnp.array([-inf, -1.0, 0.0, -0.5, 3.0, 1e300, inf, nan])
for y in -inf, -1.5, 1e-300, 70.0, inf:
    show("logaddexp2", jnp.logaddexp2(x, y), jax.jit(jnp.logaddexp2)(x, y))
show("slopes", *[jax.vmap(jax.grad(jnp.logaddexp2, i))(x, x[::-1]) for i in (0, 1)])
for t in 2.23e-308, 1e-5, 0.3, 0.5, 0.6, 3.0:
    show("exp1", sp.exp1(t), sp.expi(t), sp.expi(-t))
