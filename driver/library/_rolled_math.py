# Functions of math of numbers that only the executable knows, where no op is the function.
from math import atan2, exp, floor, fmod, inf, lgamma as _lgamma, sqrt


def gcd(*integers):
    total = 0
    for b in integers:
        while b:
            total, b = b, total % b
        total = abs(total)
    return total


def lcm(*integers):
    total = 1
    for x in integers:
        common = gcd(total, x)
        total = abs(total // common * x) if common else 0
    return total


def factorial(n):
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    product = 1
    for i in range(2, n + 1):
        product = product * i
    return product


def perm(n, k=None):
    k = n if k is None else k
    _check_choice(n, k)
    product = 1
    for i in range(k):
        product = product * (n - i)
    return product


def comb(n, k):
    _check_choice(n, k)
    product = 1
    for i in range(min(k, max(n - k, 0)) if k <= n else k):
        product = product * (n - i) // (i + 1)
    return product


def _check_choice(n, k):
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")


def isqrt(n):
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    root = int(sqrt(n))
    if root > n // max(root, 1):
        root = root - 1
    if (root + 1) <= n // (root + 1):
        root = root + 1
    return root


def fsum(items):
    # Neumaier's sum: what each addition lost is added at the end.
    total, lost = 0.0, 0.0
    for x in items:
        new = total + x
        lost = lost + (total - new + x if abs(total) >= abs(x) else x - new + total)
        total = new
    return total + lost


def copysign(x, y):
    return abs(float(x)) if atan2(y, -1.0) > 0 else -abs(float(x))


def remainder(x, y):
    y = abs(float(y))
    r = abs(fmod(x, 2 * y))
    if r > y / 2:
        r = r - y
        if r >= y / 2:
            r = r - y
    return r if x >= 0 else -r


def ldexp(x, i):
    return x * 2.0**i


def modf(x):
    fraction = fmod(x, 1.0)
    return fraction, copysign(x - fraction, x)


def gamma(x):
    size = exp(_lgamma(x))
    if x > 0:
        return float(round(size)) if x == floor(x) and x < 18 else size
    return size if floor(x) % 2 == 0 else -size


def isclose(a, b, rel_tol, abs_tol):
    d = abs(a - b)
    near = d <= abs(rel_tol * b) or d <= abs(rel_tol * a) or d <= abs_tol
    return a == b or (near and d < inf)
