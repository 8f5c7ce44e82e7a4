"""What RandomState and Generator share: distributions of parameters, sizes, permutations."""

import numpy as np
from _cjax import host as core


def outside(method):
    """method, run outside of all functions being traced: its effect happens once, as Python's."""
    def draw(self, *args, **kwargs):
        return core.outside(method, self, *args, **kwargs)
    draw.__name__ = method.__name__
    return draw


def is_scalar(x):
    return not isinstance(x, (list, tuple, range)) and np.ndim(x) == 0


def shape_of(size):
    return (size,) if is_scalar(size) else tuple(size)


def count_of(shape):
    n = 1
    for d in shape:
        n *= d
    return n


class Draws:
    """`_bits` is the bit generator, `_prefix` chooses the algorithms."""

    _prefix = ""

    def _draw(self, name, params, shape, dtype=np.float64, room=None):
        """A flat draw, reshaped; params: rows, as the runtime takes them."""
        bits = self._bits
        n = count_of(shape)
        if n == 0:
            return np.zeros(shape, dtype)
        results = [((n,), dtype), (bits._state.shape, np.uint32)]
        if room is not None:
            results.append(room)
        found = core.random(self._prefix + name, results, bits._state, params)
        bits._state = found[1]
        return found[0].reshape(shape)

    def _rows(self, params, size, dtype):
        """Parameters as rows of 1, or of one for each result; the results' shape; whether it is one number."""
        scalars = True
        for p in params:
            scalars = scalars and is_scalar(p)
        if scalars:
            rows = [np.asarray(p, dtype).reshape(1) for p in params]
            shape = () if size is None else shape_of(size)
        else:
            arrays = np.broadcast_arrays(*[np.asarray(p, dtype) for p in params])
            shape = arrays[0].shape if size is None else shape_of(size)
            rows = [np.broadcast_to(a, shape).ravel() for a in arrays]
        table = np.stack(rows) if rows else np.zeros((0, 1), dtype)
        return table, shape, scalars and size is None

    @outside
    def _sample(self, name, params, size, dtype=np.float64):
        table, shape, single = self._rows(params, size, np.float64)
        out = self._draw(name, table, shape, dtype)
        return out.item() if single else out

    def _counts(self, name, params, size):
        return self._sample(name, params, size, np.int64)

    def _positive(self, **params):
        """NumPy's errors for parameters known to be out of range."""
        for name, p in params.items():
            if isinstance(p, (int, float)) and not core.is_run_time(p) and p < 0:
                raise ValueError(f"{name} < 0")

    # ---- distributions

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._sample("uniform", (low, high), size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        self._positive(scale=scale)
        return self._sample("normal", (loc, scale), size)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        self._positive(sigma=sigma)
        return self._sample("lognormal", (mean, sigma), size)

    def exponential(self, scale=1.0, size=None):
        self._positive(scale=scale)
        return self._sample("exponential", (scale,), size)

    def gamma(self, shape, scale=1.0, size=None):
        self._positive(shape=shape, scale=scale)
        return self._sample("gamma", (shape, scale), size)

    def beta(self, a, b, size=None):
        return self._sample("beta", (a, b), size)

    def chisquare(self, df, size=None):
        return self._sample("chisquare", (df,), size)

    def f(self, dfnum, dfden, size=None):
        return self._sample("f", (dfnum, dfden), size)

    def noncentral_chisquare(self, df, nonc, size=None):
        return self._sample("noncentral_chisquare", (df, nonc), size)

    def standard_t(self, df, size=None):
        return self._sample("standard_t", (df,), size)

    def standard_cauchy(self, size=None):
        return self._sample("standard_cauchy", (), size)

    def pareto(self, a, size=None):
        return self._sample("pareto", (a,), size)

    def weibull(self, a, size=None):
        return self._sample("weibull", (a,), size)

    def power(self, a, size=None):
        return self._sample("power", (a,), size)

    def laplace(self, loc=0.0, scale=1.0, size=None):
        self._positive(scale=scale)
        return self._sample("laplace", (loc, scale), size)

    def gumbel(self, loc=0.0, scale=1.0, size=None):
        self._positive(scale=scale)
        return self._sample("gumbel", (loc, scale), size)

    def logistic(self, loc=0.0, scale=1.0, size=None):
        self._positive(scale=scale)
        return self._sample("logistic", (loc, scale), size)

    def rayleigh(self, scale=1.0, size=None):
        self._positive(scale=scale)
        return self._sample("rayleigh", (scale,), size)

    def wald(self, mean, scale, size=None):
        return self._sample("wald", (mean, scale), size)

    def triangular(self, left, mode, right, size=None):
        return self._sample("triangular", (left, mode, right), size)

    def vonmises(self, mu, kappa, size=None):
        return self._sample("vonmises", (mu, kappa), size)

    def poisson(self, lam=1.0, size=None):
        if isinstance(lam, (int, float)) and not core.is_run_time(lam) and lam < 0:
            raise ValueError("lam < 0 or lam contains NaNs")
        return self._counts("poisson", (lam,), size)

    def binomial(self, n, p, size=None):
        return self._counts("binomial", (n, p), size)

    def negative_binomial(self, n, p, size=None):
        return self._counts("negative_binomial", (n, p), size)

    def geometric(self, p, size=None):
        return self._counts("geometric", (p,), size)

    def logseries(self, p, size=None):
        return self._counts("logseries", (p,), size)

    @outside
    def dirichlet(self, alpha, size=None):
        alpha = np.asarray(alpha, np.float64)
        shape = (() if size is None else shape_of(size)) + alpha.shape
        return self._draw("dirichlet", alpha.reshape(1, -1), shape)

    @outside
    def multinomial(self, n, pvals, size=None):
        pvals = np.asarray(pvals, np.float64)
        shape = (() if size is None else shape_of(size)) + pvals.shape
        how_many = np.broadcast_to(np.asarray(n, np.float64), pvals.shape)
        return self._draw("multinomial", np.stack([pvals, how_many]), shape, np.int64)

    # ---- permutations and choices

    def _permutation(self, n):
        return self._draw("permutation", np.array([[n]], dtype=np.int64), (n,), np.int64)

    def _population(self, a, axis, size, messages):
        if is_scalar(a):
            n = a.item() if hasattr(a, "item") else a
            if not isinstance(n, int):
                raise ValueError(messages[0])
            if n <= 0 and (size is None or count_of(shape_of(size))):
                raise ValueError(messages[1])
            return None, n
        a = np.asarray(a) if not isinstance(a, (list, tuple, range)) or not _has_texts(a) else a
        n = a.shape[axis] if hasattr(a, "shape") else len(a)
        if n == 0 and (size is None or count_of(shape_of(size))):
            raise ValueError(messages[2])
        return a, n

    def _checked(self, p, n, capital):
        p = np.asarray(p, np.float64)
        quote = "" if capital else "'"
        if p.ndim != 1:
            raise ValueError(f"{quote}p{quote} must be 1-dimensional")
        if p.size != n:
            raise ValueError(f"{quote}a{quote} and {quote}p{quote} must have same size")
        if np.any(p < 0):
            raise ValueError(f"{'P' if capital else 'p'}robabilities are not non-negative")
        if abs(np.sum(p) - 1.0) > 1.5e-8:
            raise ValueError("Probabilities do not sum to 1. See Notes section of docstring for more information."
                             if capital else "probabilities do not sum to 1")
        return p

    def _weighted(self, p, shape, replace):
        k = p.shape[0]
        room = ((2 * k,), np.float64)
        return self._draw("weighted" if replace else "distinct", p.reshape(1, k), shape, np.int64, room)

    def _picked(self, a, idx, size, axis=0):
        if a is None:
            return idx
        if not hasattr(a, "shape"):
            return a[idx] if size is None else [a[int(i)] for i in idx.ravel()]
        return np.take(a, idx, axis)


def _has_texts(a):
    for item in a:
        if isinstance(item, str):
            return True
    return False
