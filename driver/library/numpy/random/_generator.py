"""Generator and default_rng: NumPy's present streams."""

import numpy as np
from numpy.random._draws import Draws, count_of, is_scalar, outside, shape_of
from numpy.random._legacy import RandomState
from numpy.random._normal import normal_factor
from numpy.random._seeding import PCG64, BitGenerator


class Generator(Draws):
    def __init__(self, bit_generator):
        self.bit_generator = self._bits = bit_generator

    @outside
    def _standard(self, name, size, dtype, out=None):
        if out is not None:
            out[...] = self._standard(name, out.shape, out.dtype)
            return out
        if np.dtype(dtype) not in (np.float64, np.float32):
            raise TypeError(f"Unsupported dtype dtype('{np.dtype(dtype)}') for {name}")
        x = self._draw(name, np.zeros((0, 1)), () if size is None else shape_of(size), np.dtype(dtype))
        return x.item() if size is None else x

    def random(self, size=None, dtype=np.float64, out=None):
        return self._standard("random", size, dtype, out)

    def standard_normal(self, size=None, dtype=np.float64, out=None):
        return self._standard("standard_normal", size, dtype, out)

    def standard_exponential(self, size=None, dtype=np.float64, method="zig", out=None):
        if method != "zig":
            raise NotImplementedError("Generator.standard_exponential(method='inv') is not supported by cjax")
        return self._standard("standard_exponential", size, dtype, out)

    def standard_gamma(self, shape, size=None, dtype=np.float64, out=None):
        if np.dtype(dtype) != np.float64 or out is not None:
            raise NotImplementedError("Generator.standard_gamma in float32 or with out= is not supported by cjax")
        return self._sample("standard_gamma", (shape,), size)

    @outside
    def integers(self, low, high=None, size=None, dtype=np.int64, endpoint=False):
        if high is None:
            low, high = 0, low
        if isinstance(low, int) and isinstance(high, int) and high < low + (0 if endpoint else 1):
            raise ValueError("high <= 0" if low == 0 else "low >= high" if not endpoint else "low > high")
        bounds, shape, single = self._rows((low, high), size, np.int64)
        table = np.stack([bounds[0], bounds[1] - bounds[0] - (0 if endpoint else 1)])
        out = self._draw("integers", table, shape, np.dtype(dtype))
        if not single:
            return out
        return out.item() if dtype is int or dtype is bool else out[()]

    @outside
    def permutation(self, x, axis=0):
        if is_scalar(x):
            return self._permutation(int(x))
        x = np.asarray(x)
        return np.take(x, self._permutation(x.shape[axis]), axis)

    @outside
    def shuffle(self, x, axis=0):
        if isinstance(x, np.ndarray):
            x[...] = np.take(x, self._permutation(x.shape[axis]), axis)
        else:
            x[:] = [x[int(i)] for i in self._permutation(len(x))]

    @outside
    def permuted(self, x, *, axis=None, out=None):
        x = np.asarray(x)
        if axis is None:
            result = np.take(x.ravel(), self._permutation(x.size)).reshape(x.shape)
        else:
            moved = np.moveaxis(x, axis, -1)
            n = moved.shape[-1]
            order = self._draw("permutation", np.array([[n]], dtype=np.int64), moved.shape, np.int64)
            result = np.moveaxis(np.take_along_axis(moved, order, -1), -1, axis)
        if out is None:
            return np.array(result)
        out[...] = result
        return out

    @outside
    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        a, n = self._population(a, axis, size, ("a must be a sequence or an integer",
                                                "a must be a positive integer unless no samples are taken",
                                                "a cannot be empty unless no samples are taken"))
        shape = () if size is None else shape_of(size)
        if p is not None:
            p = self._checked(p, n, True)
        if not replace and count_of(shape) > n:
            raise ValueError("Cannot take a larger sample than population when replace is False")
        if p is not None:
            idx = self._weighted(p, shape, replace)
        elif replace:
            idx = self.integers(0, n, shape)
        else:
            mask = 1
            while mask <= 1.2 * count_of(shape):
                mask *= 2
            room = ((max(n if n > 10000 else 0, mask),), np.int64)
            idx = self._draw("choice", np.array([[n], [int(shuffle)]], dtype=np.int64), shape, np.int64, room)
        return self._picked(a, idx.item() if size is None else idx, size, axis)

    def spawn(self, n_children):
        return [Generator(bits) for bits in self._bits.spawn(n_children)]

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8, *, method="svd"):
        mean, cov = np.asarray(mean, np.float64), np.asarray(cov, np.float64)
        shape = (() if size is None else shape_of(size)) + mean.shape
        factor = normal_factor(mean, cov, method, check_valid, tol)
        x = self.standard_normal(shape).reshape(-1, mean.shape[0])
        return (mean + x @ factor.T).reshape(shape)

    def __repr__(self):
        return f"Generator({type(self._bits).__name__})"


def default_rng(seed=None):
    """A Generator on PCG64, from a seed, a SeedSequence, a bit generator or a Generator."""
    if isinstance(seed, Generator):
        return seed
    if isinstance(seed, RandomState):
        return Generator(seed._bits)
    if isinstance(seed, BitGenerator):
        return Generator(seed)
    return Generator(PCG64(seed))
