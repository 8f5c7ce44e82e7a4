"""jax.random: threefry keys and samplers whose streams equal JAX's bit for bit.

The native module _cjax.random gives, for typed keys (key<fry>) and raw ones (uint32[2]) alike:
    key(seed), PRNGKey(seed), key_data(keys), wrap_key_data(data)
    check(name, key)            the key itself; the error when it is no single key
    split(key, shape)           keys of the same kind;  fold_in(key, data)
    bits(key, width, shape)     unsigned integers of 8, 16, 32 or 64 bits
Sources: Salmon et al. 2011 (threefry); Marsaglia and Tsang 2000 (gamma); Hoermann 1993 (poisson).
"""

import math

from _cjax import numpy as core
import operator

from _cjax import random as native
from jax import lax
from jax import numpy as jnp
from jax.numpy._util import canonicalize_axis
from jax._src.counts import binomial, multinomial  # noqa: F401

key_data, key_impl = native.key_data, native.key_impl


def _shape(shape):
    if isinstance(shape, float):
        raise TypeError("'float' object is not iterable")
    if isinstance(shape, str):
        raise TypeError(f"Shapes must be 1D sequences of concrete values of integer type, got {shape}.")
    return core.canonicalize_shape(shape)


def key(seed, *, impl=None):
    """A typed key from an integer."""
    _only_threefry(impl)
    return native.key(seed)


def key_dtype(impl=None):
    """The dtype of keys."""
    return key(0, impl=impl).dtype


def PRNGKey(seed, *, impl=None):
    """A raw key (uint32[2]) from an integer."""
    _only_threefry(impl)
    return native.PRNGKey(seed)


def wrap_key_data(key_bits_array, *, impl=None, dtype=None):
    """Typed keys of raw data."""
    if impl is not None and dtype is not None:
        raise ValueError("wrap_key_data: expected at most one of impl or dtype to be specified.")
    _only_threefry(impl)
    return native.wrap_key_data(key_bits_array)


def _same_keys(x, y):
    return jnp.all(native.key_data(x) == native.key_data(y), axis=-1)


def _only_threefry(impl):
    if impl not in (None, "threefry2x32"):
        raise NotImplementedError(f"jax.random: impl={impl!r} is not supported by cjax; only threefry2x32 is")


def clone(key):
    return key


def split(key, num=2):
    """num new keys (an int, or a shape)."""
    key = native.check("split", key)
    return native.split(key, tuple(num) if isinstance(num, (tuple, list)) else (operator.index(num),))


def fold_in(key, data):
    """A new key from a key and an integer."""
    return native.fold_in(native.check("fold_in", key), data)


def bits(key, shape=(), dtype=None, *, out_sharding=None):
    """Uniform random bits as unsigned integers."""
    dtype = core.canonicalize_dtype(core.uint64 if dtype is None else dtype)
    if not core.issubdtype(dtype, core.unsignedinteger):
        raise ValueError(f"dtype argument to `bits` must be an unsigned int dtype, got {dtype}")
    return native.bits(native.check("bits", key), core.iinfo(dtype).bits, _shape(shape))


def _float(name, dtype):
    dtype = core.canonicalize_dtype(dtype)
    if not core.issubdtype(dtype, core.floating):
        raise ValueError(f"dtype argument to `{name}` must be a float dtype, got {dtype}")
    return dtype


def uniform(key, shape=(), dtype=float, minval=0.0, maxval=1.0, *, out_sharding=None):
    """Floats in [minval, maxval)."""
    key, dtype = native.check("uniform", key), _float("uniform", dtype)
    return _uniform(key, _shape(shape), dtype, minval, maxval)


def _uniform(key, shape, dtype, minval=0.0, maxval=1.0):
    limits = core.finfo(dtype)
    core.check_arraylike("_uniform", minval, maxval)
    minval, maxval = core.astype(jnp.asarray(minval), dtype), core.astype(jnp.asarray(maxval), dtype)
    width = 8 if limits.nmant < 8 else limits.bits
    unsigned = {8: core.uint8, 16: core.uint16, 32: core.uint32, 64: core.uint64}
    drawn = native.bits(key, width, shape)
    if width != limits.bits:
        drawn = lax.convert_element_type(drawn, unsigned[limits.bits])
    # The mantissa filled with random bits under the exponent of 1.0 is uniform in [1, 2).
    mantissa = lax.shift_right_logical(drawn, lax.full_like(drawn, width - limits.nmant))
    one = lax.bitcast_convert_type(lax.full(shape, 1.0, dtype), unsigned[limits.bits])
    floats = lax.bitcast_convert_type(lax.bitwise_or(mantissa, one), dtype) - lax.full(shape, 1.0, dtype)
    minval, maxval = jnp.broadcast_to(minval, shape), jnp.broadcast_to(maxval, shape)
    return lax.max(minval, floats * (maxval - minval) + minval)


def normal(key, shape=(), dtype=float, *, out_sharding=None):
    """Standard normal floats."""
    key = native.check("normal", key)
    dtype = core.canonicalize_dtype(dtype)
    shape = _shape(shape)
    if core.issubdtype(dtype, core.complexfloating):
        real, imag = native.split(key, (2,))
        part = core.float32 if dtype == core.complex64 else core.float64
        return lax.complex(_normal(real, shape, part), _normal(imag, shape, part)) / math.sqrt(2)
    if not core.issubdtype(dtype, core.floating):
        raise ValueError(f"dtype argument to `normal` must be a float or complex dtype, got {dtype}")
    return _normal(key, shape, dtype)


def _normal(key, shape, dtype):
    u = _uniform(key, shape, dtype, core.nextafter(-1.0, 0.0, dtype), 1.0)
    return lax.mul(lax.full(shape, math.sqrt(2), dtype), lax.erf_inv(u))


def randint(key, shape, minval, maxval, dtype=int, *, out_sharding=None):
    """Integers in [minval, maxval)."""
    key = native.check("randint", key)
    dtype = core.canonicalize_dtype(dtype)
    if not core.issubdtype(dtype, core.integer):
        raise TypeError(f"randint only accepts integer dtypes, got {dtype}")
    if core.iinfo(dtype).bits < 32:
        unsigned = core.issubdtype(dtype, core.unsignedinteger)
        wide = randint(key, shape, minval, maxval, core.uint32 if unsigned else core.int32)
        return lax.convert_element_type(wide, dtype)
    core.check_arraylike("_randint", minval, maxval)
    shape = _fits("randint", _shape(shape), core.shape(minval), core.shape(maxval))
    limits = core.iinfo(dtype)
    minval, maxval = jnp.asarray(minval), jnp.asarray(maxval)
    beyond = core.greater_than_max(maxval, limits.max)
    minval, maxval = core.clip_to(minval, dtype), core.clip_to(maxval, dtype)
    minval, maxval = jnp.broadcast_to(minval, shape), jnp.broadcast_to(maxval, shape)
    k1, k2 = native.split(key, (2,))
    high, low = native.bits(k1, limits.bits, shape), native.bits(k2, limits.bits, shape)
    span = lax.convert_element_type(maxval - minval, high.dtype)
    one = lax.full_like(span, 1)
    span = lax.select(lax.le(maxval, minval), one, span)
    if beyond is not None:
        beyond = jnp.broadcast_to(beyond, shape)
        span = lax.select(lax.bitwise_and(beyond, lax.gt(maxval, minval)), lax.add(span, one), span)
    multiplier = lax.rem(lax.full_like(span, 2 ** (limits.bits // 2)), span)
    multiplier = lax.rem(lax.mul(multiplier, multiplier), span)
    offset = lax.rem(lax.add(lax.mul(lax.rem(high, span), multiplier), lax.rem(low, span)), span)
    return lax.add(minval, lax.convert_element_type(offset, dtype))


def bernoulli(key, p=0.5, shape=None, mode="low", *, out_sharding=None):
    """True with probability p."""
    key = native.check("bernoulli", key)
    p = jnp.asarray(p)
    if not core.issubdtype(p.dtype, core.floating):
        raise TypeError(f"bernoulli probability `p` must have a floating dtype, got {p.dtype}.")
    shape = _parameters("bernoulli", shape, p)
    if mode not in ("high", "low"):
        raise ValueError(f"got {mode=}, expected 'high' or 'low'")
    if mode == "high":
        u = _uniform(key, (2, *shape), p.dtype)
        return u[1] * 2.0 ** -core.finfo(p.dtype).nmant < p - u[0]
    return lax.lt(_uniform(key, shape, p.dtype), jnp.broadcast_to(p, shape))


def exponential(key, shape=(), dtype=float):
    key, dtype = native.check("exponential", key), _float("exponential", dtype)
    u = _uniform(key, _shape(shape), dtype)
    return lax.neg(lax.log1p(lax.neg(u)))


def gumbel(key, shape=(), dtype=float, *, mode=None):
    key, dtype = native.check("gumbel", key), _float("gumbel", dtype)
    if mode not in (None, "highest", "high", "low"):
        raise ValueError(f"Must provide valid mode for gumbel got: {mode}")
    if mode == "highest" and dtype == core.float32:
        raise NotImplementedError("jax.random.gumbel: mode='highest' is not supported by cjax")
    if mode in ("highest", "high"):
        high, low = _uniform(key, (2, *_shape(shape)), dtype)
        limits = core.finfo(dtype)
        x = jnp.where(high >= 0.5, high, high + 2.0 ** -limits.nmant * low + limits.tiny)
        return lax.neg(lax.log(lax.neg(lax.log1p(lax.neg(x)))))
    u = _uniform(key, _shape(shape), dtype, core.finfo(dtype).tiny, 1.0)
    return lax.neg(lax.log(lax.neg(lax.log(u))))


def logistic(key, shape=(), dtype=float):
    key, dtype = native.check("logistic", key), _float("logistic", dtype)
    u = _uniform(key, _shape(shape), dtype, core.finfo(dtype).tiny, 1.0)
    return lax.sub(lax.log(u), lax.log1p(lax.neg(u)))


def laplace(key, shape=(), dtype=float):
    key, dtype = native.check("laplace", key), _float("laplace", dtype)
    u = _uniform(key, _shape(shape), dtype, -1.0 + core.finfo(dtype).epsneg, 1.0)
    return lax.mul(lax.sign(u), lax.log1p(lax.neg(lax.abs(u))))


def cauchy(key, shape=(), dtype=float):
    key, dtype = native.check("cauchy", key), _float("cauchy", dtype)
    u = _uniform(key, _shape(shape), dtype, core.finfo(dtype).eps, 1.0)
    return lax.tan(lax.mul(lax.full_like(u, math.pi), lax.sub(u, lax.full_like(u, 0.5))))


def rademacher(key, shape=(), dtype=int):
    """-1 or 1."""
    drawn = bernoulli(native.check("rademacher", key), 0.5, _shape(shape))
    return lax.convert_element_type(2 * drawn - 1, core.canonicalize_dtype(dtype))


def _fits(name, shape, *parts):
    whole = jnp.broadcast_shapes(shape, *parts)
    if whole != shape:
        raise ValueError(f"{name} parameter shapes must be broadcast-compatible with shape argument, and the result of "
                         f"broadcasting the shapes must equal the shape argument, but got result {whole} for shape "
                         f"argument {shape}.")
    return shape


def _parameters(name, shape, *values):
    parts = [core.shape(v) for v in values]
    return jnp.broadcast_shapes(*parts) if shape is None else _fits(name, _shape(shape), *parts)


def pareto(key, b, shape=None, dtype=float):
    key, dtype = native.check("pareto", key), _float("pareto", dtype)
    shape = _parameters("pareto", shape, b)
    e = exponential(key, shape, dtype)
    return lax.exp(e / jnp.broadcast_to(core.astype(jnp.asarray(b), dtype), shape))


def weibull_min(key, scale, concentration, shape=(), dtype=float):
    key, dtype = native.check("weibull_min", key), _float("weibull_min", dtype)
    u = _uniform(key, _shape(shape), dtype)
    return jnp.power(-lax.log1p(-u), 1.0 / concentration) * scale


def rayleigh(key, scale, shape=None, dtype=float):
    key, dtype = native.check("rayleigh", key), _float("rayleigh", dtype)
    shape = _parameters("rayleigh", shape, scale)
    u = _uniform(key, shape, dtype)
    return lax.sqrt(lax.log(u) * -2) * jnp.broadcast_to(core.astype(jnp.asarray(scale), dtype), shape)


def lognormal(key, sigma=1.0, shape=None, dtype=float):
    key, dtype = native.check("lognormal", key), _float("lognormal", dtype)
    shape = _parameters("lognormal", shape, sigma)
    return lax.exp(_normal(key, shape, dtype) * core.astype(jnp.asarray(sigma), dtype))


def maxwell(key, shape=(), dtype=float):
    key, dtype = native.check("maxwell", key), _float("maxwell", dtype)
    return jnp.linalg.norm(_normal(key, _shape(shape) + (3,), dtype), axis=-1)


def double_sided_maxwell(key, loc, scale, shape=(), dtype=float):
    k1, k2 = split(native.check("double_sided_maxwell", key))
    shape = _parameters("double_sided_maxwell", shape or None, loc, scale)
    return maxwell(k1, shape, dtype) * rademacher(k2, shape) * scale + loc


def geometric(key, p, shape=None, dtype=int):
    key = native.check("geometric", key)
    p = jnp.asarray(p, float)
    shape = _parameters("geometric", shape, p)
    u = _uniform(key, shape, p.dtype)
    u = jnp.where(u == 0, 1, u)
    p = jnp.broadcast_to(p, shape)
    return lax.convert_element_type(lax.floor(lax.log(u) / lax.log1p(-p)) + 1, core.canonicalize_dtype(dtype))


def triangular(key, left, mode, right, shape=None, dtype=float):
    key, dtype = native.check("triangular", key), _float("triangular", dtype)
    shape = _parameters("triangular", shape, left, mode, right)
    left, mode, right = (jnp.broadcast_to(core.astype(jnp.asarray(v), dtype), shape) for v in (left, mode, right))
    turn = (mode - left) / (right - left)
    u = _uniform(key, shape, dtype)
    up = left + lax.sqrt(u * (right - left) * (mode - left))
    down = right - lax.sqrt((1 - u) * (right - left) * (right - mode))
    return jnp.where(u < turn, up, down)


def wald(key, mean, shape=None, dtype=float):
    key, dtype = native.check("wald", key), _float("wald", dtype)
    shape = _parameters("wald", shape, mean)
    k1, k2 = native.split(key, (2,))
    mean = jnp.broadcast_to(core.astype(jnp.asarray(mean), dtype), shape)
    v, z = _normal(k1, shape, dtype), _uniform(k2, shape, dtype)
    y = v * v
    x = mean + mean**2 * y / 2 - mean / 2 * lax.sqrt(4 * mean * y + mean**2 * y**2)
    return jnp.where(z <= mean / (mean + x), x, mean**2 / x)


def truncated_normal(key, lower, upper, shape=None, dtype=float, *, out_sharding=None):
    """Standard normal floats in (lower, upper)."""
    key, dtype = native.check("truncated_normal", key), _float("truncated_normal", dtype)
    shape = _parameters("truncated_normal", shape, lower, upper)
    lower, upper = core.astype(jnp.asarray(lower), dtype), core.astype(jnp.asarray(upper), dtype)
    root = core.astype(jnp.asarray(math.sqrt(2)), dtype)
    u = _uniform(key, shape, dtype, lax.erf(lower / root), lax.erf(upper / root))
    low = lax.nextafter(lax.stop_gradient(lower), lax.full_like(lower, math.inf))
    high = lax.nextafter(lax.stop_gradient(upper), lax.full_like(upper, -math.inf))
    return jnp.clip(root * lax.erf_inv(u), low, high)


def permutation(key, x, axis=0, independent=False, *, out_sharding=None):
    """x (or arange(x)) in random order along an axis."""
    key = native.check("permutation", key)
    axis = operator.index(axis)
    if core.ndim(x) == 0:
        if not jnp.issubdtype(jnp.result_type(x), jnp.integer):
            raise TypeError("x must be an integer or at least 1-dimensional")
        x = core.concrete(x, "The error occurred in jax.random.permutation()")
        return _shuffle(key, jnp.arange(x), 0)
    x = jnp.asarray(x)
    axis = canonicalize_axis(axis, x.ndim)
    if independent or x.ndim == 1:
        return _shuffle(key, x, axis)
    order = _shuffle(key, jnp.arange(x.shape[axis]), 0)
    return jnp.take(x, order, axis, unique_indices=True)


def _shuffle(key, x, axis):
    # Sorting by random keys, often enough that ties do not matter.
    rounds = math.ceil(3 * math.log(max(1, x.size)) / math.log(2**32 - 1))
    for _ in range(rounds):
        key, sub = native.split(key, (2,))
        _, x = lax.sort_key_val(native.bits(sub, 32, x.shape), x, axis)
    return x


def choice(key, a, shape=(), replace=True, p=None, axis=0, mode=None, *, out_sharding=None):
    """Elements of a (or of arange(a)) at random."""
    key = native.check("choice", key)
    shape = _shape(shape)
    if core.ndim(a) == 0:
        n = core.concrete(a, "The error occurred in jax.random.choice()")
        n = int(n) if isinstance(n, float) else operator.index(n)
    else:
        a = jnp.asarray(a)
        axis = canonicalize_axis(axis, a.ndim)
        n = a.shape[axis]
    draws = math.prod(shape)
    if n <= 0 and draws > 0:
        raise ValueError("a must be greater than 0 unless no samples are taken")
    if not replace and draws > n:
        raise ValueError(f"Cannot take a larger sample (size {draws}) than population (size {n}) when 'replace=False'")
    if p is None and not replace:
        found = permutation(key, n if core.ndim(a) == 0 else a, axis)
        head = found[:draws] if core.ndim(a) == 0 else lax.slice_in_dim(found, 0, draws, axis=axis)
        return head.reshape(shape if core.ndim(a) == 0 else a.shape[:axis] + shape + a.shape[axis + 1:])
    index = _choice_index(key, n, shape, draws, replace, p, mode)
    return index if core.ndim(a) == 0 else jnp.take(a, index, axis)


def _choice_index(key, n, shape, draws, replace, p, mode):
    if p is None:
        return randint(key, shape, 0, n)
    p = jnp.asarray(p)
    if p.shape != (n,):
        raise ValueError(f"p must be None or a 1D vector with the same size as a.shape[axis]. p has shape {p.shape} and "
                         f"a.shape[axis] is {n}.")
    if replace:
        total = jnp.cumsum(p)
        r = total[-1] * (1 - _uniform(key, shape, total.dtype))
        return jnp.searchsorted(total, r).astype(core.canonicalize_dtype(int))
    scores = gumbel(key, (n,), p.dtype) + jnp.log(p)
    return lax.top_k(scores, draws)[1].reshape(shape)


def categorical(key, logits, axis=-1, shape=None, replace=True, mode=None):
    """Indices drawn with probabilities softmax(logits)."""
    key = native.check("categorical", key)
    logits = jnp.asarray(logits)
    if not -logits.ndim <= axis < logits.ndim:
        raise IndexError(f"index {axis} is out of bounds for axis 0 with size {logits.ndim}")
    axis = axis + logits.ndim if axis < 0 else axis
    batch = logits.shape[:axis] + logits.shape[axis + 1:]
    shape = batch if shape is None else _fits("categorical", _shape(shape), batch)
    lead = shape[:len(shape) - len(batch)]
    if not replace:
        scores = logits + gumbel(key, logits.shape, logits.dtype)
        found = lax.top_k(jnp.moveaxis(scores, axis, -1), math.prod(lead))[1]
        return jnp.moveaxis(found, -1, 0).reshape(shape)
    noise_shape = list(shape[len(shape) - len(batch):])
    noise_shape.insert(axis, logits.shape[axis])
    noise = gumbel(key, lead + tuple(noise_shape), logits.dtype)
    return jnp.argmax(noise + jnp.expand_dims(logits, tuple(range(len(lead)))), axis=axis + len(lead))


def _gamma_one(key, alpha, log_space):
    """One gamma variate by Marsaglia and Tsang's rejection (its logarithm in log_space)."""
    one = lax.full_like(alpha, 1)
    boost = alpha >= 1
    original, alpha = alpha, jnp.where(boost, alpha, alpha + one)
    d = alpha - lax.full_like(alpha, 1 / 3)
    c = lax.full_like(alpha, 1 / 3) / lax.sqrt(d)
    key, subkey = native.split(key, (2,))

    def again(state):
        _, x, v, u = state
        first = u >= one - lax.full_like(u, 0.0331) * (x * x)
        second = lax.log(u) >= x * lax.full_like(x, 0.5) + d * (one - v + lax.log(v))
        return first & second

    def candidate(state):
        key, x, v = state
        key, sub = native.split(key, (2,))
        x = _normal(sub, (), alpha.dtype)
        return key, x, one + x * c

    def attempt(state):
        key, x_key, u_key = (lambda k: (k[0], k[1], k[2]))(native.split(state[0], (3,)))
        _, x, v = lax.while_loop(lambda s: s[2] <= 0, candidate, (x_key, lax.full_like(alpha, 0), lax.full_like(alpha, -1)))
        return key, x * x, v * v * v, _uniform(u_key, (), alpha.dtype)

    start = (key, lax.full_like(alpha, 0), one, lax.full_like(alpha, 2))
    _, _, v, _ = lax.while_loop(again, attempt, start)
    if log_space:
        log_sample = lax.neg(exponential(subkey, (), alpha.dtype))
        boosted = jnp.where(boost | (log_sample == 0), 0, log_sample * (one / original))
        return lax.log(d) + lax.log(v) + boosted
    sample = 1 - _uniform(subkey, (), alpha.dtype)
    return d * v * jnp.where(boost, one, jnp.power(sample, one / original))


def _gamma(key, a, shape, dtype, log_space):
    from jax import vmap
    shape = _parameters("_gamma", shape, a)
    a = jnp.broadcast_to(core.astype(jnp.asarray(a), dtype), shape)
    keys = native.split(key, (math.prod(shape),))
    draw = lambda k, alpha: _gamma_one(k, alpha, log_space)
    return vmap(draw)(keys, a.reshape(-1)).reshape(shape)


def gamma(key, a, shape=None, dtype=float):
    key, dtype = native.check("gamma", key), _float("gamma", dtype)
    return _gamma(key, a, shape, dtype, False)


def loggamma(key, a, shape=None, dtype=float):
    key, dtype = native.check("loggamma", key), _float("loggamma", dtype)
    return _gamma(key, a, shape, dtype, True)


def chisquare(key, df, shape=None, dtype=float):
    key, dtype = native.check("chisquare", key), _float("chisquare", dtype)
    half = core.astype(jnp.asarray(df), dtype) / 2
    return 2 * jnp.exp(_gamma(key, half, shape, dtype, True))


def f(key, dfnum, dfden, shape=None, dtype=float):
    key, dtype = native.check("f", key), _float("f", dtype)
    shape = _parameters("f", shape, dfnum, dfden)
    key_den, key_num = native.split(key, (2,))
    dfnum, dfden = core.astype(jnp.asarray(dfnum), dtype), core.astype(jnp.asarray(dfden), dtype)
    return chisquare(key_num, dfnum, shape, dtype) / dfnum / (chisquare(key_den, dfden, shape, dtype) / dfden)


def t(key, df, shape=(), dtype=float):
    """Student's t with df degrees of freedom."""
    key, dtype = native.check("t", key), _float("t", dtype)
    shape = _parameters("t", shape or (core.shape(df) or None), df)
    df = jnp.broadcast_to(core.astype(jnp.asarray(df), dtype), shape)
    key_n, key_g = native.split(key, (2,))
    half = df / 2
    return _normal(key_n, shape, dtype) * jnp.sqrt(half / _gamma(key_g, half, shape, dtype, False))


def beta(key, a, b, shape=None, dtype=float):
    key, dtype = native.check("beta", key), _float("beta", dtype)
    shape = _parameters("beta", shape, a, b)
    key_a, key_b = native.split(key, (2,))
    la, lb = _gamma(key_a, a, shape, dtype, True), _gamma(key_b, b, shape, dtype, True)
    top = lax.max(la, lb)
    ea, eb = jnp.exp(la - top), jnp.exp(lb - top)
    return ea / (ea + eb)


def dirichlet(key, alpha, shape=None, dtype=float):
    key, dtype = native.check("dirichlet", key), _float("dirichlet", dtype)
    alpha = core.astype(jnp.asarray(alpha), dtype)
    if alpha.ndim < 1:
        raise ValueError(f"dirichlet requires alpha.ndim >= 1, got alpha.ndim == {alpha.ndim}")
    shape = alpha.shape[:-1] if shape is None else _fits("dirichlet", _shape(shape), alpha.shape[:-1])
    logs = _gamma(key, alpha, shape + alpha.shape[-1:], dtype, True)
    from jax import nn
    return nn.softmax(logs, -1)


def generalized_normal(key, p, shape=(), dtype=float):
    k1, k2 = native.split(native.check("generalized_normal", key), (2,))
    magnitude = gamma(k1, 1 / p, _shape(shape), dtype)
    return rademacher(k2, shape, dtype) * magnitude ** (1 / p)


def ball(key, d, p=2, shape=(), dtype=float):
    k1, k2 = native.split(native.check("ball", key), (2,))
    shape = _shape(shape)
    g, e = generalized_normal(k1, p, (*shape, d), dtype), exponential(k2, shape, dtype)
    return g / (((jnp.abs(g) ** p).sum(-1) + e) ** (1 / p))[..., None]


def poisson(key, lam, shape=None, dtype=int):
    """Poisson counts: Knuth's product below 10, transformed rejection above."""
    key = native.check("poisson", key)
    shape = _parameters("poisson", shape, lam)
    lam = jnp.broadcast_to(core.astype(jnp.asarray(lam), core.float32), shape)
    small = lam < 10
    zero = lam == 0
    few = _poisson_knuth(key, jnp.where(small & ~zero, lam, 0.0), shape)
    many = _poisson_rejection(key, jnp.where(small, 1e5, lam), shape)
    result = jnp.where(zero, 0, jnp.where(small, few, many))
    return lax.convert_element_type(result, core.canonicalize_dtype(dtype))


def _poisson_knuth(key, lam, shape):
    def step(state):
        k, key, log_product = state
        key, sub = native.split(key, (2,))
        k = jnp.where(log_product > -lam, k + 1, k)
        return k, key, log_product + jnp.log(_uniform(sub, shape, core.float32))

    start = (jnp.zeros(shape, core.int32), key, jnp.zeros(shape, core.float32))
    k, _, _ = lax.while_loop(lambda s: jnp.any(s[2] > -lam), step, start)
    return k - 1


def _poisson_rejection(key, lam, shape):
    from jax.scipy.special import gammaln
    log_lam = jnp.log(lam)
    b = 0.931 + 2.53 * jnp.sqrt(lam)
    a = -0.059 + 0.02483 * b
    inverse_alpha = 1.1239 + 1.1328 / (b - 3.4)
    v_r = 0.9277 - 3.6224 / (b - 2)

    def step(state):
        out, accepted, key = state
        keys = native.split(key, (3,))
        key = keys[0]
        u = _uniform(keys[1], shape, lam.dtype) - 0.5
        v = _uniform(keys[2], shape, lam.dtype)
        us = 0.5 - jnp.abs(u)
        k = jnp.floor((2 * a / us + b) * u + lam + 0.43)
        s = jnp.log(v * inverse_alpha / (a / (us * us) + b))
        bound = -lam + k * log_lam - gammaln(k + 1)
        take = ((us >= 0.07) & (v <= v_r)) | (~((k < 0) | ((us < 0.013) & (v > us))) & (s <= bound))
        out = jnp.where(take & ~accepted, k, out)
        return out, accepted | take, key

    start = (jnp.full(shape, -1.0, lam.dtype), jnp.full(shape, False), key)
    return lax.while_loop(lambda s: ~jnp.all(s[1]), step, start)[0]


def multivariate_normal(key, mean, cov, shape=None, dtype=None, method="cholesky", *, out_sharding=None):
    """Normal vectors with the given mean and covariance."""
    key = native.check("multivariate_normal", key)
    mean, cov = core.promote_dtypes_inexact("multivariate_normal", mean, cov)
    if method not in ("svd", "eigh", "cholesky"):
        raise ValueError("method must be one of {'svd', 'eigh', 'cholesky'}")
    if mean.ndim < 1:
        raise ValueError(f"multivariate_normal requires mean.ndim >= 1, got mean.ndim == {mean.ndim}")
    if cov.ndim < 2:
        raise ValueError(f"multivariate_normal requires cov.ndim >= 2, got cov.ndim == {cov.ndim}")
    n = mean.shape[-1]
    if cov.shape[-2:] != (n, n):
        raise ValueError(f"multivariate_normal requires cov.shape == (..., n, n) for n={n}, but got cov.shape == {cov.shape}.")
    shape = jnp.broadcast_shapes(mean.shape[:-1], cov.shape[:-2]) if shape is None else _fits(
        "normal", _shape(shape), mean.shape[:-1], cov.shape[:-2])
    if method == "cholesky":
        factor = jnp.linalg.cholesky(cov)
    else:
        w, v = jnp.linalg.eigh(cov) if method == "eigh" else jnp.linalg.svd(cov)[1::-1]
        factor = v * jnp.sqrt(w[..., None, :])
    draws = _normal(key, shape + mean.shape[-1:], mean.dtype if dtype is None else core.canonicalize_dtype(dtype))
    return mean + jnp.einsum("...ij,...j->...i", factor, draws)


def orthogonal(key, n, shape=(), dtype=float, m=None):
    """Matrices of shape (n, m) with orthonormal rows or columns, uniformly distributed."""
    m = n if m is None else m
    q, r = jnp.linalg.qr(normal(key, (*shape, max(n, m), min(n, m)), dtype))
    x = q * jnp.sign(jnp.linalg.diagonal(r))[..., None, :]
    return x.mT if n < m else x


def __getattr__(name):
    from jax._src.primitives import attribute
    if name != "random_gamma_p":
        raise AttributeError(f"module 'jax.random' has no attribute '{name}'")
    return attribute("jax.random", name)
