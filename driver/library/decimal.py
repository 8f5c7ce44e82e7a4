"""decimal: numbers of decimal digits, known while compiling: integers times powers of ten, rounded to a context's precision.

NaN, infinities, traps and signals other than exceptions are missing.
"""

import math

ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN = "ROUND_HALF_EVEN", "ROUND_HALF_UP", "ROUND_HALF_DOWN"
ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR = "ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR"


class DecimalException(ArithmeticError):
    pass


class InvalidOperation(DecimalException):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Context:
    """How many digits results have and how they are rounded."""

    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN):
        self.prec, self.rounding = prec, rounding

    def copy(self):
        return Context(self.prec, self.rounding)

    def create_decimal(self, value):
        return _fitted(Decimal(value))


_current = [Context()]


def getcontext():
    return _current[-1]


def setcontext(context):
    _current[-1] = context


class localcontext:
    """A context for the statements of `with`."""

    def __init__(self, ctx=None, **changes):
        self._context = (ctx or getcontext()).copy()
        for name, value in changes.items():
            setattr(self._context, name, value)

    def __enter__(self):
        _current.append(self._context)
        return self._context

    def __exit__(self, *_):
        _current.pop()


def _rounded(n, digits, mode, negative):
    """n without its last digits."""
    q, r = divmod(n, 10**digits)
    half, odd = (r * 2 > 10**digits) - (r * 2 < 10**digits), q & 1
    up = {ROUND_HALF_EVEN: half > 0 or half == 0 and odd, ROUND_HALF_UP: half >= 0, ROUND_HALF_DOWN: half > 0, ROUND_UP: r > 0,
          ROUND_DOWN: False, ROUND_CEILING: r > 0 and not negative, ROUND_FLOOR: r > 0 and negative}[mode]
    return q + 1 if up else q


def _fitted(d):
    """d in the context's precision."""
    c, over = getcontext(), len(str(d._n)) - getcontext().prec
    if over <= 0:
        return d
    n = _rounded(d._n, over, c.rounding, d._negative)
    return _fitted(_made(d._negative, n, d._exp + over))


def _made(negative, n, exp):
    d = object.__new__(Decimal)
    d._negative, d._n, d._exp = negative, n, exp
    return d


def _parsed(text):
    body = text.strip().replace("_", "")
    negative = body[:1] == "-"
    body = body.lstrip("+-") if body[:1] in ("+", "-") else body
    mantissa, _, exponent = body.lower().partition("e")
    whole, _, fraction = mantissa.partition(".")
    if not (whole + fraction).isdigit() or not (exponent.lstrip("+-") or "0").isdigit() or "e" in body.lower() and not exponent:
        raise InvalidOperation(["<class 'decimal.ConversionSyntax'>"])
    return negative, int(whole + fraction), int(exponent or 0) - len(fraction)


class Decimal:
    """(-1)^negative n 10^exp"""

    def __new__(cls, value="0", context=None):
        if isinstance(value, Decimal):
            return value
        if isinstance(value, str):
            return _made(*_parsed(value))
        if isinstance(value, bool) or isinstance(value, int):
            return _made(value < 0, abs(int(value)), 0)
        if isinstance(value, float):
            return cls.from_float(value)
        if isinstance(value, tuple):
            sign, digits, exp = value
            return _made(sign == 1, int("".join([str(i) for i in digits]) or "0"), exp)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def from_float(cls, f):
        if math.isnan(f) or math.isinf(f):
            raise NotImplementedError("decimal: NaN and infinities are not supported by cjax")
        n, d = abs(f).as_integer_ratio()
        k = d.bit_length() - 1
        return _made(math.copysign(1.0, f) < 0, n * 5**k, -k)

    def _signed(self):
        return -self._n if self._negative else self._n

    def _other(self, x):
        return x if isinstance(x, Decimal) else Decimal(x) if isinstance(x, int) else None

    def _aligned(self, o):
        exp = min(self._exp, o._exp)
        return self._signed() * 10**(self._exp - exp), o._signed() * 10**(o._exp - exp), exp

    def __add__(self, x):
        o = self._other(x)
        if o is None:
            return NotImplemented
        a, b, exp = self._aligned(o)
        return _fitted(_made(a + b < 0 or a + b == 0 and self._negative and o._negative, abs(a + b), exp))

    def __neg__(self):
        return _fitted(_made(not self._negative and self._n != 0, self._n, self._exp))

    def __pos__(self):
        return _fitted(self)

    def __abs__(self):
        return _fitted(_made(False, self._n, self._exp))

    def __sub__(self, x):
        o = self._other(x)
        return NotImplemented if o is None else self + _made(not o._negative, o._n, o._exp)

    def __rsub__(self, x):
        return self._other(x) - self

    def __mul__(self, x):
        o = self._other(x)
        if o is None:
            return NotImplemented
        return _fitted(_made(self._negative != o._negative, self._n * o._n, self._exp + o._exp))

    __radd__, __rmul__ = __add__, __mul__

    def __truediv__(self, x):
        o = self._other(x)
        if o is None:
            return NotImplemented
        if o._n == 0:
            raise (DivisionByZero if self._n else InvalidOperation)(["<class 'decimal.DivisionByZero'>"])
        shift = max(0, getcontext().prec + len(str(o._n)) - len(str(self._n)) + 1)
        q, r = divmod(self._n * 10**shift, o._n)
        exp = self._exp - o._exp - shift
        if r:
            q = q * 10 + 1 if q % 5 == 0 else q  # so that rounding sees that digits follow
            exp -= 1 if q % 10 == 1 and (q // 10) % 5 == 0 else 0
        else:
            while q % 10 == 0 and exp < self._exp - o._exp:
                q, exp = q // 10, exp + 1
        return _fitted(_made(self._negative != o._negative, q, exp))

    def __rtruediv__(self, x):
        return self._other(x) / self

    def __divmod__(self, x):
        o = self._other(x)
        if o._n == 0:
            raise DivisionByZero(["<class 'decimal.DivisionByZero'>"])
        a, b, exp = self._aligned(o)
        q, r = divmod(abs(a), abs(b))
        return _made(self._negative != o._negative and q > 0, q, 0), _made(self._negative, r, exp)

    def __floordiv__(self, x):
        return divmod(self, x)[0]

    def __mod__(self, x):
        return divmod(self, x)[1]

    def __rfloordiv__(self, x):
        return self._other(x) // self

    def __rmod__(self, x):
        return self._other(x) % self

    def __pow__(self, x, modulo=None):
        o = self._other(x)
        if o is None or o != int(o):
            raise NotImplementedError("decimal: powers that are no integers are not supported by cjax")
        n = int(o)
        with localcontext(prec=getcontext().prec + 5 + len(str(abs(n)))):
            out, base = Decimal(1), self
            for bit in bin(abs(n))[2:]:
                out = out * out * base if bit == "1" else out * out
            out = 1 / out if n < 0 else out
        return _fitted(out)

    def sqrt(self, context=None):
        if self._negative and self._n:
            raise InvalidOperation(["<class 'decimal.InvalidOperation'>"])
        n, exp = self._n, self._exp
        if exp % 2:
            n, exp = n * 10, exp - 1
        shift = max(0, getcontext().prec + 1 - (len(str(n)) + 1) // 2)
        root = math.isqrt(n * 10**(2 * shift))
        if root * root == n * 10**(2 * shift):
            while shift and root % 10 == 0:
                root, shift = root // 10, shift - 1
        elif root % 5 == 0:
            root, shift = root * 10 + 1, shift + 1
        return _fitted(_made(False, root, exp // 2 - shift))

    def quantize(self, exp, rounding=None, context=None):
        target, mode = Decimal(exp)._exp, rounding or getcontext().rounding
        if target <= self._exp:
            return _made(self._negative, self._n * 10**(self._exp - target), target)
        return _made(self._negative, _rounded(self._n, target - self._exp, mode, self._negative), target)

    def to_integral_value(self, rounding=None, context=None):
        return self if self._exp >= 0 else self.quantize(Decimal(1), rounding)

    def normalize(self, context=None):
        d = _fitted(self)
        n, exp = d._n, d._exp
        while n and n % 10 == 0:
            n, exp = n // 10, exp + 1
        return _made(d._negative, n, exp if n else 0)

    def as_tuple(self):
        from collections import namedtuple
        return namedtuple("DecimalTuple", "sign digits exponent")(int(self._negative), tuple(int(c) for c in str(self._n)), self._exp)

    def as_integer_ratio(self):
        n, d = self._signed(), 1
        n, d = (n * 10**self._exp, 1) if self._exp >= 0 else (n, 10**-self._exp)
        g = math.gcd(n, d)
        return n // g, d // g

    def ln(self):
        raise NotImplementedError("decimal: ln, log10 and exp are not supported by cjax")

    log10 = exp = ln

    def is_zero(self):
        return self._n == 0

    def is_signed(self):
        return self._negative

    def is_nan(self):
        return False

    def is_finite(self):
        return True

    def copy_abs(self):
        return _made(False, self._n, self._exp)

    def adjusted(self):
        return self._exp + len(str(self._n)) - 1

    def _compare(self, x):
        """-1, 0 or 1; None where x is no number."""
        if isinstance(x, float):
            x = Decimal(x)
        o = self._other(x)
        if o is None:
            return None
        a, b, _ = self._aligned(o)
        return (a > b) - (a < b)

    def compare(self, x):
        return Decimal(self._compare(x))

    def __eq__(self, x):
        c = self._compare(x)
        return NotImplemented if c is None else c == 0

    def __lt__(self, x):
        c = self._compare(x)
        return NotImplemented if c is None else c < 0

    def __le__(self, x):
        c = self._compare(x)
        return NotImplemented if c is None else c <= 0

    def __gt__(self, x):
        c = self._compare(x)
        return NotImplemented if c is None else c > 0

    def __ge__(self, x):
        c = self._compare(x)
        return NotImplemented if c is None else c >= 0

    def __hash__(self):
        n, d = self.as_integer_ratio()
        return hash(n) if d == 1 else hash((n, d))

    def __bool__(self):
        return self._n != 0

    def __float__(self):
        return float(f"{'-' if self._negative else ''}{self._n}e{self._exp}")

    def __int__(self):
        n = self._n * 10**self._exp if self._exp >= 0 else self._n // 10**-self._exp
        return -n if self._negative else n

    __trunc__ = __int__

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __round__(self, n=None):
        return int(self.to_integral_value(ROUND_HALF_EVEN)) if n is None else self.quantize(_made(False, 1, -n), ROUND_HALF_EVEN)

    def __str__(self):
        digits, left = str(self._n), self._exp + len(str(self._n))
        sign = "-" if self._negative else ""
        if self._exp > 0 or left <= -6:
            text = digits if len(digits) == 1 else f"{digits[0]}.{digits[1:]}"
            return f"{sign}{text}E{left - 1:+d}"
        if self._exp == 0:
            return sign + digits
        return sign + (f"{digits[:left]}.{digits[left:]}" if left > 0 else f"0.{'0' * -left}{digits}")

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec):
        """[fill][align][sign][0][width][,][.digits][f%], with e and g through float."""
        import re
        found = re.fullmatch(r"(?:(.)?([<>=^]))?([-+ ])?(0)?(\d+)?(,)?(?:\.(\d+))?([feg%sEG])?", spec)
        if not found:
            raise ValueError("invalid format string")
        fill, align, sign, zero, width, comma, digits, kind = found.groups()
        if kind in ("e", "g", "E", "G"):
            return format(float(self), spec)
        d = self * 100 if kind == "%" else self
        d = d.quantize(_made(False, 1, -int(digits))) if digits is not None else d
        d = d.quantize(Decimal(1)) if kind in ("f", "%") and digits is None and d._exp > 0 else d
        text = str(d.copy_abs())
        if comma:
            whole, dot, fraction = text.partition(".")
            text = f"{int(whole):,}{dot}{fraction}"
        text += "%" if kind == "%" else ""
        lead = "-" if self._negative else sign if sign in ("+", " ") else ""
        if zero and not align:
            return lead + text.rjust(int(width or 0) - len(lead), "0")
        return format(lead + text, f"{fill or ' '}{align or '>'}{width}" if width else "")
