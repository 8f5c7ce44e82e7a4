"""The windows of scipy.signal.get_window, periodic: known while compiling, as their length is."""

import math

_COSINES = {"hann": (0.5, 0.5), "hamming": (0.54, 0.46), "blackman": (0.42, 0.5, 0.08),
            "nuttall": (0.3635819, 0.4891775, 0.1365995, 0.0106411), "blackmanharris": (0.35875, 0.48829, 0.14128, 0.01168),
            "flattop": (0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368)}
_ALIASES = {"han": "hann", "hamm": "hamming", "ham": "hamming", "black": "blackman", "blk": "blackman",
            "nutl": "nuttall", "nut": "nuttall", "blackharr": "blackmanharris", "bkh": "blackmanharris", "flat": "flattop",
            "flt": "flattop", "box": "boxcar", "ones": "boxcar", "rect": "boxcar", "rectangular": "boxcar", "bart": "bartlett",
            "brt": "bartlett", "triangle": "triang", "tri": "triang", "halfcosine": "cosine", "parz": "parzen", "par": "parzen",
            "bman": "bohman", "bmn": "bohman", "brthan": "barthann", "bth": "barthann", "gauss": "gaussian", "gss": "gaussian",
            "ksr": "kaiser", "sinc": "lanczos", "tuk": "tukey", "poisson": "exponential",
            "general cosine": "general_cosine", "general hamming": "general_hamming"}
_REFUSED = ("chebwin", "cheb", "dpss", "taylor", "taylorwin", "kaiser bessel derived", "kaiser_bessel_derived", "kbd",
            "general gaussian", "general_gaussian", "general gauss", "general_gauss", "ggs")
_NEED, _MAY = ("kaiser", "gaussian", "general_hamming", "general_cosine"), ("tukey", "exponential")


def _cosines(weights):
    return lambda k, m: sum(a * math.cos(i * (2 * math.pi * k / (m - 1) - math.pi)) for i, a in enumerate(weights))


def _i0(x):
    total = term = 1.0
    for k in range(1, 500):
        term *= (x / (2 * k)) ** 2
        total += term
    return total


def _kaiser(beta):
    return lambda k, m: _i0(beta * math.sqrt(max(0.0, 1 - (2 * k / (m - 1) - 1) ** 2))) / _i0(beta)


def _tukey(alpha=0.5):
    def value(k, m):
        edge = min(k, m - 1 - k) * 2 / (alpha * (m - 1)) if alpha > 0 else 1
        return 1.0 if edge >= 1 else 0.5 * (1 - math.cos(math.pi * edge))
    return _cosines(_COSINES["hann"]) if alpha >= 1 else value


def _triang(k, m):
    i = min(k, m - 1 - k) + 1
    return 2 * i / (m + 1) if m % 2 else (2 * i - 1) / m


def _parzen(k, m):
    x = abs(k - (m - 1) / 2) / (m / 2)
    return 1 - 6 * x ** 2 + 6 * x ** 3 if abs(k - (m - 1) / 2) <= (m - 1) / 4 else 2 * (1 - x) ** 3


def _bohman(k, m):
    x = abs(2 * k / (m - 1) - 1)
    return 0.0 if x >= 1 else (1 - x) * math.cos(math.pi * x) + math.sin(math.pi * x) / math.pi


def _barthann(k, m):
    x = abs(k / (m - 1) - 0.5)
    return 0.62 - 0.48 * x + 0.38 * math.cos(2 * math.pi * x)


def _lanczos(k, m):
    x = math.pi * (2 * k / (m - 1) - 1)
    return math.sin(x) / x if x else 1.0


def _exponential(center=None, tau=1.0):
    return lambda k, m: math.exp(-abs(k - ((m - 1) / 2 if center is None else center)) / tau)


_MAKERS = {"boxcar": lambda: lambda k, m: 1.0, "bartlett": lambda: lambda k, m: 1 - abs(2 * k / (m - 1) - 1),
           "cosine": lambda: lambda k, m: math.sin(math.pi / m * (k + 0.5)), "triang": lambda: _triang,
           "parzen": lambda: _parzen, "bohman": lambda: _bohman, "barthann": lambda: _barthann, "lanczos": lambda: _lanczos,
           "gaussian": lambda std: lambda k, m: math.exp(-((k - (m - 1) / 2) ** 2) / (2 * std * std)),
           "kaiser": _kaiser, "tukey": _tukey, "exponential": _exponential, "general_cosine": _cosines,
           "general_hamming": lambda alpha: _cosines((alpha, 1 - alpha)),
           **{name: lambda weights=weights: _cosines(weights) for name, weights in _COSINES.items()}}


def window(which, n):
    """n numbers of the window of this name, or (name, parameters...)."""
    name, parameters = (which[0], which[1:]) if isinstance(which, tuple) else (which, ())
    given = name = name[:-9] if name.endswith("_periodic") else name
    name = _ALIASES.get(name, name)
    if name in _REFUSED or name.endswith("_symmetric"):
        raise NotImplementedError(f"jax.scipy.signal: window={which!r} is not supported by cjax: give an array")
    if name not in _MAKERS:
        raise ValueError(f"Invalid window name '{given}' in parameter window={which!r}!")
    if parameters and name not in _NEED + _MAY:
        raise ValueError(f"'{given}' does not allow parameters, but window={which!r}!")
    if not parameters and name in _NEED:
        raise ValueError(f"'{given}' must have parameters, but window={which!r}!")
    value = _MAKERS[name](*parameters)
    return [1.0] if n == 1 else [value(k, n + 1) for k in range(n)]
