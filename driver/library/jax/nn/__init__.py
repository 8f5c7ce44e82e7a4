"""jax.nn: activations, normalisation, one-hot encoding."""

import math
import operator

from _cjax import numpy as core
from jax import custom_jvp, lax
from jax import numpy as jnp
from jax._src.custom import shown_jit
from jax.nn import initializers
from jax.numpy import _logaddexp


# In JAX relu is jitted, and that has a rule of its own: make_jaxpr shows both, by one name.
def relu(x):
    return jnp.maximum(x, 0)


_jitted_relu = relu


@custom_jvp
def relu(x):
    return shown_jit(_jitted_relu, x)


_relu = relu
_relu.defjvps(lambda t, ans, x: lax.select(jnp.greater(x, 0), t, lax.full_like(t, 0)))


def relu(x):
    """max(x, 0), with derivative 0 at 0; nan of nan."""
    (x,) = core.promote_args("relu", x)
    if x.dtype == core.bool_:
        return core.astype(x, core.canonicalize_dtype(int), True)
    return _relu(x)


@custom_jvp
def relu6(x):
    """min(max(x, 0), 6), with derivative 0 at 0 and 6."""
    return jnp.minimum(jnp.maximum(x, 0), 6.0)


relu6.defjvps(lambda t, ans, x: lax.select((x > 0) & (x < 6), t, lax.full_like(t, 0)))


def sigmoid(x):
    return lax.logistic(*core.promote_args("sigmoid", x))


def silu(x):
    return x * sigmoid(x)


_jitted_silu = silu


def silu(x):
    """x sigmoid(x)."""
    (x,) = core.promote_args("silu", x)
    return shown_jit(_jitted_silu, x)


swish = silu


def softplus(x):
    (x,) = core.promote_args_inexact("softplus", x)
    return _logaddexp.narrow(x, jnp.zeros_like(x))


def soft_sign(x):
    (x,) = core.promote_args_inexact("soft_sign", x)
    return x / (jnp.abs(x) + 1)


def log_sigmoid(x):
    (x,) = core.promote_args_inexact("log_sigmoid", x)
    return -softplus(-x)


def tanh(x):
    return jnp.tanh(x)


def elu(x, alpha=1.0):
    (x,) = core.promote_args("elu", x)
    positive = x > 0
    return jnp.where(positive, x, alpha * jnp.expm1(jnp.where(positive, 0.0, x)))


def leaky_relu(x, negative_slope=0.01):
    (x,) = core.promote_args("leaky_relu", x)
    return jnp.where(x >= 0, x, negative_slope * x)


def hard_tanh(x):
    return jnp.where(x > 1, 1, jnp.where(x < -1, -1, x))


def celu(x, alpha=1.0):
    (x,) = core.promote_args("celu", x)
    return jnp.maximum(x, 0.0) + alpha * jnp.expm1(jnp.minimum(x, 0.0) / alpha)


def selu(x):
    return 1.0507009873554804934193349852946 * elu(x, 1.6732632423543772848170429916717)


def gelu(x, approximate=True):
    """x times the normal distribution function of x (by tanh unless approximate is False)."""
    (x,) = core.promote_args_inexact("gelu", x)
    if approximate:
        inner = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
        return jnp.asarray(x * (0.5 * (1.0 + jnp.tanh(inner))), x.dtype)
    return jnp.asarray(0.5 * x * lax.erfc(-x / math.sqrt(2)), x.dtype)


def glu(x, axis=-1):
    n = x.shape[axis]
    if n % 2:
        raise AssertionError("axis size must be divisible by 2")
    a, b = jnp.split(x, 2, axis)
    return a * sigmoid(b)


def hard_sigmoid(x):
    return relu6(x + 3.0) / 6.0


def hard_silu(x):
    (x,) = core.promote_args("hard_silu", x)
    return x * hard_sigmoid(x)


hard_swish = hard_silu


def mish(x):
    (x,) = core.promote_args_inexact("mish", x)
    return x * jnp.tanh(softplus(x))


def squareplus(x, b=4.0):
    (x,) = core.promote_args_inexact("squareplus", x)
    return (x + jnp.sqrt(jnp.square(x) + b)) / 2


def logsumexp(a, axis=None, b=None, keepdims=False, return_sign=False, where=None):
    """log(sum(b exp(a))) without overflow."""
    if b is not None:
        a, b = core.promote_args_inexact("logsumexp", a, b)
        a = jnp.where(b != 0, a, -math.inf)
    else:
        (a,) = core.promote_args_inexact("logsumexp", a)
    top = jnp.max(a, axis, keepdims=True, where=where, initial=None if where is None and a.size else -math.inf)
    top = lax.stop_gradient(jnp.where(jnp.isfinite(top), top, 0))
    exp = jnp.exp(a - top)
    if b is not None:
        exp = b * exp
    total = jnp.sum(exp, axis, keepdims=keepdims, where=where)
    sign = jnp.sign(total)
    if return_sign or b is not None:
        total = jnp.abs(total)
    axes = tuple(i % a.ndim for i in (range(a.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis,)))
    out = jnp.log(total) + (top if keepdims else jnp.squeeze(top, axes))
    if return_sign:
        return out, sign
    return jnp.where(sign < 0, math.nan, out) if b is not None else out


def logmeanexp(x, axis=None, where=None, keepdims=False):
    total = logsumexp(x, axis, keepdims=keepdims, where=where)
    count = jnp.sum(jnp.ones_like(x), axis, keepdims=keepdims, where=where)
    return total - jnp.log(count)


def log_softmax(x, axis=-1, where=None):
    (x,) = core.promote_args_inexact("log_softmax", x)
    top = jnp.max(x, axis, keepdims=True, where=where, initial=None if where is None and x.size else -math.inf)
    top = lax.stop_gradient(top)
    shifted = x - top if where is None else jnp.where(where, x - top, -math.inf)
    result = shifted - jnp.log(jnp.sum(jnp.exp(shifted), axis, keepdims=True, where=where))
    return result if where is None else jnp.where(where, result, -math.inf)


def softmax(x, axis=-1, where=None):
    """exp(x) / sum(exp(x)) along axis."""
    (x,) = core.promote_args_inexact("softmax", x)
    top = jnp.max(x, axis, keepdims=True, where=where, initial=None if where is None and x.size else -math.inf)
    shifted = x if where is None else jnp.where(where, x, -math.inf)
    exp = jnp.exp(shifted - lax.stop_gradient(top))
    result = exp / exp.sum(axis, keepdims=True, where=where)
    return result if where is None else jnp.where(where, result, 0)


def standardize(x, axis=-1, mean=None, variance=None, epsilon=1e-5, where=None, *, algorithm="fast"):
    (x,) = core.promote_args("standardize", x)
    mean = jnp.mean(x, axis, keepdims=True, where=where) if mean is None else mean
    if variance is None:
        if algorithm not in ("fast", "stable"):
            raise ValueError(f"Unknown algorithm '{algorithm}'. Expected 'fast' or 'stable'.")
        if algorithm == "stable":
            variance = jnp.mean(jnp.square(jnp.subtract(x, mean)), axis, keepdims=True, where=where)
        else:
            variance = jnp.clip(jnp.mean(jnp.square(x), axis, keepdims=True, where=where) - jnp.square(mean), 0)
    return jnp.subtract(x, mean) * lax.rsqrt(variance + epsilon)


def one_hot(x, num_classes, *, dtype=None, axis=-1):
    """Rows of zeros with a one at x; all zeros when x is out of range."""
    x = jnp.asarray(x)
    num_classes = operator.index(core.concrete(num_classes, "The error arose in jax.nn.one_hot argument `num_classes`."))
    rank = x.ndim + 1
    axis = axis + rank if axis < 0 else axis
    places = jnp.expand_dims(x, axis)
    classes = lax.broadcast_in_dim(lax.iota(x.dtype, num_classes),
                                   tuple(num_classes if i == axis else 1 for i in range(rank)), (axis,))
    return (places == classes).astype(core.canonicalize_dtype(float) if dtype is None else dtype)


def identity(x):
    return core.asarray(x)


def sparse_plus(x):
    """0 up to -1, x from 1 on, a parabola between."""
    x = core.asarray(x)
    return jnp.where(x <= -1.0, 0.0, jnp.where(x >= 1.0, x, (x + 1.0) ** 2 / 4))


def sparse_sigmoid(x):
    return 0.5 * jnp.clip(core.asarray(x) + 1.0, 0.0, 2.0)


def log1mexp(x):
    """log(1 - exp(-x)), accurate for small and large x."""
    (x,) = core.promote_args_inexact("log1mexp", -jnp.asarray(x))
    x = -x
    c = math.log(2.0)
    safe = jnp.where(x > c, x, c), jnp.where(x > c, c, x)
    return jnp.where(x > c, jnp.log1p(-jnp.exp(-safe[0])), jnp.log(-jnp.expm1(-safe[1])))


def _attention_mask(t, s, causal, q_lengths, kv_lengths, window):
    # [batch or 1, 1, t, s], or None.
    i, j = jnp.arange(t)[:, None], jnp.arange(s)[None, :]
    mask = None
    if causal:
        mask = (i >= j)[None]
    if window is not None:
        before, after = (window, window) if isinstance(window, int) else window
        near = ((j >= i - before) & (j <= i + after))[None]
        mask = near if mask is None else mask & near
    for lengths, at in ((q_lengths, i), (kv_lengths, j)):
        if lengths is not None:
            inside = at[None] < jnp.asarray(lengths)[:, None, None]
            mask = inside if mask is None else mask & inside
    return None if mask is None else mask[:, None]


def _four(x):
    x = core.asarray(x)
    return x.reshape((1,) * (4 - x.ndim) + x.shape) if x.ndim < 4 else x


def _check_part(name, x, shape, dtype):
    if x is None:
        return
    if x.ndim != len(shape):
        raise ValueError(f"{name} ndim should be {len(shape)}, but got {x.ndim}")
    if dtype is not None and x.dtype != dtype:
        raise ValueError(f"{name} dtype should be {core.result_type(dtype)}, but got {x.dtype}")
    if any(n not in (-1, m) for n, m in zip(shape, x.shape)):
        raise ValueError(f"{name} shape should be {shape}: but got {x.shape}")


def dot_product_attention(query, key, value, bias=None, mask=None, *, scale=None, is_causal=False, query_seq_lengths=None,
                          key_value_seq_lengths=None, local_window_size=None, implementation=None, return_residual=False):
    """softmax(query key^T scale + bias) value for [batch, length, heads, size]; queries may share key heads in groups."""
    if implementation not in (None, "xla", "cudnn"):
        raise ValueError(f"Unsupported implementation option: {implementation}")
    if implementation == "cudnn":
        raise NotImplementedError(f"jax.nn.dot_product_attention: implementation={implementation!r} is not supported by cjaxc")
    if return_residual:
        raise NotImplementedError("jax.nn.dot_product_attention: return_residual=True is not supported by cjaxc")
    query, key, value = (core.asarray(x) for x in (query, key, value))
    shape = query.shape
    query, key, value = _four(query), _four(key), _four(value)
    bias, mask = (x if x is None else _four(x) for x in (bias, mask))
    b, s, k, h = key.shape
    _check_part("value", value, [b, s, k, h], key.dtype)
    _check_part("query", query, [b, -1, -1, h], key.dtype)
    _check_part("mask", mask, [-1] * 4, core.bool_)
    _check_part("bias", bias, [-1] * 4, None)
    if query.shape[2] % k:
        raise ValueError(f"The number of query heads must be a multiple of key/value heads, but got {query.shape[2]} vs {k}")
    groups = query.shape[2] // key.shape[2]
    if groups > 1:
        key, value = jnp.repeat(key, groups, axis=2), jnp.repeat(value, groups, axis=2)
    scale = 1.0 / math.sqrt(query.shape[-1]) if scale is None else scale
    logits = jnp.einsum("btnh,bsnh->bnts", query, key, preferred_element_type=jnp.float32) * scale
    if bias is not None:
        logits = (logits + bias).astype(logits.dtype)
    own = _attention_mask(query.shape[1], key.shape[1], is_causal, query_seq_lengths, key_value_seq_lengths, local_window_size)
    for m in (mask, own):
        if m is not None:
            logits = jnp.where(m, logits, -0.7 * core.finfo(logits.dtype).max)
    weights = softmax(logits, axis=-1).astype(key.dtype)
    y = jnp.einsum("bnts,bsnh->btnh", weights, value)
    if query_seq_lengths is not None:
        y = jnp.where((jnp.arange(y.shape[1])[None] < jnp.asarray(query_seq_lengths)[:, None])[:, :, None, None], y, 0)
    return y.reshape(shape)
