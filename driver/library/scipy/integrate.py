"""scipy.integrate: rules on samples, and adaptive quadrature."""

import warnings

import numpy as np
from numpy import trapezoid  # noqa: F401
from scipy._mapped import missing

__getattr__ = missing("scipy.integrate")


class IntegrationWarning(UserWarning):
    """An integral that may not be as exact as was asked."""


def _samples(y, axis):
    """y in 64 bits with the axis of samples last."""
    y = np.asarray(y)
    return np.moveaxis(y.astype(np.complex128 if y.dtype.kind == "c" else np.float64), axis, -1)


def _steps(x, y, axis):
    """The lengths between samples at x: of rank 1, or of the shape of y."""
    x = np.asarray(x, np.float64)
    x = x if x.ndim == 1 else np.moveaxis(x, axis, -1)
    if x.shape[-1] != y.shape[-1] or (x.ndim > 1 and x.shape != y.shape):
        raise ValueError("If given, shape of `x` must be the same as `y` or 1-D of its length along `axis`.")
    return np.diff(x)


def cumulative_trapezoid(y, x=None, dx=1.0, axis=-1, initial=None):
    y = _samples(y, axis)
    d = dx if x is None else _steps(x, y, axis)
    if initial is not None and initial != 0:
        raise ValueError("`initial` must be `None` or `0`.")
    out = np.cumsum(d * (y[..., 1:] + y[..., :-1]) / 2.0, axis=-1)
    if initial is not None:
        out = np.concatenate([np.full(out.shape[:-1] + (1,), float(initial)), out], axis=-1)
    return np.moveaxis(out, -1, axis)


def simpson(y, x=None, *, dx=1.0, axis=-1):
    """Simpson's rule for an odd number of samples; for an even one Cartwright's correction of the last interval."""
    y = _samples(y, axis)
    n = y.shape[-1]
    h = np.full(n - 1, float(dx)) if x is None else _steps(x, y, axis)
    if n == 2:
        return 0.5 * h[..., 0] * (y[..., 0] + y[..., 1])
    last = n - 1 if n % 2 else n - 2
    h0, h1 = h[..., 0:last:2], h[..., 1:last:2]
    total = h0 + h1
    terms = y[..., 0:last - 1:2] * (2.0 - h1 / h0) + y[..., 1:last:2] * (total * (total / (h0 * h1))) + y[..., 2:last + 1:2] * (2.0 - h0 / h1)
    result = np.sum(total / 6.0 * terms, axis=-1)
    if n % 2 == 0:
        a, b = h[..., -2], h[..., -1]
        alpha = (2 * b**2 + 3 * a * b) / (6 * (b + a))
        beta = (b**2 + 3.0 * a * b) / (6 * a)
        eta = b**3 / (6 * a * (a + b))
        result = result + alpha * y[..., -1] + beta * y[..., -2] - eta * y[..., -3]
    return result


_NODES = np.array([0.995657163025808080735527280689003, 0.973906528517171720077964012084452, 0.930157491355708226001207180059508,
                   0.865063366688984510732096688423493, 0.780817726586416897063717578345042, 0.679409568299024406234327365114874,
                   0.562757134668604683339000099272694, 0.433395394129247190799265943165784, 0.294392862701460198131126603103866,
                   0.14887433898163121088482600112972, 0.0])
_KRONROD = np.array([0.011694638867371874278064396062192, 0.03255816230796472747881897245939, 0.05475589657435199603138130024458,
                     0.07503967481091995276704314091619, 0.093125454583697605535065465083366, 0.109387158802297641899210590325805,
                     0.123491976262065851077958109585166, 0.134709217311473325928054001771707, 0.142775938577060080797094273138717,
                     0.147739104901338491374841515972068, 0.149445554002916905664936468389821])
_GAUSS = np.array([0.066671344308688137593568809893332, 0.149451349150580593145863397657697, 0.219086362515982043995534934228163,
                   0.269266719309996355091226921569469, 0.295524224714752870173815619188769])


def _rule(f, a, b):
    """Kronrod's rule of 21 points and how far Gauss's of 10 is from it."""
    centre, half = (a + b) / 2, (b - a) / 2
    total, gauss = f(centre) * _KRONROD[10], 0.0
    for i in range(10):
        both = f(centre - half * _NODES[i]) + f(centre + half * _NODES[i])
        total = total + _KRONROD[i] * both
        if i % 2:
            gauss = gauss + _GAUSS[i // 2] * both
    return total * half, abs((total - gauss) * half)


def quad(func, a, b, args=(), epsabs=1.49e-8, epsrel=1.49e-8, limit=50):
    """The integral and an estimate of its error (not QUADPACK's): intervals are halved until that is small."""
    args = args if isinstance(args, tuple) else (args,)
    if a > b:
        value, error = quad(func, b, a, args, epsabs, epsrel, limit)
        return -value, error
    f = lambda x: func(x, *args)
    if a == -np.inf or b == np.inf:
        f, a, b = _finite(f, a, b)
    parts = [(*_rule(f, a, b), a, b)]
    while True:
        value, error = sum([p[0] for p in parts]), sum([p[1] for p in parts])
        if error <= max(epsabs, epsrel * abs(value)):
            return value, error
        if len(parts) >= limit:
            warnings.warn(f"The maximum number of subdivisions ({limit}) has been achieved.", IntegrationWarning, stacklevel=2)
            return value, error
        worst = max(range(len(parts)), key=lambda i: parts[i][1])
        _, _, low, high = parts.pop(worst)
        middle = (low + high) / 2
        parts += [(*_rule(f, low, middle), low, middle), (*_rule(f, middle, high), middle, high)]


def _finite(f, a, b):
    """The integrand on (0, 1] of one on a half line or the whole line, x = a + (1 - t) / t."""
    if a == -np.inf and b == np.inf:
        return (lambda t: (f((1 - t) / t) + f(-(1 - t) / t)) / (t * t)), 0.0, 1.0
    if b == np.inf:
        return (lambda t: f(a + (1 - t) / t) / (t * t)), 0.0, 1.0
    return (lambda t: f(b - (1 - t) / t) / (t * t)), 0.0, 1.0
