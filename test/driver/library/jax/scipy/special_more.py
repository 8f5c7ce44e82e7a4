"""Special functions: Faddeeva, Dawson, Owen, sine and Fresnel integrals, hypergeometric, harmonics, complex gamma."""
# modes: interp O3
import jax
import jax.numpy as jnp

from jax.scipy import special as sp

x = jnp.array([-7.0, -3.5, -1.0, -0.2, 0.0, 0.3, 1.0, 1.7, 3.3, 5.0, 9.0, 30.0])


def show(*values):
    for v in values:
        print(v)


def refused(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


z = jnp.array([0.5 + 1j, -1.2 + 0.3j, 2.0 - 0.7j, 0.1j])
show(sp.wofz(z), sp.wofz(0.7), sp.erfcx(z), sp.dawsn(x), jax.grad(sp.dawsn)(0.8))
show(sp.owens_t(x[:, None], jnp.array([-2.0, 0.0, 0.5, 1.0, 3.0])), jax.grad(sp.owens_t, (0, 1))(0.4, 1.3))
show(*sp.sici(x), jax.jvp(sp.sici, (x[7:],), (x[7:],)), *sp.fresnel(x), jax.jacfwd(sp.fresnel)(1.1))
show(sp.spence(jnp.array([0.0, 0.2, 0.7, 1.0, 1.6, 2.5, 10.0, -1.0])))
a, b = jnp.array([0.5, 2.0, 3.5, 1.0]), jnp.array([1.5, 2.0, 0.7, 3.0])
show(sp.hyp1f1(a, b, jnp.array([0.3, 1.0, -2.0, 120.0])), sp.hyp1f1(0.0, 1.0, 3.0), jax.grad(sp.hyp1f1, (0, 1, 2))(1.2, 2.3, 0.6))
u = jnp.array([0.3, -0.8, 0.95, 1.0, 1.5])
show(sp.hyp2f1(0.5, 1.5, 2.7, u), sp.hyp2f1(1.0, 2.0, 4.0, 0.95), sp.hyp2f1(-2.0, 1.0, 2.5, u), sp.hyp2f1(2.0, 3.0, 1.5, 0.4))
show(jax.grad(sp.hyp2f1, (0, 1, 2, 3))(0.5, 1.5, 2.0, 0.3), jax.vmap(sp.hyp2f1, (0, 0, None, None))(a, b, 2.0, 0.1))
show(sp.bessel_jn(jnp.array([0.5, 2.0, 10.0]), v=3), sp.bessel_jn(1.5, v=1, n_iter=30))
p, dp = sp.lpmn(3, 3, jnp.array([0.2, -0.6]))
show(p, dp, sp.lpmn_values(2, 2, jnp.array([0.2, -0.6]), True))
n, m = jnp.array([0, 1, 3, 2]), jnp.array([0, -1, 2, -2])
show(sp.sph_harm_y(n, m, jnp.array([0.1, 1.0, 2.0, 3.0]), jnp.array([0.3, 4.0, 1.0, 2.0])))
show(sp.sph_harm_y(n[1:2], m[1:2], jnp.array([0.5]), jnp.array([0.3]), n_max=4))
show(sp.gamma(jnp.array([0.5 + 1j, -1.5 + 0.2j, -2.0 + 0j])), sp.loggamma(jnp.array([0.5 + 1j, -3.5 + 0.2j, 4.0 - 2j])))
show(sp.gammasgn(jnp.array([-1.5, -2.0, 0.0, -0.0, jnp.inf, -jnp.inf, jnp.nan])), sp.gamma(jnp.array([-1.5, -0.0, 3.0])))
show(sp.comb(5, jnp.arange(7.0)), sp.comb(4, 2, repetition=True), sp.comb(0, 0, repetition=True), sp.factorial(jnp.array([-1, 0, 5])))
refused(lambda: sp.dawsn(1j))
refused(lambda: sp.sici(jnp.array([1j])))
refused(lambda: sp.fresnel(1j))
refused(lambda: sp.spence(3))
refused(lambda: sp.hyp1f1(1j, 1.0, 2.0))
refused(lambda: sp.lpmn(1, 2, x))
refused(lambda: sp.sph_harm_y(n, m, x[:4], x[:4], diff_n=1))
refused(lambda: sp.factorial(4, exact=True))
