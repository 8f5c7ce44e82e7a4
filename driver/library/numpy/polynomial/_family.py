"""What the families of numpy.polynomial share: arithmetic on coefficients, least squares, and the classes.

A family is a module with names PREFIXval, PREFIXmul, ...; functions here take the parts that differ.
"""

import numpy as np


def trimmed(c):
    """c without zeros at its end, at least one coefficient."""
    while len(c) > 1 and c[-1] == 0:
        c = c[:-1]
    return c


def series(c):
    c = np.atleast_1d(np.asarray(c))
    return c.astype(np.float64) if c.dtype.kind in "iub" else c


def one_series(c):
    """A series as an operand: of rank 1, without zeros at its end."""
    c = series(c)
    if c.ndim != 1:
        raise ValueError("Coefficient array is not 1-d")
    return trimmed(c)


def trim(c, tol=0):
    """c without what is at most tol at its end."""
    if tol < 0:
        raise ValueError("tol must be non-negative")
    c = one_series(c)
    while len(c) > 1 and abs(c[-1]) <= tol:
        c = c[:-1]
    return c * 0 if len(c) == 1 and abs(c[0]) <= tol else c


def points(x):
    """Where a series is evaluated: at numbers, or at a series."""
    return x if isinstance(x, Basis) else np.asarray(x)


def padded(c, n):
    return np.concatenate([c, np.zeros(n - len(c), c.dtype)]) if len(c) < n else c


def column(factors, c):
    """A factor for each coefficient, for series along axis 0 of c."""
    return factors.reshape(factors.shape + (1,) * (c.ndim - 1))


def add(c1, c2):
    c1, c2 = one_series(c1), one_series(c2)
    n = max(len(c1), len(c2))
    return trimmed(padded(c1, n) + padded(c2, n))


def subtract(c1, c2):
    return add(c1, -series(c2))


def divide(multiply):
    def div(c1, c2):
        c1, c2 = one_series(c1), one_series(c2)
        if c2[-1] == 0:
            raise ZeroDivisionError
        if len(c1) < len(c2):
            return c1[:1] * 0, c1
        if len(c2) == 1:
            return c1 / c2[-1], c1[:1] * 0
        rest, found = c1, []
        for i in range(len(c1) - len(c2), -1, -1):
            p = multiply(np.array([0.0] * i + [1.0]), c2)
            q = rest[-1] / p[-1]
            rest = rest[:-1] - q * p[:-1]
            found.append(q)
        return np.array(found[::-1]), trimmed(rest)
    return div


def power(multiply, most):
    def pow_(c, n, maxpower=most):
        c = one_series(c)
        if n != int(n) or n < 0:
            raise ValueError("Power must be a non-negative integer.")
        if maxpower is not None and n > maxpower:
            raise ValueError("Power is too large")
        out = c if n else np.ones(1, c.dtype)
        for _ in range(int(n) - 1):
            out = multiply(out, c)
        return out
    return pow_


def calculus(derivative, integral, val):
    """Derivatives and integrals of series along an axis, from those of one step along axis 0."""
    def der(c, m=1, scl=1, axis=0):
        if m < 0:
            raise ValueError("The order of derivation must be non-negative")
        c = np.moveaxis(series(c), axis, 0)
        for _ in range(m):
            c = derivative(c * scl) if len(c) > 1 else c[:1] * 0
        return np.moveaxis(c, 0, axis)

    def int_(c, m=1, k=(), lbnd=0, scl=1, axis=0):
        k = list(k) if np.ndim(k) else [k]
        if m < 0:
            raise ValueError("The order of integration must be non-negative")
        if len(k) > m:
            raise ValueError("Too many integration constants")
        if np.ndim(lbnd) or np.ndim(scl):
            raise ValueError(f"{'lbnd' if np.ndim(lbnd) else 'scl'} must be a scalar.")
        c = np.moveaxis(series(c), axis, 0)
        for constant in k + [0] * (m - len(k)):
            if len(c) == 1 and np.all(c == 0):
                c = c + constant
                continue
            c = integral(c * scl)
            c = np.concatenate([(c[0] + constant - val(lbnd, c))[None], c[1:]])
        return np.moveaxis(c, 0, axis)
    return der, int_


def vander2d(vander):
    def van(x, y, deg):
        dx, dy = deg
        a, b = vander(x, dx), vander(y, dy)
        return (a[..., :, None] * b[..., None, :]).reshape(a.shape[:-1] + (-1,))
    return van


def points2d(vander):
    def at(x, y, c):
        c = np.asarray(c)
        if c.ndim != 2:
            raise NotImplementedError(f"numpy.polynomial: val2d with coefficients of rank {c.ndim} is not supported by cjax")
        a, b = vander(np.asarray(x), c.shape[0] - 1), vander(np.asarray(y), c.shape[1] - 1)
        return np.einsum("...i,ij,...j->...", a, c, b)
    return at


def fit(vander):
    """Least squares in a family's basis, with columns scaled as NumPy does."""
    def found(x, y, deg, rcond=None, full=False, w=None):
        x, y = series(x), series(y)
        if full:
            raise NotImplementedError("numpy.polynomial: fit with full=True is not supported by cjax")
        if x.ndim != 1:
            raise TypeError("expected 1D vector for x")
        if len(x) != len(y):
            raise TypeError("expected x and y to have same length")
        powers = sorted(deg) if np.ndim(deg) else list(range(deg + 1))
        if not powers or powers[0] < 0:
            raise ValueError("expected deg >= 0")
        a = vander(x, powers[-1])[:, np.array(powers)].T
        if w is not None:
            a, y = a * np.asarray(w), (y.T * np.asarray(w)).T
        scale = np.sqrt(np.square(np.abs(a)).sum(1))
        scale = np.where(scale == 0, 1, scale)
        c = np.linalg.lstsq(a.T / scale, y, rcond)[0]
        c = (c.T / scale).T
        if len(powers) == powers[-1] + 1:
            return c
        out = np.zeros((powers[-1] + 1,) + c.shape[1:], c.dtype)
        for i, p in enumerate(powers):
            out[p] = c[i]
        return out
    return found


def from_roots(multiply, line):
    """The product of lines through the roots, by halves as NumPy multiplies them."""
    def made(roots):
        parts = [line(-r, 1) for r in np.sort(series(roots))]
        while len(parts) > 1:
            half, odd = divmod(len(parts), 2)
            made = [multiply(parts[i], parts[i + half]) for i in range(half)]
            parts = [multiply(made[0], parts[-1]), *made[1:]] if odd else made
        return parts[0] if parts else np.ones(1)
    return made


def roots_of(companion):
    def roots(c):
        c = one_series(c)
        if len(c) < 2:
            return np.array([], dtype=c.dtype)
        if len(c) == 2:
            return companion(c)[0, :1]
        return np.sort(np.linalg.eigvals(companion(c)[::-1, ::-1]))
    return roots


def interval(x):
    """The domain of points."""
    x = series(x)
    if x.dtype.kind == "c":
        raise NotImplementedError("numpy.polynomial: the domain of complex points is not supported by cjax; give domain=")
    return np.array([x.min(), x.max()])


class Basis:
    """A series with its domain and window; subclasses give _family, a dict of functions, and basis_name."""

    domain, window = np.array([-1.0, 1.0]), np.array([-1.0, 1.0])

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        self.coef = series(coef)
        if self.coef.ndim != 1:
            raise ValueError("Coefficient array is not 1-d")
        if domain is not None:
            self.domain = series(domain)
        if window is not None:
            self.window = series(window)
        for what, ends in (("Domain", self.domain), ("Window", self.window)):
            if len(ends) != 2:
                raise ValueError(f"{what} has wrong number of elements.")
        if not isinstance(symbol, str):
            raise TypeError("Symbol must be a non-empty string")
        if not symbol.isidentifier():
            raise ValueError("Symbol string must be a valid Python identifier")
        self.symbol = symbol

    def mapparms(self):
        (a, b), (c, d) = self.domain, self.window
        return (b * c - a * d) / (b - a), (d - c) / (b - a)

    def __call__(self, x):
        off, scale = self.mapparms()
        return self._family["val"](off + scale * points(x), self.coef)

    def _new(self, coef):
        return type(self)(coef, self.domain, self.window, self.symbol)

    def _coef(self, other):
        if not isinstance(other, Basis):
            return other
        if type(other) is not type(self):
            raise TypeError("Polynomial types differ")
        if not self.has_samedomain(other):
            raise TypeError("Domains differ")
        if not self.has_samewindow(other):
            raise TypeError("Windows differ")
        if self.symbol != other.symbol:
            raise ValueError("Polynomial symbols differ")
        return other.coef

    def degree(self):
        return len(self.coef) - 1

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def copy(self):
        return self._new(self.coef)

    def deriv(self, m=1):
        off, scale = self.mapparms()
        return self._new(self._family["der"](self.coef, m, scale))

    def integ(self, m=1, k=(), lbnd=None):
        off, scale = self.mapparms()
        lower = 0 if lbnd is None else off + scale * lbnd
        return self._new(self._family["int"](self.coef, m, list(np.atleast_1d(k)) if not isinstance(k, (list, tuple)) else list(k),
                                             lower, 1.0 / scale))

    def roots(self):
        (a, b), (c, d) = self.window, self.domain
        off, scale = (b * c - a * d) / (b - a), (d - c) / (b - a)
        return off + scale * self._family["roots"](self.coef)

    def linspace(self, n=100, domain=None):
        low, high = self.domain if domain is None else domain
        x = np.linspace(low, high, n)
        return x, self(x)

    def trim(self, tol=0):
        return self._new(trim(self.coef, tol))

    def truncate(self, size):
        if size != int(size) or size < 1:
            raise ValueError("size must be a positive integer")
        return self._new(self.coef[:int(size)])

    def cutdeg(self, deg):
        return self.truncate(deg + 1)

    def has_samecoef(self, other):
        return len(self.coef) == len(other.coef) and bool((self.coef == other.coef).all())

    def has_samedomain(self, other):
        return bool((self.domain == other.domain).all())

    def has_samewindow(self, other):
        return bool((self.window == other.window).all())

    def has_sametype(self, other):
        return isinstance(other, type(self))

    def convert(self, domain=None, kind=None, window=None):
        kind = type(self) if kind is None else kind
        return self(kind.identity(kind.domain if domain is None else domain, kind.window if window is None else window,
                                  self.symbol))

    @classmethod
    def identity(cls, domain=None, window=None, symbol="x"):
        domain, window = cls.domain if domain is None else domain, cls.window if window is None else window
        (a, b), (c, d) = window, domain
        return cls(cls._family["line"]((b * c - a * d) / (b - a), (d - c) / (b - a)), domain, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol="x"):
        return cls([0] * deg + [1], domain, window, symbol)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol="x"):
        x = np.asarray(x)
        if domain is None:
            domain = interval(x)
            if domain[0] == domain[1]:
                domain = domain + np.array([-1.0, 1.0])
        elif isinstance(domain, list) and not domain:
            domain = cls.domain
        made = cls([0.0], domain, window, symbol)
        off, scale = made.mapparms()
        return made._new(cls._family["fit"](off + scale * x, y, deg, rcond, full, w))

    @classmethod
    def fromroots(cls, roots, domain=[], window=None, symbol="x"):
        roots = series(roots)
        if domain is None:
            domain = interval(roots)
        made = cls([0.0], cls.domain if isinstance(domain, list) and not domain else domain, window, symbol)
        off, scale = made.mapparms()
        deg = len(roots)
        return made._new(cls._family["fromroots"](off + scale * roots) / scale**deg)

    def __add__(self, other):
        return self._new(add(self.coef, self._coef(other)))

    def __sub__(self, other):
        return self._new(subtract(self.coef, self._coef(other)))

    def __rsub__(self, other):
        return self._new(subtract(self._coef(other), self.coef))

    def __mul__(self, other):
        return self._new(self._family["mul"](self.coef, self._coef(other)))

    __radd__, __rmul__ = __add__, __mul__

    def __truediv__(self, other):
        if isinstance(other, (Basis, bool, list, tuple)) or np.ndim(other):
            raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
        return self // other

    def __divmod__(self, other):
        q, r = self._family["div"](self.coef, self._coef(other))
        return self._new(q), self._new(r)

    def __rdivmod__(self, other):
        q, r = self._family["div"](self._coef(other), self.coef)
        return self._new(q), self._new(r)

    def __floordiv__(self, other):
        return self.__divmod__(other)[0]

    def __mod__(self, other):
        return self.__divmod__(other)[1]

    def __rfloordiv__(self, other):
        return self.__rdivmod__(other)[0]

    def __rmod__(self, other):
        return self.__rdivmod__(other)[1]

    def __neg__(self):
        return self._new(-self.coef)

    def __pos__(self):
        return self

    def __pow__(self, n):
        return self._new(self._family["pow"](self.coef, n, 100))

    def __eq__(self, other):
        return isinstance(other, type(self)) and self.has_samecoef(other) and self.has_samedomain(other) and \
            self.has_samewindow(other) and self.symbol == other.symbol

    __hash__ = None

    def __repr__(self):
        parts = [repr(a)[6:-1] for a in (self.coef, self.domain, self.window)]
        return f"{type(self).__name__}({parts[0]}, domain={parts[1]}, window={parts[2]}, symbol='{self.symbol}')"

    def __str__(self):
        from _cjax import numpy as core
        off, scale = [core.concrete(v) for v in self.mapparms()]
        text = self.symbol if scale == 1 else f"{_number(scale)}{self.symbol}"
        text = text if off == 0 else f"{_number(off)} + {text}"
        text = text if (off, scale) == (0, 1) else f"({text})"
        width, out = np.get_printoptions().get("linewidth", 75), _number(core.concrete(self.coef[0]))
        for i, a in enumerate(self.coef[1:], 1):
            a, out = core.concrete(a), out + " "
            positive = (a.real, a.imag) >= (0, 0) if isinstance(a, complex) else a >= 0
            sign, term = "+" if positive else "-", f"{_number(a if positive else -a, True)}{self._term(i, text)}"
            wide = len(out.split("\n")[-1]) + len(term) + (4 if i < len(self.coef) - 1 else 2)
            out += sign + ("\n" if wide >= width else " ") + term
        return out

    def _term(self, i, text):
        return f"·{self.basis_name}{str(i).translate(_SUBSCRIPTS)}({text})"


def _number(x, parens=False):
    """x with the digits that arrays are printed with."""
    if isinstance(x, complex) or x != x or x in (np.inf, -np.inf):
        return str(x)
    digits = np.get_printoptions()["precision"]
    if x and (abs(x) >= 1e8 or abs(x) < 10**min(0, -(digits - 1) // 2)):
        text = np.format_float_scientific(x, precision=digits, trim="0")
        return f"({text})" if parens else text
    return np.format_float_positional(x, precision=digits, trim="0")


_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
