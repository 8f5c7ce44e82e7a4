"""numpy.testing: assertions on arrays, with NumPy's messages."""

import numpy as np


def _all(x):
    return bool(np.all(x))


def _lines(x, y):
    def show(name, a):
        a = np.asarray(a)
        if a.ndim == 0:
            return f" {name}: array({a})" if a.dtype == np.float64 else f" {name}: {np.array_repr(a)}"
        text = np.array_repr(a).splitlines()
        return f" {name}: " + "\n".join(text[:3]) + ("..." if len(text) > 3 else "")

    return [show("ACTUAL", x), show("DESIRED", y)]


def _shape_error(header, x, y, err_msg):
    lines = ["", header]
    if err_msg:
        lines.append(err_msg)
    lines.append(f"(shapes {x.shape}, {y.shape} mismatch)")
    raise AssertionError("\n".join(lines + _lines(x, y)))


def _compare(header, x, y, good, err_msg, verbose):
    """Raises unless all of good; the message tells how far apart x and y are."""
    if _all(good):
        return
    lines = ["", header, err_msg]
    bad = np.logical_not(good)
    n, total = int(np.count_nonzero(bad)), int(np.size(bad))
    lines.append(f"Mismatched elements: {n} / {total} ({100 * n / total:.3g}%)")
    if x.dtype != np.bool_ and y.dtype != np.bool_:
        error = np.abs(np.subtract(x, y))
        lines.append(f"Max absolute difference among violations: {np.array2string(np.max(np.where(bad, error, 0)))}")
        nonzero = np.logical_and(bad, np.not_equal(y, 0))
        relative = np.where(nonzero, np.divide(error, np.abs(np.where(np.equal(y, 0), 1, y))), 0)
        lines.append(f"Max relative difference among violations: {np.array2string(np.max(relative))}")
    raise AssertionError("\n".join(lines + (_lines(x, y) if verbose else [])))


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True, *, strict=False):
    """|actual - desired| <= atol + rtol |desired| everywhere."""
    x, y = np.asarray(actual), np.asarray(desired)
    header = f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}"
    if x.shape != y.shape and x.ndim and y.ndim:
        _shape_error(header, x, y, err_msg)
    _compare(header, x, y, np.isclose(x, y, rtol, atol, equal_nan), err_msg, verbose)


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    x, y = np.asarray(actual), np.asarray(desired)
    if x.shape != y.shape and x.ndim and y.ndim:
        _shape_error("Arrays are not equal", x, y, err_msg)
    both_nan = np.logical_and(np.not_equal(x, x), np.not_equal(y, y))
    _compare("Arrays are not equal", x, y, np.logical_or(np.equal(x, y), both_nan), err_msg, verbose)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    x, y = np.asarray(actual), np.asarray(desired)
    header = f"Arrays are not almost equal to {decimal} decimals"
    if x.shape != y.shape and x.ndim and y.ndim:
        _shape_error(header, x, y, err_msg)
    _compare(header, x, y, np.less(np.abs(np.subtract(x, y)), 1.5 * 10.0 ** (-decimal)), err_msg, verbose)


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    assert_array_almost_equal(actual, desired, decimal, err_msg, verbose)


def assert_array_less(x, y, err_msg="", verbose=True, *, strict=False):
    x, y = np.asarray(x), np.asarray(y)
    _compare("Arrays are not strictly ordered `x < y`", x, y, np.less(x, y), err_msg, verbose)


def assert_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for a, d in zip(actual, desired):
            assert_equal(a, d, err_msg, verbose)
    elif isinstance(desired, dict):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for k in desired:
            assert_equal(actual[k], desired[k], err_msg, verbose)
    elif hasattr(actual, "shape") or hasattr(desired, "shape"):
        assert_array_equal(actual, desired, err_msg, verbose)
    elif actual != desired:
        raise AssertionError(f"\nItems are not equal:\n ACTUAL: {actual!r}\n DESIRED: {desired!r}")


def assert_(val, msg=""):
    if not val:
        raise AssertionError(msg)


def assert_raises(exception_class, *args, **kwargs):
    manager = _Raises(exception_class)
    if not args:
        return manager
    with manager:
        args[0](*args[1:], **kwargs)


class _Raises:
    def __init__(self, expected):
        self.expected = expected

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            raise AssertionError(f"{self.expected.__name__} not raised")
        self.exception = exc_value
        return issubclass(exc_type, self.expected)
