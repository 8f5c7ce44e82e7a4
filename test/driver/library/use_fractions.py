# modes: interp
from fractions import Fraction as F
from math import ceil, floor

a, b = F(3, 4), F(-5, 6)
print(a, b, repr(a), F(6, -8), F("0.125"), F("3/7"), F(" -1.5e-3 "), F(0.1), F(4), F())
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, b ** 0, -a, abs(b), +a)
print(a + 1, 2 - a, 3 * a, 1 / a, a + 0.5, 2.0 * a, a ** 0.5, 2 ** F(2), 7 // F(2, 3), 7 % F(2, 3))
print(a > b, a < 1, a == 0.75, a == F(6, 8), F(4) == 4, a != b, a <= 0.75, b >= -0.8, sorted([a, b, F(1, 2)]))
print(float(a), int(F(-7, 2)), floor(b), ceil(b), round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), round(F(-7, 3)))
print(hash(F(4)) == hash(4), hash(F(1, 2)) == hash(0.5), {F(1, 2): "half"}[F(2, 4)], bool(F(0)), bool(a))
print(F("3.14159265").limit_denominator(100), F(0.333).limit_denominator(10), a.numerator, a.denominator)
print(sum([F(1, n) for n in range(1, 11)]), F(1.5).as_integer_ratio(), isinstance(a, F))
for make in (lambda: F(1, 0), lambda: F("x"), lambda: F(1) / 0, lambda: F([1])):
    try:
        make()
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
