"""Order statistics, histograms, correlation, interpolation and convolution."""

import math

from _cjax import numpy as core
from jax import lax
from jax.numpy import reductions
from jax.numpy._util import broadcast_to, canonicalize_axes, promote_args, promote_args_inexact
from jax.numpy.indexing import where
from jax.numpy.manipulation import moveaxis
from jax.numpy.sorting import searchsorted, sort
from jax.numpy.ufuncs import clip, conj, isnan, sqrt

asarray = core.asarray
METHODS = ("linear", "lower", "higher", "midpoint", "nearest", "inverted_cdf")


def _spread_weights(name, a, weights, axis, method):
    """a and weights as floats of one shape."""
    if method != "inverted_cdf":
        raise NotImplementedError(f"{method} doesn't support weights. Only method 'inverted_cdf' supports weights.")
    a, weights = core.promote_dtypes_inexact(name, a, weights)
    if weights.shape == a.shape:
        return a, weights
    if axis is None:
        raise ValueError("Weights shape must match 'a' shape when axis is None.")
    axes = canonicalize_axes(axis, a.ndim)
    wanted = tuple(a.shape[i] for i in axes)
    if weights.shape != wanted:
        raise ValueError(f"Weights shape {weights.shape} must match reduction axes {wanted}")
    return a, lax.broadcast_in_dim(weights, a.shape, axes)


def _inverted_cdf(a, weights, q, nan):
    """For each q the first of the sorted values (last axis) at which the cumulative weight reaches q of the whole."""
    from jax.numpy.indexing import take_along_axis
    weights = lax.full_like(a, 1) if weights is None else weights
    weights = where(nan, 0, weights)
    total = lax.cumsum(weights, axis=a.ndim - 1)
    goal = q.reshape(q.shape + (1,) * a.ndim) * total[..., -1:]
    place = reductions.sum(total < goal, axis=-1, dtype=core.int32)
    place = clip(place, 0, a.shape[-1] - 1)
    source = lax.broadcast_in_dim(a, q.shape + a.shape, tuple(range(q.ndim, q.ndim + a.ndim)))
    return take_along_axis(source, place[..., None], axis=-1)[..., 0]


def _quantile(name, a, q, axis, method, keepdims, skip_nan, weights=None):
    if method not in METHODS:
        raise ValueError("method can only be 'linear', 'lower', 'higher', 'midpoint', 'nearest' or 'inverted_cdf'")
    a, q = core.promote_dtypes_inexact(name, a, q)
    result_dtype = a.dtype
    if core.issubdtype(a.dtype, core.complexfloating):
        raise ValueError("quantile does not support complex input, as the operation is poorly defined.")
    if weights is not None:
        a, weights = _spread_weights(name, a, weights, axis, method)
    if q.ndim > 1:
        raise ValueError("q must be have rank <= 1, got shape " + str(q.shape))
    axes = canonicalize_axes(axis, a.ndim)
    kept = tuple(i for i in range(a.ndim) if i not in axes)
    shape = tuple(1 if i in axes else a.shape[i] for i in range(a.ndim))
    rest = tuple(a.shape[i] for i in kept)
    flat = rest + (math.prod(a.shape[i] for i in axes),)
    if not flat[-1] and 0 not in rest:
        raise TypeError(f"Slice size at index {len(rest)} in gather op is out of range, must be within [0, 0 + 1), got 1.")
    a = lax.reshape(lax.transpose(a, kept + axes), flat)
    n = a.shape[-1]
    if weights is None:
        a = sort(a, axis=-1)
    else:
        weights = lax.reshape(lax.transpose(weights, kept + axes), flat)
        a, weights = lax.sort((a, weights), dimension=a.ndim - 1, num_keys=1)
    nan = isnan(a)
    if skip_nan:
        count = reductions.sum(~nan, -1).astype(a.dtype)
    else:
        a = where(reductions.any(nan, -1, keepdims=True), math.nan, a)
        count = lax.full(rest, n, a.dtype)
    if method == "inverted_cdf":
        result = _inverted_cdf(a, weights, q, nan).astype(result_dtype)
        return lax.reshape(result, q.shape + shape) if keepdims else result
    # Positions along the sorted axis, with the axis of q in front.
    position = lax.broadcast_in_dim(q, q.shape + rest, tuple(range(q.ndim))) * (
        lax.broadcast_in_dim(count, q.shape + rest, tuple(range(q.ndim, q.ndim + len(rest)))) - 1)
    low, high = lax.floor(position), lax.ceil(position)
    weight = position - low
    low, high = (clip(p, 0, n - 1).astype(core.int32) for p in (low, high))
    source = lax.broadcast_in_dim(a, q.shape + rest + (n,), tuple(range(q.ndim, q.ndim + len(rest) + 1)))
    from jax.numpy.indexing import take_along_axis
    pick = lambda i: take_along_axis(source, i[..., None], axis=-1)[..., 0]
    low, high = pick(low), pick(high)
    if method == "linear":
        result = low * (1 - weight) + high * weight
    elif method == "lower":
        result = low
    elif method == "higher":
        result = high
    elif method == "nearest":
        result = where(weight <= 0.5, low, high)
    else:
        result = (low + high) / 2
    result = result.astype(result_dtype)
    return lax.reshape(result, q.shape + shape) if keepdims else result


def _no_overwriting(name, out, overwrite_input):
    if overwrite_input or out is not None:
        raise ValueError(f"jax.numpy.{name} does not support overwrite_input=True or out != None")


def _in_range(message, q, most):
    """NumPy checks numbers that it knows; JAX takes any."""
    if core.host() and isinstance(q, (int, float)) and not 0 <= q <= most:
        raise ValueError(message)


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    """The values below which fractions q of the data (by weight) lie."""
    _in_range("Quantiles must be in the range [0, 1]", q, 1)
    _no_overwriting("quantile", out, overwrite_input)
    return _quantile("quantile", a, q, axis, method, keepdims, False, weights)


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    """quantile of the data that are not nan."""
    _no_overwriting("nanquantile", out, overwrite_input)
    return _quantile("nanquantile", a, q, axis, method, keepdims, True, weights)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    """quantile with q in percent."""
    _in_range("Percentiles must be in the range [0, 100]", q, 100)
    (q,) = promote_args_inexact("percentile", q)
    return quantile(a, q / 100, axis, out, overwrite_input, method, keepdims, weights=weights)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    """nanquantile with q in percent."""
    (q,) = promote_args_inexact("nanpercentile", q)
    return nanquantile(a, q / 100, axis, out, overwrite_input, method, keepdims, weights=weights)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle value, or the mean of the two middle ones."""
    return quantile(a, 0.5, axis, out, overwrite_input, "midpoint", keepdims)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """median of the data that are not nan."""
    return nanquantile(a, 0.5, axis, out, overwrite_input, "midpoint", keepdims)


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The edges of equal bins, or the given ones."""
    from jax.numpy.creation import linspace
    if isinstance(bins, str):
        raise NotImplementedError("string values for `bins` not implemented.")
    a, bins = asarray(a), bins if isinstance(bins, int) else asarray(bins)
    dtype = core.result_type(a.dtype, float)
    if core.ndim(bins) == 1:
        return asarray(bins, dtype)
    low, high = (reductions.min(a), reductions.max(a)) if range is None else (range[0], range[1])
    low, high = asarray(low, dtype), asarray(high, dtype)
    same = low == high
    return linspace(where(same, low - 0.5, low), where(same, high + 0.5, high), int(bins) + 1, dtype=dtype)


def histogram(a, bins=10, range=None, weights=None, density=None):
    """Counts (or weights) per bin, and the edges."""
    (a,) = promote_args("histogram", a)
    edges = histogram_bin_edges(a, bins, range, weights)
    a = lax.reshape(a, (a.size,)).astype(edges.dtype)
    weights = lax.full(a.shape, 1, edges.dtype) if weights is None else asarray(weights).ravel().astype(edges.dtype)
    n = edges.shape[0] - 1
    place = searchsorted(edges, a, side="right")
    place = where(a == edges[-1], n, place)
    counts = lax.full((n + 1,), 0, weights.dtype).at[where(a > edges[-1], n + 1, place)].add(weights, mode="drop")[1:]
    if density:
        width = edges[1:] - edges[:-1]
        counts = counts / width / counts.sum()
    return counts, edges


def histogram2d(x, y, bins=10, range=None, weights=None, density=None):
    """Counts in a grid of bins, and the edges along x and y."""
    x, y = promote_args("histogram2d", x, y)
    if core.ndim(bins) == 1 and len(bins) not in (1, 2):
        bins = [asarray(bins), asarray(bins)]
    counts, edges = histogramdd(_columns([x, y]), bins, range, weights, density)
    return counts, edges[0], edges[1]


def _columns(parts):
    from jax.numpy.manipulation import stack
    return stack(parts, -1)


def histogramdd(sample, bins=10, range=None, weights=None, density=None):
    """Counts of the rows of sample (n, d) in a d-dimensional grid of bins, and the edges of each axis."""
    sample = asarray(sample)
    if weights is None:
        (sample,) = promote_args_inexact("histogramdd", sample)
    else:
        if core.shape(weights) != sample.shape[:1]:
            raise ValueError("should have one weight for each sample.")
        sample, weights = core.promote_dtypes_inexact("histogramdd", sample, weights)
    n, d = sample.shape
    if range is not None and (len(range) != d or any(r is not None and core.shape(r)[0] != 2 for r in range)):
        raise ValueError(f"For sample.shape={(n, d)}, range must be a sequence of {d} pairs or Nones; got range={range}")
    bins = [bins] * d if core.ndim(bins) == 0 else list(bins)
    if len(bins) != d:
        raise ValueError("should be a bin for each dimension.")
    places, edges, inside = [], [], lax.full((n,), True, core.bool_)
    for i, b in enumerate(bins):
        axis = histogram_bin_edges(sample[:, i], b, None if range is None else range[i], weights)
        place = searchsorted(axis, sample[:, i], side="right")
        place = where(sample[:, i] == axis[-1], place - 1, place) - 1
        inside = inside & (place >= 0) & (place < axis.shape[0] - 1)
        places.append(place)
        edges.append(axis)
    shape = tuple(e.shape[0] - 1 for e in edges)
    weights = lax.full((n,), 1, core.canonicalize_dtype(int)) if weights is None else weights
    grid = lax.full(shape, 0, weights.dtype).at[tuple(places)].add(where(inside, weights, 0), mode="drop")
    if density:
        grid = (grid / grid.sum()).astype(sample.dtype)
        for i, e in enumerate(edges):
            width = e[1:] - e[:-1]
            grid = grid / width.reshape((-1,) + (1,) * (d - 1 - i))
    return grid, edges


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """Covariance matrix of the rows, the observations weighted by counts (fweights) and importance (aweights)."""
    from jax.numpy.creation import full
    from jax.numpy.manipulation import atleast_2d, concatenate
    xs = [atleast_2d(x) for x in core.promote_args_inexact("cov", *([m] if y is None else [m, y]))]
    if core.ndim(m) > 2:
        raise ValueError("m has more than 2 dimensions")
    if dtype is not None and not core.issubdtype(dtype, core.inexact):
        raise ValueError(f"cov: dtype must be a subclass of float or complex; got {dtype=}")
    if not rowvar:
        xs = [x.T if x.shape[0] != 1 or (x is xs[0] and core.ndim(m) != 1) else x for x in xs]
    x = xs[0] if y is None else concatenate(xs, 0)
    if x.shape[0] == 0:
        return full((0, 0), 0.0)
    if x.shape[1] == 0:
        return full(() if x.shape[0] == 1 else (x.shape[0], x.shape[0]), math.nan, x.dtype)
    weights = _observation_weights(fweights, aweights, x.shape[1])
    if dtype is not None:
        x, weights = x.astype(dtype), weights if weights is None else weights.astype(dtype)
    ddof = (0 if bias else 1) if ddof is None else ddof
    mean, total = reductions.average(x, axis=1, weights=weights, returned=True)
    divisor = x.shape[1] if weights is None else total[0]
    if weights is None or aweights is None:
        divisor = divisor - ddof
    elif ddof != 0:
        divisor = divisor - ddof * reductions.sum(weights * abs(asarray(aweights))) / divisor
    x = x - mean[:, None]
    from jax.numpy.products import dot
    return (dot(x, conj(x if weights is None else x * weights).T) / divisor).squeeze()


def _observation_weights(fweights, aweights, n):
    weights = None
    for name, w in (("fweights", fweights), ("aweights", aweights)):
        if w is None:
            continue
        w = asarray(w)
        if w.ndim > 1:
            raise RuntimeError(f"cannot handle multidimensional {name}")
        if w.shape[0] != n:
            raise RuntimeError(f"incompatible numbers of samples and {name}")
        if name == "fweights" and not core.issubdtype(w.dtype, core.integer):
            raise TypeError("fweights must be integer.")
        weights = abs(w) if weights is None else weights * abs(w)
    return weights


def corrcoef(x, y=None, rowvar=True):
    """Correlation matrix of the rows."""
    c = cov(x, y, rowvar)
    if c.ndim == 0:
        return c / c
    from jax.numpy.creation import diagonal
    d = sqrt(diagonal(c).real)
    return clip(c / d[:, None] / d[None, :], -1, 1)


def interp(x, xp, fp, left=None, right=None, period=None):
    """Piecewise linear interpolation through the points (xp, fp)."""
    x, xp = core.promote_dtypes_inexact("interp", x, xp)
    (fp,) = core.promote_dtypes_inexact("interp", fp)
    if xp.ndim != 1 or xp.shape != fp.shape:
        raise ValueError("xp and fp must be one-dimensional arrays of equal size")
    if period is not None:
        from jax.numpy.manipulation import concatenate
        from jax.numpy.sorting import argsort
        period = abs(period)
        x, xp = x % period, xp % period
        order = argsort(xp)
        xp, fp = xp[order], fp[order]
        xp = concatenate([xp[-1:] - period, xp, xp[:1] + period])
        fp = concatenate([fp[-1:], fp, fp[:1]])
    i = clip(searchsorted(xp, x, side="right"), 1, xp.shape[0] - 1)
    df, dx, delta = fp[i] - fp[i - 1], xp[i] - xp[i - 1], x - xp[i - 1]
    flat = dx == 0
    f = where(flat, fp[i], fp[i - 1] + (delta / where(flat, 1, dx)) * df)
    dtype = f.dtype
    for side in (left, right):
        if isinstance(side, str) and side != "extrapolate":
            raise ValueError("the only valid string value of `left` and `right` is 'extrapolate', but got: "
                             f"left={left!r} and right={right!r}")
    if not isinstance(left, str):
        f = where(x < xp[0], fp[0] if left is None else left, f)
    if not isinstance(right, str):
        f = where(x > xp[-1], fp[-1] if right is None else right, f)
    return f.astype(dtype)


def convolve(a, v, mode="full", *, precision=None, preferred_element_type=None):
    """Discrete convolution of two vectors."""
    return _convolve("convolve", a, v, mode, flip=True)


def correlate(a, v, mode="valid", *, precision=None, preferred_element_type=None):
    return _convolve("correlate", a, conj(v), mode, flip=False)


def _convolve(name, x, y, mode, flip):
    x, y = core.promote_dtypes_inexact(name, x, y)
    if x.ndim != 1 or y.ndim != 1:
        raise ValueError(f"{name}() only support 1-dimensional inputs.")
    if x.shape[0] == 0 or y.shape[0] == 0:
        raise ValueError(f"{name}: inputs cannot be empty, got shapes {x.shape} and {y.shape}.")
    back = not flip and x.shape[0] < y.shape[0]
    if x.shape[0] < y.shape[0]:
        x, y = y, x
    n, k = x.shape[0], y.shape[0]
    kernel = y[::-1] if flip else y
    total = n + k - 1
    padded = lax.pad(x, lax.full((), 0, x.dtype), [(k - 1, k - 1, 0)])
    i = lax.broadcasted_iota(core.int32, (total, k), 0) + lax.broadcasted_iota(core.int32, (total, k), 1)
    from jax.numpy.products import dot
    full = dot(padded[i], kernel)
    if back:
        full = full[::-1]
    if mode == "full":
        return full
    if mode == "same":
        start = (k - 1) // 2 if not back else k // 2
        return full[start:start + n]
    if mode == "valid":
        return full[k - 1:n]
    raise ValueError("mode must be one of ['full', 'same', 'valid']")
