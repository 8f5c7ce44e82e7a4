"""Summaries and tests of samples, with scipy's formulas."""

from typing import NamedTuple

import numpy as np
from _cjax.host import host
from jax.scipy import special, stats


class DescribeResult(NamedTuple):
    nobs: object
    minmax: object
    mean: object
    variance: object
    skewness: object
    kurtosis: object


class SignificanceResult(NamedTuple):
    statistic: object
    pvalue: object


class PearsonRResult(SignificanceResult):
    pass


class TtestResult(SignificanceResult):
    def __repr__(self):
        return f"TtestResult(statistic={self[0]!r}, pvalue={self[1]!r}, df={self.df!r})"


class LinregressResult(NamedTuple):
    slope: object
    intercept: object
    rvalue: object
    pvalue: object
    stderr: object

    def __repr__(self):
        fields = [f"{name}={value!r}" for name, value in zip(self._fields, self)]
        return f"LinregressResult({', '.join(fields)}, intercept_stderr={self.intercept_stderr!r})"


def zscore(a, axis=0, ddof=0):
    a = np.asarray(a)
    return (a - a.mean(axis=axis, keepdims=True)) / a.std(axis=axis, ddof=ddof, keepdims=True)


def _moment(a, n, axis):
    return np.mean((a - a.mean(axis=axis, keepdims=True)) ** n, axis=axis)


def skew(a, axis=0, bias=True):
    a = np.asarray(a, np.float64)
    g, n = _moment(a, 3, axis) / _moment(a, 2, axis) ** 1.5, a.shape[axis]
    return g if bias else np.sqrt((n - 1.0) * n) / (n - 2.0) * g


def kurtosis(a, axis=0, fisher=True, bias=True):
    a = np.asarray(a, np.float64)
    k, n = _moment(a, 4, axis) / _moment(a, 2, axis) ** 2, a.shape[axis]
    if not bias:
        k = 1.0 / (n - 2) / (n - 3) * ((n**2 - 1.0) * k - 3 * (n - 1) ** 2.0) + 3.0
    return k - 3 if fisher else k


def describe(a, axis=0, ddof=1):
    a = np.asarray(a)
    return DescribeResult(a.shape[axis], (a.min(axis=axis), a.max(axis=axis)), a.mean(axis=axis), a.var(axis=axis, ddof=ddof),
                          skew(a, axis), kurtosis(a, axis))


def iqr(x, axis=None):
    high, low = np.percentile(x, [75, 25], axis=axis)
    return high - low


def entropy(pk, qk=None, base=None, axis=0):
    pk = np.asarray(pk) / np.sum(pk, axis=axis, keepdims=True)
    if qk is None:
        found = np.sum(host(special.entr)(pk), axis=axis)
    else:
        qk = np.asarray(qk) / np.sum(qk, axis=axis, keepdims=True)
        found = np.sum(host(special.rel_entr)(pk, qk), axis=axis)
    return found if base is None else found / np.log(base)


def _two_sided(t, df):
    """P(|T| > |t|) of Student's distribution."""
    t = np.asarray(t, np.float64)
    return host(special.betainc)(df / 2.0, 0.5, df / (df + t * t))


def _pair(name, x, y):
    """Two samples of one length, of rank 1."""
    if y is None:
        raise NotImplementedError(f"scipy.stats.{name}: one array for both samples is not supported by cjax")
    x, y = np.asarray(x), np.asarray(y)
    if x.ndim != 1 or y.ndim != 1:
        raise NotImplementedError(f"scipy.stats.{name}: arrays of rank {x.ndim} and {y.ndim} are not supported by cjax, only of 1")
    if len(x) != len(y):
        raise ValueError(f"{name}: `x` and `y` must have the same length")
    return x, y


def pearsonr(x, y, *, axis=0):
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    if axis is None:
        x, y, axis = x.ravel(), y.ravel(), 0
    n = x.shape[axis]
    if n != y.shape[axis]:
        raise ValueError("`x` and `y` must have the same length along `axis`.")
    if n < 2:
        raise ValueError("`x` and `y` must have length at least 2.")
    xm, ym = x - x.mean(axis=axis, keepdims=True), y - y.mean(axis=axis, keepdims=True)
    xm, ym = [v / np.sqrt(np.sum(v * v, axis=axis, keepdims=True)) for v in (xm, ym)]
    r = np.clip(np.sum(xm * ym, axis=axis), -1.0, 1.0)
    if n == 2:
        return PearsonRResult(np.round(r), r * 0.0 + 1.0)
    return PearsonRResult(r, _two_sided(r * np.sqrt((n - 2) / ((1.0 - r) * (1.0 + r))), n - 2))


def spearmanr(a, b=None):
    a, b = _pair("spearmanr", a, b)
    return SignificanceResult(*pearsonr(host(stats.rankdata)(a), host(stats.rankdata)(b)))


def linregress(x, y):
    x, y = [v.astype(np.float64) for v in _pair("linregress", x, y)]
    n = len(x)
    dx, dy = x - x.mean(), y - y.mean()
    xx, xy, yy = np.mean(dx * dx), np.mean(dx * dy), np.mean(dy * dy)
    if xx == 0.0:
        raise ValueError("Cannot calculate a linear regression if all x values are identical")
    r = np.clip(xy / np.sqrt(xx * yy), -1.0, 1.0) if yy != 0.0 else np.float64(0.0)
    slope = xy / xx
    if n == 2:
        p, error = np.float64(1.0 if y[0] == y[1] else 0.0), np.float64(0.0)
    else:
        t = r * np.sqrt((n - 2) / ((1.0 - r + 1.0e-20) * (1.0 + r + 1.0e-20)))
        p, error = _two_sided(t, n - 2), np.sqrt((1 - r**2) * yy / xx / (n - 2))
    found = LinregressResult(slope, y.mean() - slope * x.mean(), r, p, error)
    found.intercept_stderr = error * np.sqrt(xx + x.mean() ** 2)
    return found


def _ttest(t, df):
    found = TtestResult(t, _two_sided(t, df))
    found.df = df
    return found


def _samples(axis, *samples):
    """The samples in 64 bits, the axis of what is observed last."""
    samples = [np.asarray(a, np.float64) for a in samples]
    return [a.ravel() if axis is None else np.moveaxis(a, axis, -1) for a in samples]


def ttest_ind(a, b, *, axis=0, equal_var=True):
    a, b = _samples(axis, a, b)
    n, m, va, vb = a.shape[-1], b.shape[-1], np.var(a, axis=-1, ddof=1), np.var(b, axis=-1, ddof=1)
    if equal_var:
        df = n + m - 2.0
        scale = np.sqrt(((n - 1) * va + (m - 1) * vb) / df * (1.0 / n + 1.0 / m))
    else:
        df = (va / n + vb / m) ** 2 / ((va / n) ** 2 / (n - 1) + (vb / m) ** 2 / (m - 1))
        scale = np.sqrt(va / n + vb / m)
    t = (np.mean(a, axis=-1) - np.mean(b, axis=-1)) / scale
    return _ttest(t, np.asarray(df + 0.0 * t)[()])


def ttest_1samp(a, popmean, axis=0):
    mean = np.asarray(popmean, np.float64)
    if mean.ndim and axis is not None:
        mean = np.moveaxis(mean, axis, -1)[..., 0]
    a, = _samples(axis, a)
    t = (np.mean(a, axis=-1) - mean[()]) / np.sqrt(np.var(a, axis=-1, ddof=1) / a.shape[-1])
    return _ttest(t, np.full(t.shape, a.shape[-1] - 1)[()])


def ttest_rel(a, b, axis=0):
    a, b = _samples(axis, a, b)
    if a.shape[-1] != b.shape[-1]:
        raise ValueError("unequal length arrays")
    return ttest_1samp(a - b, 0.0, -1)
