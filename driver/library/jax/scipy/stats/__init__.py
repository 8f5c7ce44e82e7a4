"""jax.scipy.stats: densities and distribution functions."""

from jax.scipy.stats import bernoulli, beta, expon, gamma, laplace, norm, poisson, uniform
