"""statistics: averages and spread of numbers.  Sums are exact, as fractions, and rounded once."""

from collections import Counter
from fractions import Fraction
from math import erf, exp, fsum, isqrt, log, sqrt, tau


class StatisticsError(ValueError):
    pass


def _numbers(data, least, name):
    data = list(data)
    if len(data) < least:
        what = "at least one data point" if least == 1 else "at least two data points"
        raise StatisticsError(f"{name} requires {what}")
    return data


def _exact(data):
    return sum(map(Fraction, data), Fraction(0))


def _like(value, data):
    """A Fraction as the kind of number that the data are."""
    if any(isinstance(x, float) for x in data):
        return float(value)
    if any(isinstance(x, Fraction) for x in data):
        return value
    return int(value) if value.denominator == 1 else value.numerator / value.denominator


def mean(data):
    data = _numbers(data, 1, "mean")
    return _like(_exact(data) / len(data), data)


def fmean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    if not fsum(weights):
        raise StatisticsError("sum of weights must be non-zero")
    return fsum(x * w for x, w in zip(data, weights)) / fsum(weights)


def geometric_mean(data):
    data = list(data)
    if not data or min(data) <= 0:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return exp(fmean(map(log, data)))


def harmonic_mean(data, weights=None):
    data = _numbers(data, 1, "harmonic_mean")
    if min(data) < 0:
        raise StatisticsError("harmonic mean does not support negative values")
    if min(data) == 0:
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    parts = [w / x for x, w in zip(data, weights)]
    return _like(_exact(weights) / _exact(parts), parts)


def median(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def mode(data):
    pairs = Counter(data).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(data)
    most = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld, result = len(data), []
    if ld < 2:
        raise StatisticsError("must have at least two data points")
    if method not in ("inclusive", "exclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    m = ld - 1 if method == "inclusive" else ld + 1
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        else:
            j = min(max(i * m // n, 1), ld - 1)
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _squares(data, center):
    center = _exact(data) / len(data) if center is None else Fraction(center)
    return sum(((Fraction(x) - center) ** 2 for x in data), Fraction(0))


def variance(data, xbar=None):
    data = _numbers(data, 2, "variance")
    return _like(_squares(data, xbar) / (len(data) - 1), data)


def pvariance(data, mu=None):
    data = _numbers(data, 1, "pvariance")
    return _like(_squares(data, mu) / len(data), data)


def _root(x):
    """The square root of a fraction, rounded once."""
    n, m = x.numerator, x.denominator
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        n, m = n, m << 2 * q
    else:
        n = n << -2 * q
    a = isqrt(n // m)
    a |= a * a * m != n
    return float(a * 2**q) if q >= 0 else a / 2**-q


def stdev(data, xbar=None):
    data = _numbers(data, 2, "stdev")
    return _root(_squares(data, xbar) / (len(data) - 1))


def pstdev(data, mu=None):
    data = _numbers(data, 1, "pstdev")
    return _root(_squares(data, mu) / len(data))


def _two(x, y, name):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return x, y, fsum(x) / len(x), fsum(y) / len(y)


def covariance(x, y, /):
    x, y, mx, my = _two(x, y, "covariance")
    return fsum((a - mx) * (b - my) for a, b in zip(x, y)) / (len(x) - 1)


def correlation(x, y, /):
    x, y, mx, my = _two(x, y, "correlation")
    sxy = fsum((a - mx) * (b - my) for a, b in zip(x, y))
    sxx, syy = fsum((a - mx) * (a - mx) for a in x), fsum((b - my) * (b - my) for b in y)
    if not sxx * syy:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / sqrt(sxx * syy)


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    x, y, mx, my = _two(x, y, "linear regression")
    if proportional:
        mx = my = 0.0
    sxx = fsum((a - mx) * (a - mx) for a in x)
    if not sxx:
        raise StatisticsError("x is constant")
    slope = fsum((a - mx) * (b - my) for a, b in zip(x, y)) / sxx
    made = namedtuple("LinearRegression", "slope intercept")
    return made(slope, 0.0 if proportional else my - slope * mx)


class NormalDist:
    """A normal distribution."""

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def zscore(self, x):
        return (x - self._mu) / self._sigma

    def __repr__(self):
        return f"NormalDist(mu={self._mu!r}, sigma={self._sigma!r})"

    def __eq__(self, other):
        return isinstance(other, NormalDist) and (self._mu, self._sigma) == (other._mu, other._sigma)

    def __hash__(self):
        return hash((self._mu, self._sigma))
