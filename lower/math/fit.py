"""fit.py -- the minimax polynomials of lower/math/, by Remez exchange in 60 digits.

    python3 fit.py [NAME ...]        needs mpmath

Each line printed is a table of coefficients, lowest degree first, rounded to the type, and the largest weighted error
before rounding as a power of two.  P minimises max |weight(x) * (P(u(x)) - f(x))| over [lo, hi].
"""
import struct
import sys

from mpmath import mp, mpf, matrix, lu_solve, exp, log, sin, sinh, tanh, cos, atan, asin, atanh, erf, erfc, erfinv, sqrt, pi, tan, cot, digamma, findroot, bernoulli, factorial

mp.dps = 60


def remez(f, weight, lo, hi, degree, u=lambda x: x, rounds=12, grid=1500, least=mpf(1) / 1000):
    n = degree + 2
    mid, half = (lo + hi) / 2, (hi - lo) / 2
    points = [mid - half * cos(pi * mpf(2 * i + 1) / (2 * n)) for i in range(n)]
    xs = [mid - half * cos(pi * mpf(i) / grid) for i in range(grid + 1)]
    xs[0], xs[-1] = xs[0] + half * mpf(10) ** -12, xs[-1] - half * mpf(10) ** -12
    floor = max(abs(weight(x)) for x in xs) * least  # weights may vanish where P does not matter
    w = lambda x: max(abs(weight(x)), floor)
    us, fs, ws = [u(x) for x in xs], [f(x) for x in xs], [w(x) for x in xs]
    coefs = None
    for _ in range(rounds):
        a, b = matrix(n, n), matrix(n, 1)
        for i, x in enumerate(points):
            p = mpf(1)
            for j in range(degree + 1):
                a[i, j] = p
                p *= u(x)
            a[i, n - 1] = (-1) ** i / w(x)
            b[i] = f(x)
        coefs = list(lu_solve(a, b))[:-1]
        errors = []
        for v, fx, wx in zip(us, fs, ws):
            p = mpf(0)
            for c in reversed(coefs):
                p = p * v + c
            errors.append(wx * (p - fx))
        extrema = [0]  # one per run of equal sign
        for i in range(1, len(xs)):
            if errors[i] * errors[extrema[-1]] < 0:
                extrema.append(i)
            elif abs(errors[i]) > abs(errors[extrema[-1]]):
                extrema[-1] = i
        while len(extrema) > n:
            drop = 0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1
            extrema.pop(drop)
        if len(extrema) < n:
            break
        new = [xs[i] for i in extrema]
        if new == points:
            break
        points = new
    return coefs, max(abs(e) for e in errors)


def remez_rounded(first, f, weight, lo, hi, degree, u):
    """The same, the first coefficients rounded to double one by one, each before the rest is fitted to what it leaves."""
    known = []
    for i in range(first):
        c = mpf(float(remez(f, weight, lo, hi, degree - i, u, least=mpf(10) ** -20)[0][0]))
        known.append(c)
        f, weight = lambda x, f=f, c=c: (f(x) - c) / u(x), lambda x, weight=weight: weight(x) * u(x)
    rest, error = remez(f, weight, lo, hi, degree - first, u, least=mpf(10) ** -20)
    return known + rest, error


def as_type(c, bits):
    if bits == 32:
        return "%.9g" % struct.unpack("f", struct.pack("f", float(c)))[0]
    return "%.17g" % float(c)


def erfcx(x):
    return exp(x * x) * erfc(x)


LN2, S2, T8 = log(mpf(2)), sqrt(mpf(2)), tan(pi / 8)
one = mpf(1)
# name: bits, f, weight, lo, hi, degree, u
FITS = {}


def fit(name, f, weight, lo, hi, degrees, u=lambda x: x):
    for bits, degree in degrees.items():
        FITS[f"{name}{bits}"] = (bits, f, weight, mpf(lo), mpf(hi), degree, u)


def near0(f, limit):
    """f, with its limit where cancellation would leave nothing."""
    return lambda x: mpf(limit) if abs(x) < mpf(10) ** -18 else f(x)


# e^r = 1 + r + r^2 P(r), error relative to e^r - 1
fit("exp", near0(lambda r: (exp(r) - 1 - r) / r**2, 0.5), near0(lambda r: r**2 / (exp(r) - 1), 0), -LN2 / 2, LN2 / 2,
    {32: 4, 64: 10})
fit("expm1", near0(lambda r: (exp(r) - 1 - r) / r**2, 0.5), near0(lambda r: r**2 / (exp(r) - 1), 0), -0.289, 0.406,
    {64: 10})
# e^r = 1 + r + r^2 / 2 + r^3 P(r)
fit("expm1", lambda r: (exp(r) - 1 - r - r * r / 2) / r**3 if abs(r) > 1e-12 else one / 6,
    near0(lambda r: r**3 / (exp(r) - 1), 0), -0.289, 0.406, {32: 4})
# 2^r = 1 + r P(r)
fit("exp2", near0(lambda r: (2**r - 1) / r, LN2), lambda r: r / 2**r, -0.5, 0.5, {32: 5, 64: 11})
# sinh x = x + x^3 P(x^2) for |x| < 1
fit("sinh", lambda r: (sinh(r) / r - 1) / r**2, lambda r: r**3 / sinh(r), 1e-9, 1, {32: 3, 64: 6}, lambda r: r * r)
# tanh likewise for |x| < 0.92
fit("tanh", lambda r: (tanh(r) / r - 1) / r**2, lambda r: r**3 / tanh(r), 1e-9, 0.92, {32: 6}, lambda r: r * r)
# e^2r = 1 + r P(r), short
fit("expshort", near0(lambda r: (exp(2 * r) - 1) / r, 2), lambda r: r / exp(2 * r), -LN2 / 4, LN2 / 4, {32: 5})
# log(1 + f) = f - f^2 / 2 + f^3 P(f)
fit("log", near0(lambda f: (log(1 + f) - f + f * f / 2) / f**3, one / 3), near0(lambda f: f**3 / log(1 + f), 0),
    1 / S2 - 1, S2 - 1, {32: 8})
# sin r = r + r^3 P(r^2) for |r| <= pi/2, of f32, computed in f64
fit("sinshort", lambda r: (sin(r) / r - 1) / r**2, lambda r: r**3 / sin(r), 1e-9, pi / 2, {64: 4}, lambda r: r * r)
# the same as series whose first coefficients are summed in double length; sin on |r| <= pi/2
SERIES = {
    "sinwide": (2, lambda r: (sin(r) / r - 1) / r**2, lambda r: r**3 / sin(r), mpf("1e-4"), mpf("1.572"), 7),
    "sinnear": (1, lambda r: (sin(r) / r - 1) / r**2, lambda r: r**3 / sin(r), mpf("1e-4"), pi / 4, 5),
    "cosnear": (2, lambda r: (cos(r) - 1) / r**2, lambda r: r**2 / cos(r), mpf("1e-4"), pi / 4, 6),
    "atanseries": (1, lambda t: (atan(t) / t - 1) / t**2, lambda t: t**3 / atan(t), mpf("1e-4"), T8, 11),
    "logseries": (1, lambda s: (2 * atanh(s / 2) / s - 1) / s**2, lambda s: s**3 / atanh(s / 2), mpf("1e-4"), 2 * (S2 - 1) / (S2 + 1), 7),
}


def fit_tan():
    """a, b, c, d of tan r = r (1 + a z + b z^2) / (1 + c z + d z^2), z = r^2 <= (pi / 4)^2: exact at Chebyshev's points."""
    top, n = (pi / 4) ** 2, 4
    f = lambda z: tan(sqrt(z)) / sqrt(z)
    m, right = matrix(n, n), matrix(n, 1)
    for i in range(n):
        z = top / 2 * (1 - cos(pi * (2 * i + 1) / (2 * n)))
        m[i, 0], m[i, 1], m[i, 2], m[i, 3], right[i] = z, z * z, -f(z) * z, -f(z) * z * z, f(z) - 1
    a, b, c, d = solution = list(lu_solve(m, right))
    errors = [(1 + a * z + b * z * z) / (1 + c * z + d * z * z) / f(z) - 1 for z in (top * i / 500 for i in range(1, 501))]
    return solution, max(abs(e) for e in errors)


# atan t = t + t^3 P(t^2); asin likewise
fit("atan", lambda t: (atan(t) / t - 1) / t**2, lambda t: t**3 / atan(t), 1e-9, T8, {32: 4}, lambda t: t * t)
fit("asin", lambda t: (asin(t) / t - 1) / t**2, lambda t: t**3 / asin(t), 1e-9, 0.5, {32: 5, 64: 12}, lambda t: t * t)
# erf x = x + x P(x^2) for |x| < 1
fit("erf", lambda x: erf(x) / x - 1, lambda x: x / erf(x), 1e-9, 1, {32: 6, 64: 13}, lambda x: x * x)
# erfc x = e^(-P(x)) for 1 <= x <= 4, error absolute
fit("logerfc", lambda x: -log(erfc(x)), erfc, 1, 4, {32: 7})
# (1 + 2x) e^(x^2) erfc x = P((x - k) / (x + k)) for x >= 0.9, k = 2 (f32), 4 (f64), as Shepherd and Laframboise 1981
FITS["erfcx32"] = (32, lambda x: (1 + 2 * x) * erfcx(x), lambda x: 1 / ((1 + 2 * x) * erfcx(x)), mpf("0.0"), mpf(11),
                   9, lambda x: (x - 2) / (x + 2))
FITS["erfcx64"] = (64, lambda x: (1 + 2 * x) * erfcx(x), lambda x: 1 / ((1 + 2 * x) * erfcx(x)), mpf("0.0"), mpf(28),
                   22, lambda x: (x - 4) / (x + 4))

# In f64 for results that are rounded to f32.
FITS["erfcx_single"] = (64, lambda x: (1 + 2 * x) * erfcx(x), lambda x: 1 / ((1 + 2 * x) * erfcx(x)), mpf("0.0"), mpf(28),
                        13, lambda x: (x - 2.5) / (x + 2.5))
FITS["log_single"] = (64, lambda s: (2 * atanh(s / 2) / s - 1) / s**2, lambda s: s**3 / atanh(s / 2), mpf("1e-6"), 2 * (S2 - 1) / (S2 + 1),
                      4, lambda s: s * s)
FITS["exp_single"] = (64, exp, lambda x: exp(-x), -LN2 / 2, LN2 / 2, 7, lambda x: x)

def erf_inv_ratio(w):
    """erf_inv(x) / x where w = -log(1 - x^2)."""
    x = sqrt(1 - exp(-w))
    return erfinv(x) / x if w > mpf(10) ** -15 else sqrt(pi) / 2


fit("erf_inv_low", lambda t: erf_inv_ratio(t + 2.5), lambda t: 1 / erf_inv_ratio(t + 2.5), -2.5, 2.5, {32: 10})
fit("erf_inv_high", lambda t: erf_inv_ratio((t + 3) ** 2), lambda t: 1 / erf_inv_ratio((t + 3) ** 2), sqrt(mpf(5)) - 3, 1.1, {32: 9})
# Of the library (driver/library/jax): pi cot(pi r) = 1 / r - r P(r^2) for |r| <= 1/2
fit("cotangent", lambda r: (1 / r - pi * cot(pi * r)) / r, lambda r: r, 1e-6, 0.5, {64: 14}, lambda r: r * r)
# digamma x = (x - x0) P(x - 3/2) for 1 <= x <= 2, x0 its zero
DIGAMMA0 = findroot(digamma, mpf("1.4616321449683623"))
fit("digamma", lambda x: digamma(x) / (x - DIGAMMA0), lambda x: (x - DIGAMMA0) / digamma(x), 1, 2, {64: 21}, lambda x: x - mpf("1.5"))
# artanh s = s + s^3 P(s^2) for |s| <= 1/2
fit("artanh", lambda s: (atanh(s) / s - 1) / s**2, lambda s: s, 1e-6, 0.5, {64: 12}, lambda s: s * s)
# the integral of t / (e^t - 1) up to u = u - u^2 / 4 + u^3 P(u^2) for |u| <= log 4
fit("debye", lambda u: sum(bernoulli(2 * k) * u ** (2 * k - 2) / factorial(2 * k + 1) for k in range(1, 60)), lambda u: u**2, 1e-9, log(mpf(4)),
    {64: 7}, lambda u: u * u)
# the inverse of the normal distribution function at 1/2 + w, over w, less a double: P(w^2) for |w| <= 1/2 - e^-2
ROOT2PI = mpf(float(sqrt(2 * pi)))
fit("ndtri", lambda w: sqrt(mpf(2)) * erfinv(2 * w) / w - ROOT2PI, lambda w: 1, 1e-6, 0.3647, {64: 20}, lambda w: w * w)
FITS["tan64"] = (64, *[None] * 6)

if __name__ == "__main__":
    for name in sys.argv[1:] or [*FITS, *SERIES]:
        if name in SERIES:
            first, *rest = SERIES[name]
            coefs, error = remez_rounded(first, *rest, lambda x: x * x)
            print(f"{name}: 2^{float(log(error, 2)):.1f}")
            print("    " + ", ".join(as_type(c, 64) for c in coefs), flush=True)
            continue
        bits, f, weight, lo, hi, degree, u = FITS[name]
        coefs, error = fit_tan() if name == "tan64" else remez(f, weight, lo, hi, degree, u)
        print(f"{name}: 2^{float(log(error, 2)):.1f}")
        print("    " + ", ".join(as_type(c, bits) for c in coefs), flush=True)
