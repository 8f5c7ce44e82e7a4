"""Distributions and special functions of jax.scipy; recorded from jax 0.10.2."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import lax
from jax.scipy import special, stats

x = jnp.array([-1.5, 0.2, 0.7, 2.5])
u = jnp.array([0.1, 0.5, 0.9])
k = jnp.arange(4)


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    special.gammainc(jnp.array([0.5, 2., 5.]),
    jnp.array([0.3, 2.5, 9.])), special.gammaincc(jnp.array([0.5, 2., 50.]),
    jnp.array([0.3, 2.5, 40.])), special.gammainc(2., jnp.array([0., jnp.inf, -1.])),))
show(lambda: (
    special.betainc(jnp.array([0.5, 2., 8.]), 3., jnp.array([0.1, 0.5, 0.95])), special.betainc(2., 3., jnp.array([0., 1.])),))
show(lambda: (special.i0(x), special.i0e(x * 20), special.i1(x), special.i1e(x * 20), jnp.i0(x), jnp.kaiser(5, 14.),))
show(lambda: (
    jax.grad(special.gammainc, argnums=(0, 1))(2., 1.5),
    jax.grad(special.betainc, argnums=2)(2., 3., 0.4),
    jax.grad(special.i0e)(0.5),
    jax.grad(special.i1e)(0.),
    jax.grad(special.gammaincc)(3., 5.),))
show(lambda: (
    special.zeta(jnp.array([2., 3.5]), 1.), special.zeta(2., jnp.array([0.5, 4.])), special.polygamma(1, jnp.array([1., 2.5])), special.polygamma(0, 3.), special.polygamma(3, 1.5),))
show(lambda: (
    special.multigammaln(5., 3), special.poch(3., 2.), special.comb(5, k), special.gammasgn(x), special.boxcox(2., jnp.array([0., 2.])), special.boxcox1p(2., 0.5),))
show(lambda: (
    lax.lgamma(2.5),
    lax.digamma(2.5),
    lax.igamma(2., 1.),
    lax.igammac(2., 1.),
    lax.betainc(1., 2., 0.5),
    lax.bessel_i0e(1.),
    lax.zeta(2., 1.),))
show(lambda: (
    stats.cauchy.logpdf(x), stats.cauchy.cdf(x, 1., 2.), stats.cauchy.sf(x), stats.cauchy.ppf(u), stats.cauchy.isf(u), stats.cauchy.logcdf(x), stats.cauchy.logsf(x),))
show(lambda: (
    stats.chi2.pdf(jnp.abs(x), 3.), stats.chi2.cdf(jnp.abs(x), 4), stats.chi2.sf(jnp.abs(x), 4), stats.chi2.logcdf(2., 3.), stats.chi2.logpdf(-1., 3),))
show(lambda: (
    stats.gamma.cdf(jnp.abs(x), 2.), stats.gamma.sf(jnp.abs(x), 2., scale=2.), stats.gamma.logsf(1., 2.), stats.beta.cdf(u, 2., 3.), stats.beta.sf(u, 2., 3.), stats.beta.logcdf(0.3, 2., 1.),))
show(lambda: (
    stats.dirichlet.pdf(jnp.array([.2, .3, .5]),
    jnp.array([1., 2., 3.])), stats.dirichlet.logpdf(jnp.array([.2, .3]),
    jnp.array([1., 2., 3.])),))
show(lambda: (
    stats.gennorm.logpdf(x, 1.5), stats.gennorm.cdf(x, 1.5), stats.geom.pmf(k, 0.3), stats.geom.logpmf(2, 0.5),))
show(lambda: (
    stats.gumbel_l.pdf(x), stats.gumbel_l.cdf(x), stats.gumbel_l.ppf(u), stats.gumbel_l.logsf(x), stats.gumbel_l.sf(x, 1., 2.), stats.gumbel_r.pdf(x), stats.gumbel_r.cdf(x), stats.gumbel_r.ppf(u), stats.gumbel_r.logsf(x), stats.gumbel_r.logcdf(x),))
show(lambda: (
    stats.logistic.logpdf(x), stats.logistic.cdf(x), stats.logistic.ppf(u), stats.logistic.isf(u), stats.logistic.sf(x, 1., 2.),))
show(lambda: (
    stats.binom.pmf(k, 5, 0.3), stats.nbinom.pmf(k, 3, 0.4), stats.betabinom.pmf(k, 5, 2., 3.), stats.multinomial.pmf(jnp.array([1, 2, 1]), 4, jnp.array([.2, .5, .3])), stats.multinomial.logpmf(jnp.array([1, 2, 2]), 4, jnp.array([.2, .5, .3])),))
show(lambda: (
    stats.multivariate_normal.logpdf(jnp.array([.1, .2]),
    jnp.zeros(2),
    jnp.array([[2., .5], [.5, 1.]])), stats.multivariate_normal.pdf(jnp.ones((3, 2)),
    jnp.zeros(2),
    jnp.eye(2)), stats.multivariate_normal.logpdf(1., 0., 2.),))
show(lambda: (
    stats.pareto.pdf(jnp.abs(x) + 0.5, 2.), stats.pareto.cdf(jnp.abs(x) + 0.5, 2.), stats.pareto.ppf(u, 3.), stats.pareto.logsf(2., 3.), stats.pareto.logcdf(2., 3.),))
show(lambda: (
    stats.t.logpdf(x, 3.), stats.t.pdf(x, 1, 0.5, 2.), stats.truncnorm.pdf(x, -1., 2.), stats.truncnorm.cdf(x, -1., 2.), stats.truncnorm.logpdf(x, 1., 3.), stats.truncnorm.sf(x, -2., 3.), stats.truncnorm.logcdf(x, -2., 3.),))
show(lambda: (
    stats.vonmises.logpdf(x, 2.), stats.wrapcauchy.logpdf(jnp.abs(x), 0.4), stats.expon.sf(x), stats.expon.ppf(u), stats.expon.logcdf(jnp.abs(x)), stats.uniform.ppf(u, 1., 2.), stats.norm.isf(u), stats.bernoulli.cdf(k, 0.3), stats.bernoulli.ppf(u, 0.3), stats.poisson.cdf(k, 2.),))
show(lambda: (
    stats.mode(jnp.array([2, 1, 2, 3, 1])), stats.mode(jnp.array([[1, 2], [1, 3]]), axis=0), stats.rankdata(jnp.array([0, 2, 3, 2])), stats.rankdata(jnp.array([0, 2, 3, 2]), method="min"), stats.rankdata(jnp.array([0, 2, 3, 2]), method="dense"), stats.sem(x), stats.rankdata(jnp.array([[0, 2], [3, 2]]), axis=1),))
show(lambda: (
    jax.grad(lambda d: stats.t.logpdf(1.0, d))(3.),
    jax.vmap(jax.grad(stats.gumbel_r.logpdf))(x),
    jax.grad(lambda s: stats.gamma.cdf(1.0, s))(2.),))
