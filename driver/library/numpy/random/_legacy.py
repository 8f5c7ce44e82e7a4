"""RandomState: the streams of NumPy 1.16 and before, on MT19937."""

import numpy as np
from numpy.random._draws import Draws, count_of, is_scalar, outside, shape_of
from numpy.random._normal import normal_factor
from numpy.random._seeding import MT19937


class RandomState(Draws):
    _prefix = "legacy "

    def __init__(self, seed=None):
        if isinstance(seed, MT19937):
            self._own = seed
            return
        self._own = None
        self.seed(seed)

    @classmethod
    def _unseeded(cls):
        """The global one, which is seeded when it is used first."""
        state = cls.__new__(cls)
        state._own = None
        return state

    @property
    def _bits(self):
        if self._own is None:
            self.seed(None)
        return self._own

    @outside
    def seed(self, seed=None):
        bits = MT19937.__new__(MT19937)
        bits._legacy_seeding(seed)
        self._own = bits

    @outside
    def get_state(self, legacy=True):
        words = self._bits._state
        return ("MT19937", words[:624], int(words[624]), int(words[625]), 0.0)

    def random_sample(self, size=None):
        return self._sample("random", (), size)

    def random(self, size=None):
        return self._sample("random", (), size)

    def rand(self, *args):
        return self._sample("random", (), args if args else None)

    def standard_normal(self, size=None):
        return self._sample("standard_normal", (), size)

    def randn(self, *args):
        return self._sample("standard_normal", (), args if args else None)

    def standard_exponential(self, size=None):
        return self._sample("standard_exponential", (), size)

    def standard_gamma(self, shape, size=None):
        return self._sample("standard_gamma", (shape,), size)

    @outside
    def randint(self, low, high=None, size=None, dtype=int):
        if high is None:
            low, high = 0, low
        if isinstance(low, int) and isinstance(high, int) and high <= low:
            raise ValueError("low >= high")
        lows, shape, single = self._rows((low, high), size, np.int64)
        table = np.stack([lows[0], lows[1] - lows[0] - 1])
        out = self._draw("integers", table, shape, np.dtype(dtype))
        if not single:
            return out
        return out.item() if dtype is int or dtype is bool else out[()]

    def random_integers(self, low, high=None, size=None):
        return self.randint(1, low + 1, size) if high is None else self.randint(low, high + 1, size)

    def bytes(self, length):
        raise NotImplementedError("numpy.random.bytes is not supported by cjax")

    @outside
    def permutation(self, x):
        if is_scalar(x):
            return self._permutation(int(x))
        x = np.asarray(x)
        return np.take(x, self._permutation(x.shape[0]), 0)

    @outside
    def shuffle(self, x):
        order = self._permutation(len(x))
        if isinstance(x, np.ndarray):
            x[...] = np.take(x, order, 0)
        else:
            x[:] = [x[int(i)] for i in order]

    @outside
    def choice(self, a, size=None, replace=True, p=None):
        a, n = self._population(a, 0, size, ("a must be 1-dimensional or an integer",
                                             "a must be greater than 0 unless no samples are taken",
                                             "'a' cannot be empty unless no samples are taken"))
        if a is not None and hasattr(a, "ndim") and a.ndim != 1:
            raise ValueError("a must be 1-dimensional")
        shape = () if size is None else shape_of(size)
        if p is not None:
            p = self._checked(p, n, False)
        if not replace and count_of(shape) > n:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        if p is not None:
            idx = self._weighted(p, shape, replace)
            idx = idx.item() if size is None else idx
        elif replace:
            idx = self.randint(0, n, size)
        else:
            idx = self._permutation(n)[:count_of(shape)].reshape(shape)
            idx = idx.item() if size is None else idx
        return self._picked(a, idx, size)

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8):
        mean, cov = np.asarray(mean, np.float64), np.asarray(cov, np.float64)
        shape = (() if size is None else shape_of(size)) + mean.shape
        factor = normal_factor(mean, cov, "svd", check_valid, tol, of_right=True)
        x = self.standard_normal(shape).reshape(-1, mean.shape[0])
        return (x @ factor.T + mean).reshape(shape)

    def __repr__(self):
        return "RandomState(MT19937)"
