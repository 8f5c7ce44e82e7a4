"""numpy.poly1d: polynomials by their coefficients, the highest power first."""

import numpy as np


class poly1d:
    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            self.coeffs, self.variable = c_or_r.coeffs, c_or_r.variable if variable is None else variable
            return
        c = np.atleast_1d(np.asarray(c_or_r))
        if r:
            c = np.poly(c)
        if c.ndim > 1:
            raise ValueError("Polynomial must be 1d only.")
        while len(c) > 1 and c[0] == 0:
            c = c[1:]
        self.coeffs, self.variable = c, "x" if variable is None else variable

    c = coef = coefficients = property(lambda self: self.coeffs)
    order = o = property(lambda self: len(self.coeffs) - 1)
    roots = r = property(lambda self: np.roots(self.coeffs))

    def __call__(self, val):
        if isinstance(val, poly1d):
            out = poly1d([0])
            for a in self.coeffs:
                out = out * val + a
            return out
        return np.polyval(self.coeffs, val)

    def __array__(self, dtype=None, copy=None):
        return self.coeffs if dtype is None else self.coeffs.astype(dtype)

    def __len__(self):
        return self.order

    def __iter__(self):
        return iter(self.coeffs)

    def __getitem__(self, power):
        return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs.dtype.type(0)

    def __setitem__(self, power, value):
        if power < 0:
            raise ValueError("Does not support negative powers.")
        if power > self.order:
            self.coeffs = np.concatenate([np.zeros(power - self.order, self.coeffs.dtype), self.coeffs])
        self.coeffs[self.order - power] = value

    def deriv(self, m=1):
        return poly1d(np.polyder(self.coeffs, m))

    def integ(self, m=1, k=0):
        return poly1d(np.polyint(self.coeffs, m, k) if np.ndim(k) else np.polyint(self.coeffs, m, [k] * m))

    def _other(self, other):
        return other.coeffs if isinstance(other, poly1d) else np.atleast_1d(np.asarray(other))

    def __add__(self, other):
        return poly1d(np.polyadd(self.coeffs, self._other(other)))

    def __sub__(self, other):
        return poly1d(np.polysub(self.coeffs, self._other(other)))

    def __rsub__(self, other):
        return poly1d(np.polysub(self._other(other), self.coeffs))

    def __mul__(self, other):
        return poly1d(np.polymul(self.coeffs, self._other(other)))

    __radd__, __rmul__ = __add__, __mul__

    def __truediv__(self, other):
        if isinstance(other, poly1d) or np.ndim(other):
            q, r = np.polydiv(self.coeffs, poly1d(other).coeffs)
            return poly1d(q), poly1d(r)
        return poly1d(self.coeffs / other)

    def __rtruediv__(self, other):
        return poly1d(other) / self if np.ndim(other) else poly1d(other / self.coeffs)

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __pos__(self):
        return self

    def __pow__(self, n):
        if np.ndim(n) or int(n) != n or n < 0:
            raise ValueError("Power to non-negative integers only.")
        out = poly1d([1])
        for _ in range(n):
            out = out * self
        return out

    def __eq__(self, other):
        return isinstance(other, poly1d) and self.coeffs.shape == other.coeffs.shape and bool((self.coeffs == other.coeffs).all())

    __hash__ = None

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __str__(self):
        """Exponents stand in a line above."""
        from _cjax import numpy as core
        parts, v = [], self.variable
        for i, a in enumerate(self.coeffs):
            power, text = self.order - i, _digits(core.concrete(a))
            if text == "0" and self.order:
                continue
            if power:
                text = f"{text} {v}" if power == 1 else f"{text} {v}**{power}"
            if i and parts:
                text = f" - {text[1:]}" if text[0] == "-" else f" + {text}"
            parts.append(text)
        return _raised("".join(parts))


def _digits(a):
    if not isinstance(a, complex) or a.imag == 0:
        return "%.4g" % a.real
    return "%.4gj" % a.imag if a.real == 0 else "(%.4g + %.4gj)" % (a.real, a.imag)


def _raised(text, wrap=70):
    """The text with what follows ** in a line above, in lines of at most wrap columns."""
    above, below, out = "", "", " "
    *terms, rest = text.split("**")
    powers = []
    for i, term in enumerate([*terms[1:], rest] if terms else []):
        digits = len(term) - len(term.lstrip("0123456789"))
        powers.append(term[:digits])
        if i < len(terms) - 1:
            terms[i + 1] = term[digits:]
        else:
            rest = term[digits:]
    for part, power in zip(terms, powers):
        more, raised = part + " " * (len(power) - 1), " " * (len(part) - 1) + power
        if len(below) + len(more) > wrap or len(above) + len(raised) > wrap:
            out, above, below = f"{out}{above}\n{below}\n ", "", ""
        above, below = above + raised, below + more
    return f"{out}{above}\n{below}{rest}"
