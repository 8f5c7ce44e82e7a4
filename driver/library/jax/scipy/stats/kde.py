"""jax.scipy.stats.gaussian_kde: densities from samples (Scott 1992, Silverman 1986)."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax import random
from jax.scipy import linalg, special
from jax.tree_util import register_pytree_node


class gaussian_kde:
    """The mean of normal densities around the samples dataset[d, n]."""

    def __init__(self, dataset, bw_method=None, weights=None):
        core.check_arraylike("gaussian_kde", dataset)
        dataset = jnp.atleast_2d(dataset)
        if jnp.iscomplexobj(dataset):
            raise NotImplementedError("gaussian_kde does not support complex data")
        if not dataset.size > 1:
            raise ValueError("`dataset` input should have multiple elements.")
        d, n = dataset.shape
        if weights is None:
            (dataset,) = core.promote_dtypes_inexact("gaussian_kde", dataset)
            weights = jnp.full(n, 1.0 / n, dataset.dtype)
        else:
            dataset, weights = core.promote_dtypes_inexact("gaussian_kde", dataset, jnp.atleast_1d(weights))
            if weights.ndim != 1:
                raise ValueError("`weights` input should be one-dimensional.")
            if len(weights) != n:
                raise ValueError("`weights` input should be of length n")
            weights = weights / jnp.sum(weights)
        self.dataset, self.weights, self.neff = dataset, weights, 1 / jnp.sum(weights ** 2)
        factor = self._factor(bw_method, d)
        covariance = jnp.atleast_2d(jnp.cov(dataset, rowvar=True, bias=False, aweights=weights))
        self.covariance, self.inv_cov = covariance * factor ** 2, jnp.linalg.inv(covariance) / factor ** 2

    def _factor(self, method, d):
        if method is None or (isinstance(method, str) and method == "scott"):
            return jnp.power(self.neff, -1.0 / (d + 4))
        if isinstance(method, str) and method == "silverman":
            return jnp.power(self.neff * (d + 2) / 4.0, -1.0 / (d + 4))
        if not isinstance(method, str) and jnp.isscalar(method):
            return method
        if callable(method):
            return method(self)
        raise ValueError("`bw_method` should be 'scott', 'silverman', a scalar, or a callable.")

    d = property(lambda self: self.dataset.shape[0])
    n = property(lambda self: self.dataset.shape[1])

    def _points(self, points):
        if jnp.iscomplexobj(points):
            raise NotImplementedError("gaussian_kde does not support complex coordinates")
        points = jnp.atleast_2d(points)
        d, m = points.shape
        if d == self.d:
            return points
        if d == 1 and m == self.d:
            return points.reshape(self.d, 1)
        raise ValueError(f"points have dimension {d}, dataset has dimension {self.d}")

    def _logs(self, points):
        """log of the normal density at each point around each sample: [points, samples]."""
        whitening = linalg.cholesky(self.inv_cov, lower=True)
        x, y = points.T @ whitening, self.dataset.T @ whitening
        norm = jnp.sum(jnp.log(jnp.diag(whitening))) - 0.5 * self.d * math.log(2 * math.pi)
        return norm - 0.5 * jnp.sum(jnp.square(y[None] - x[:, None]), axis=-1)

    def evaluate(self, points):
        core.check_arraylike("evaluate", points)
        return jnp.sum(self.weights * jnp.exp(self._logs(self._points(points))), axis=1)

    def __call__(self, points):
        return self.evaluate(points)

    def pdf(self, x):
        return self.evaluate(x)

    def logpdf(self, x):
        core.check_arraylike("logpdf", x)
        return special.logsumexp(jnp.log(self.weights) + self._logs(self._points(x)), axis=1)

    def _convolved(self, mean, covariance):
        """The integral of the density times a normal one."""
        factor = linalg.cho_factor(covariance)
        norm = 1.0 / (math.sqrt(2 * math.pi) ** self.d * jnp.prod(jnp.diag(factor[0])))
        diff = self.dataset - mean[:, None]
        return norm * jnp.sum(jnp.exp(-0.5 * jnp.sum(diff * linalg.cho_solve(factor, diff), axis=0)) * self.weights)

    def integrate_gaussian(self, mean, cov):
        mean, cov = jnp.atleast_1d(jnp.squeeze(mean)), jnp.atleast_2d(cov)
        if mean.shape != (self.d,):
            raise ValueError(f"mean does not have dimension {self.d}")
        if cov.shape != (self.d, self.d):
            raise ValueError(f"covariance does not have dimension {self.d}")
        return self._convolved(mean, self.covariance + cov)

    def integrate_box_1d(self, low, high):
        if self.d != 1:
            raise ValueError("integrate_box_1d() only handles 1D pdfs")
        if jnp.ndim(low) != 0 or jnp.ndim(high) != 0:
            raise ValueError("the limits of integration in integrate_box_1d must be scalars")
        sigma = jnp.squeeze(jnp.sqrt(self.covariance))
        low, high = (jnp.squeeze((x - self.dataset) / sigma) for x in (low, high))
        return jnp.sum(self.weights * (special.ndtr(high) - special.ndtr(low)))

    def integrate_kde(self, other):
        if other.d != self.d:
            raise ValueError("KDEs are not the same dimensionality")
        few, many = (self, other) if self.n < other.n else (other, self)
        covariance = self.covariance + other.covariance
        parts = [many._convolved(few.dataset[:, i], covariance) for i in range(few.n)]
        return jnp.sum(jnp.stack(parts) * few.weights)

    def resample(self, key, shape=()):
        chosen, noise = random.split(key)
        at = random.choice(chosen, self.n, shape=shape, p=self.weights)
        eps = random.multivariate_normal(noise, jnp.zeros(self.d, self.covariance.dtype), self.covariance, shape=shape,
                                         dtype=self.dataset.dtype).T
        return self.dataset[:, at] + eps

    def integrate_box(self, low_bounds, high_bounds, maxpts=None):
        raise NotImplementedError("only 1D box integrations are supported; use `integrate_box_1d`")

    def set_bandwidth(self, bw_method=None):
        raise NotImplementedError("dynamically changing the bandwidth method is not supported")


def _restored(_, children):
    kde = gaussian_kde.__new__(gaussian_kde)
    kde.neff, kde.dataset, kde.weights, kde.covariance, kde.inv_cov = children
    return kde


register_pytree_node(gaussian_kde, lambda k: ((k.neff, k.dataset, k.weights, k.covariance, k.inv_cov), None), _restored)
