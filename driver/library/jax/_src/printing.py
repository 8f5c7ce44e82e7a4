"""numpy's print options and the functions that make texts of arrays.

Options are known while compiling; a text is made by the executable, in a style that carries the options (the
runtime's options.h).
"""

import math
import sys

from _cjax.made import settled
from _cjax import host as core

_DEFAULTS = {"edgeitems": 3, "threshold": 1000, "floatmode": "maxprec", "precision": 8, "suppress": False,
             "linewidth": 75, "nanstr": "nan", "infstr": "inf", "sign": "-", "formatter": None, "legacy": False,
             "override_repr": None}
_LETTERS = {"edgeitems": "e", "threshold": "t", "floatmode": "m", "precision": "p", "suppress": "s", "linewidth": "w",
            "nanstr": "n", "infstr": "i", "sign": "g", "separator": "x", "prefix": "h", "suffix": "u"}
_MODES = {"fixed": "f", "unique": "u", "maxprec": "m", "maxprec_equal": "e"}
_state = core.print_options


def get_printoptions():
    options = dict(_DEFAULTS)
    options.update(_state.get("options", {}))
    return options


def _checked(given):
    """The options that were given, with NumPy's errors."""
    options = {k: v for k, v in given.items() if v is not None}
    if options.get("floatmode", "maxprec") not in _MODES:
        raise ValueError('floatmode option must be one of "fixed", "unique", "maxprec", "maxprec_equal"')
    if options.get("sign", "-") not in ("-", "+", " "):
        raise ValueError("sign option must be one of ' ', '+', or '-'")
    if "threshold" in options:
        if not isinstance(options["threshold"], (int, float)):
            raise TypeError("threshold must be numeric")
        if math.isnan(options["threshold"]):
            raise ValueError("threshold must be non-NAN, try sys.maxsize for untruncated representation")
        options["threshold"] = int(min(options["threshold"], sys.maxsize))
    if "precision" in options and not hasattr(options["precision"], "__index__"):
        raise TypeError("precision must be an integer")
    if options.get("precision", 8) > 400:
        core.refuse_options("a precision of more than 400 digits")
    if "suppress" in options:
        options["suppress"] = bool(options["suppress"])
    for name in ("override_repr", "legacy"):
        if name in options and options[name]:
            core.refuse_options(f"'{name}' is not supported")
    if options.get("edgeitems", 3) < 1:
        core.refuse_options("no edge items")
    return options


def _encoded(value):
    if isinstance(value, bool):
        return str(int(value))
    text = _MODES.get(value, str(value))
    if len(text) > 23 or ";" in text or "\n" in text:
        core.refuse_options(f"the text {text!r}")
    return text


def _style(options):
    """The options that differ from NumPy's defaults, as the runtime reads them."""
    parts = [f"{_LETTERS[k]}={_encoded(v)}" for k, v in options.items() if k in _LETTERS and _DEFAULTS.get(k) != v]
    return "opt:" + ";".join(parts) + "\n" if parts else ""


def _install(options):
    _state["options"] = options
    _state["text"] = _style(options)
    _state["formatter"] = options["formatter"] or None


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None,
                     infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None):
    options = get_printoptions()
    options["formatter"] = None  # holds until the next call
    options.update(_checked({"precision": precision, "threshold": threshold, "edgeitems": edgeitems,
                             "linewidth": linewidth, "suppress": suppress, "nanstr": nanstr, "infstr": infstr,
                             "formatter": formatter, "sign": sign, "floatmode": floatmode, "legacy": legacy,
                             "override_repr": override_repr}))
    _install(options)


class printoptions:
    """Print options for the statements of a with statement."""

    def __init__(self, *args, **kwargs):
        self._args, self._kwargs = args, kwargs

    def __enter__(self):
        self._before = get_printoptions()
        set_printoptions(*self._args, **self._kwargs)
        return get_printoptions()

    def __exit__(self, *exc):
        _install(self._before)

    def __call__(self, function):
        def wrapped(*args, **kwargs):
            with self.__class__(*self._args, **self._kwargs):
                return function(*args, **kwargs)
        wrapped.__name__ = function.__name__
        return wrapped


def _as_array(a):
    return a if hasattr(a, "shape") else core.asarray(a)


def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", *,
                 formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix="", legacy=None):
    options = get_printoptions()
    options.update(_checked({"linewidth": max_line_width, "precision": precision, "suppress": suppress_small,
                             "formatter": formatter, "threshold": threshold, "edgeitems": edgeitems, "sign": sign,
                             "floatmode": floatmode, "legacy": legacy}))
    if separator != " ":
        options["separator"] = separator
    options.update({"prefix": len(prefix), "suffix": len(suffix)})
    if options["formatter"]:
        from jax._src.formatter import function_of, layout
        a = _as_array(a)
        write = function_of(options["formatter"], a.dtype)
        if write is not None:
            return layout(a, write, options, separator, len(prefix), len(suffix))[0]
    return core.styled(_as_array(a), _style(options) + "array2string")


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    if len(a.shape) == 0:
        return str(a)
    return array2string(a, max_line_width, precision, suppress_small, " ", "")


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    options = get_printoptions()
    if options["formatter"]:
        with printoptions(precision, linewidth=max_line_width, suppress=suppress_small):
            return repr(arr)
    options.update(_checked({"linewidth": max_line_width, "precision": precision, "suppress": suppress_small}))
    if not core.is_ndarray(arr):
        options["prefix"] = 10
    return core.styled(arr, _style(options) + "nprepr")


def format_float_positional(x, precision=None, unique=True, fractional=True, trim="k", sign=False, pad_left=None,
                            pad_right=None, min_digits=None):
    if not (unique and fractional) or pad_left or pad_right or min_digits or trim not in "k.0-":
        core.refuse_options("these arguments of format_float_positional")
    mode = "unique" if precision is None else "maxprec"
    options = {"precision": 8 if precision is None else precision, "floatmode": mode, "suppress": 2,
               "sign": "+" if sign else "-", "prefix": 0, "suffix": 0}
    text = core.styled(core.asarray(x), _style(options) + "array2string")
    return text + "0" if trim == "0" and text.endswith(".") else text.rstrip(".") if trim == "-" else text


def format_float_scientific(x, precision=None, unique=True, trim="k", sign=False, pad_left=None, exp_digits=None,
                            min_digits=None):
    if pad_left or min_digits or trim not in "k.0-" or not unique and precision is None:
        core.refuse_options("these arguments of format_float_scientific: write f'{x:e}'")
    text = settled(str(x), "format_float_scientific")
    sign = "-" if text.startswith("-") else "+" if sign else ""
    text = text.removeprefix("-")
    if text in ("nan", "inf"):
        return (sign if text == "inf" else "") + text
    digits, power = _digits(text)
    if precision is not None and (not unique or len(digits) > precision + 1):
        digits, power = _digits(f"{abs(float(text)):.{precision}e}")
        digits += "0" * (0 if unique else precision + 1 - len(digits))
    rest = digits[1:] if trim == "k" else digits[1:].rstrip("0")
    rest = rest or ("0" if trim == "0" else "")
    point = "" if trim == "-" and not rest else "."
    return f"{sign}{digits[0]}{point}{rest}e{'-' if power < 0 else '+'}{str(abs(power)).zfill(exp_digits or 2)}"


def _digits(text):
    """The significant digits of a number's text, and the power of ten of the first."""
    mantissa, _, power = text.partition("e")
    whole, _, fraction = mantissa.partition(".")
    found = (whole + fraction).lstrip("0")
    if not found:
        return "0", 0
    return found.rstrip("0"), len(found) - len(fraction) - 1 + int(power or 0)
