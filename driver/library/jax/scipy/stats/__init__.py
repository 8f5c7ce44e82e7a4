"""jax.scipy.stats: densities, distribution functions and summaries of samples."""

from jax.scipy.stats import (bernoulli, beta, betabinom, binom, cauchy, chi2, dirichlet, expon, gamma, gennorm, geom, gumbel_l,
                             gumbel_r, laplace, logistic, multinomial, multivariate_normal, nbinom, norm, pareto, poisson, t,
                             truncnorm, uniform, vonmises, wrapcauchy)
from jax.scipy.stats.kde import gaussian_kde
from jax.scipy.stats.summary import mode, rankdata, sem
