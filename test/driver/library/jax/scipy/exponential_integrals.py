"""Exponential integrals, scaled erfc."""
# modes: interp O3
import jax
import jax.numpy as jnp

from jax.scipy import special as sp
x = jnp.array([0.0, 0.01, 0.3, 1.0, 1.5, 3.0, 10.0, 40.0, 80.0])


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (sp.exp1(x), sp.expn(jnp.arange(9), x), sp.expn(2, x[1:]), sp.expn(5, jnp.array([0.5, 2.0, -1.0])),))
show(lambda: (sp.expi(x), sp.expi(-x), sp.expi(jnp.array([0.36, 0.38, 30.0, 55.0])),))
show(lambda: (
    jax.grad(sp.exp1)(0.7),
    jax.grad(sp.expi)(1.7),
    jax.grad(lambda x: sp.expn(3, x))(0.5),
    jax.vmap(sp.expi)(x)[3], jax.jit(sp.exp1)(2.0),))
show(lambda: (
    sp.erfcx(jnp.array([-3.0, -1.0, 0.0, 0.5, 1.9, 2.1, 5.0, 30.0, 1e10])),
    jax.grad(sp.erfcx)(1.3),
    jax.grad(sp.erfcx)(4.0),))
show(lambda: (sp.exp1(1j),))
