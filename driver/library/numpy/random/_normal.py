"""The factor of a covariance, of both kinds of streams."""

import warnings

import numpy as np


def normal_factor(mean, cov, method, check_valid, tol, of_right=False):
    """f with f f' = cov, as numpy.random computes it; of_right: from the right singular vectors, as RandomState does."""
    if method not in ("eigh", "svd", "cholesky"):
        raise ValueError("method must be one of {'eigh', 'svd', 'cholesky'}")
    if mean.ndim != 1:
        raise ValueError("mean must be 1 dimensional")
    if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
        raise ValueError("cov must be 2 dimensional and square")
    if mean.shape[0] != cov.shape[0]:
        raise ValueError("mean and cov must have same length")
    if method == "cholesky":
        return np.linalg.cholesky(cov)
    if check_valid not in ("warn", "raise", "ignore"):
        raise ValueError("check_valid must equal 'warn', 'raise', or 'ignore'")
    if cov.shape[0] > 25:
        raise NotImplementedError(f"multivariate_normal with method={method!r} of more than 25 dimensions, where the "
                                  "signs of LAPACK's vectors are not known; Generator's method='cholesky' has none")
    if method == "eigh":
        s, u = np.linalg.eigh(cov)
        _check(lambda: np.all(s >= -tol), check_valid)
        return u * np.sqrt(np.abs(s))
    u, s, v = np.linalg.svd(cov)
    _check(lambda: np.allclose(np.dot(v.T * s, v), cov, rtol=tol, atol=tol), check_valid)
    return (v.T if of_right else u) * np.sqrt(s)


def _check(is_valid, check_valid):
    if check_valid == "ignore" or is_valid():
        return
    if check_valid == "raise":
        raise ValueError("covariance is not symmetric positive-semidefinite.")
    warnings.warn("covariance is not symmetric positive-semidefinite.", RuntimeWarning, stacklevel=4)
