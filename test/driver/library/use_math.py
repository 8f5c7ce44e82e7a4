# modes: interp
import cmath
import math
import numbers
import sys

print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.exp(1), math.expm1(1e-5), math.log(10), math.log(8, 2))
print(math.log2(8), math.log10(1000), math.log1p(1e-5), math.pow(2, 0.5), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist([0, 0], [3, 4]))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(1))
print(math.asinh(1), math.acosh(2), math.atanh(0.5), math.degrees(math.pi), math.radians(180), math.erf(0.5), math.erfc(0.5), math.gamma(5), math.lgamma(10))
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.7), math.fabs(-2), math.fmod(-7, 3), math.remainder(7, 4), math.modf(3.25), math.frexp(8.5), math.ldexp(0.5, 3))
print(math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.gcd(12, 18, 8), math.lcm(4, 6), math.isqrt(99), math.prod([1, 2, 3]), math.fsum([0.1] * 10))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.copysign(1, -0.0), math.nextafter(1, 2), math.ulp(1.0))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.acos(2), lambda: math.floor(math.nan)):
    try:
        bad()
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
z = 3 + 4j
print(cmath.sqrt(-1), cmath.exp(1j * cmath.pi), cmath.phase(z), cmath.polar(z), cmath.rect(2, 1), cmath.log(z), cmath.sin(z), cmath.isclose(z, z), cmath.tanh(z))
print(isinstance(3, numbers.Integral), isinstance(2.5, numbers.Real), isinstance(True, numbers.Number), isinstance(1j, numbers.Real), isinstance("x", numbers.Number))
print(sys.maxsize, sys.float_info.epsilon, sys.float_info.max, sys.version_info >= (3, 8), sys.byteorder, sys.float_info.dig)
