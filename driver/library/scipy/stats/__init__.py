"""scipy.stats: distributions as objects, and summaries of samples."""

import numpy as np
from jax.scipy import stats as _stats
from scipy._mapped import mapped
from scipy.stats._distributions import Distribution
from scipy.stats._summary import (describe, entropy, iqr, kurtosis, linregress, pearsonr, skew, spearmanr, ttest_1samp, ttest_ind,
                                  ttest_rel, zscore)

__getattr__ = mapped("scipy.stats", _stats)
norm, uniform, expon, laplace, logistic, cauchy, t, chi2, gamma, beta, pareto, truncnorm, gumbel_r, gumbel_l, gennorm, vonmises = [
    Distribution(name, getattr(_stats, name)) for name in (
        "norm uniform expon laplace logistic cauchy t chi2 gamma beta pareto truncnorm gumbel_r gumbel_l gennorm "
        "vonmises").split()]
bernoulli, binom, poisson, geom, nbinom = [Distribution(name, getattr(_stats, name)) for name in (
    "bernoulli binom poisson geom nbinom").split()]
multivariate_normal = Distribution("multivariate_normal", _stats.multivariate_normal)


def gmean(a, axis=0):
    return np.exp(np.mean(np.log(a), axis=axis))


def hmean(a, axis=0):
    a = np.asarray(a)
    return (a.size if axis is None else a.shape[axis]) / np.sum(1.0 / a, axis=axis)
