"""fractions: exact rational numbers."""

from math import gcd
from numbers import Rational


class Fraction(Rational):
    """numerator / denominator in lowest terms, the denominator positive."""

    __slots__ = ("numerator", "denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        n, d = _ratio(numerator), (1, 1) if denominator is None else _ratio(denominator)
        if d[0] == 0:
            raise ZeroDivisionError(f"Fraction({n[0] * d[1]}, 0)")
        top, bottom = n[0] * d[1], n[1] * d[0]
        g = gcd(top, bottom) if bottom > 0 else -gcd(top, bottom)
        self.numerator, self.denominator = top // g, bottom // g
        return self

    @classmethod
    def from_float(cls, f):
        return cls(f)

    def as_integer_ratio(self):
        return self.numerator, self.denominator

    def is_integer(self):
        return self.denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction with a denominator of at most this."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self.denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self.numerator, self.denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self.denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"Fraction({self.numerator}, {self.denominator})"

    def __str__(self):
        return f"{self.numerator}" if self.denominator == 1 else f"{self.numerator}/{self.denominator}"

    def __hash__(self):
        if self.denominator == 1:
            return hash(self.numerator)
        m = 2**61 - 1
        h = m if self.denominator % m == 0 else abs(self.numerator) * pow(self.denominator, -1, m) % m
        h = h if self.numerator >= 0 else -h
        return -2 if h == -1 else h

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self.numerator == other.numerator and self.denominator == other.denominator
        if isinstance(other, float):
            return other == other and abs(other) != float("inf") and self == Fraction(other)
        return NotImplemented

    def _order(self, other, sign):
        """Compares: sign of the difference times the given sign is positive."""
        if isinstance(other, float):
            if other != other or abs(other) == float("inf"):
                return 0.0 * sign > other * sign if other == other else False
            other = Fraction(other)
        if not isinstance(other, (int, Fraction)):
            return NotImplemented
        return (self.numerator * other.denominator - other.numerator * self.denominator) * sign > 0

    def __lt__(self, other):
        return self._order(other, -1)

    def __gt__(self, other):
        return self._order(other, 1)

    def __le__(self, other):
        less = self._order(other, -1)
        return less if less is NotImplemented else less or self == other

    def __ge__(self, other):
        more = self._order(other, 1)
        return more if more is NotImplemented else more or self == other

    def __bool__(self):
        return self.numerator != 0

    def __float__(self):
        return self.numerator / self.denominator

    def __int__(self):
        return -(-self.numerator // self.denominator) if self.numerator < 0 else self.numerator // self.denominator

    __trunc__ = __int__

    def __floor__(self):
        return self.numerator // self.denominator

    def __ceil__(self):
        return -(-self.numerator // self.denominator)

    def __round__(self, ndigits=None):
        if ndigits is not None:
            shift = Fraction(10) ** ndigits
            return Fraction(round(self * shift)) / shift
        whole, rest = divmod(self.numerator, self.denominator)
        if rest * 2 == self.denominator:
            return whole + whole % 2
        return whole + (rest * 2 > self.denominator)

    def __neg__(self):
        return Fraction(-self.numerator, self.denominator)

    def __pos__(self):
        return Fraction(self)

    def __abs__(self):
        return Fraction(abs(self.numerator), self.denominator)

    def __pow__(self, k):
        if isinstance(k, float):
            return float(self) ** k
        k = Fraction(k)
        if k.denominator != 1:
            return float(self) ** float(k)
        n, d, k = self.numerator, self.denominator, k.numerator
        return Fraction(n**k, d**k) if k >= 0 else Fraction(d**-k, n**-k)

    def __rpow__(self, base):
        if self.denominator == 1 and self.numerator >= 0:
            return base**self.numerator
        return base ** float(self)


def _ratio(x):
    """Any number, or its text, as (numerator, denominator)."""
    if isinstance(x, (int, Fraction)):
        return x.numerator, x.denominator
    if isinstance(x, float):
        return x.as_integer_ratio()
    if isinstance(x, str):
        try:
            return _parse(x.strip())
        except ValueError:
            raise ValueError(f"Invalid literal for Fraction: {x!r}") from None
    raise TypeError("argument should be a string or a Rational instance")


def _parse(text):
    top, slash, bottom = text.partition("/")
    if slash:
        return int(top), int(bottom)
    top, mark, exponent = text.lower().partition("e")
    whole, dot, digits = top.partition(".")
    scale = (int(exponent) if mark else 0) - len(digits)
    n = int(whole + digits)
    return (n * 10**scale, 1) if scale >= 0 else (n, 10**-scale)


def _operator(name, exact, inexact):
    def forward(a, b):
        if isinstance(b, (int, Fraction)):
            return exact(a, Fraction(b))
        return inexact(float(a), b) if isinstance(b, (float, complex)) else NotImplemented

    def reverse(b, a):
        if isinstance(a, int):
            return exact(Fraction(a), b)
        return inexact(a, float(b)) if isinstance(a, (float, complex)) else NotImplemented

    setattr(Fraction, f"__{name}__", forward)
    setattr(Fraction, f"__r{name}__", reverse)


def _divmod(a, b):
    whole = (a.numerator * b.denominator) // (a.denominator * b.numerator)
    return whole, a - b * whole


_operator("add", lambda a, b: Fraction(a.numerator * b.denominator + b.numerator * a.denominator,
                                       a.denominator * b.denominator), lambda a, b: a + b)
_operator("sub", lambda a, b: Fraction(a.numerator * b.denominator - b.numerator * a.denominator,
                                       a.denominator * b.denominator), lambda a, b: a - b)
_operator("mul", lambda a, b: Fraction(a.numerator * b.numerator, a.denominator * b.denominator), lambda a, b: a * b)
_operator("truediv", lambda a, b: Fraction(a.numerator * b.denominator, a.denominator * b.numerator),
          lambda a, b: a / b)
_operator("floordiv", lambda a, b: _divmod(a, b)[0], lambda a, b: a // b)
_operator("mod", lambda a, b: _divmod(a, b)[1], lambda a, b: a % b)
_operator("divmod", _divmod, divmod)
