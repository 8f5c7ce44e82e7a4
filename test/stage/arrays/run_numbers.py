# Functions of math, pow() with a modulus and methods of ints and floats that only the executable knows.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
import math

import jax.numpy as jnp

n, x = int(jnp.argmax(jnp.arange(13))), float(jnp.float32(0.75))
# CHECK: 6 60 479001600 220 132 21 39
print(math.gcd(n, 18), math.lcm(n, 20), math.factorial(n), math.comb(n, 3), math.perm(n, 2), math.isqrt(37 * n), math.isqrt(n * 2**7))
# CHECK: 3 10 1 4 2 -12
print(pow(n, 5, 21), pow(n, -1, 17), pow(n, 0, 5), n.bit_length(), n.bit_count(), -n.conjugate())
# CHECK: True (3, 4) 0x1.8000000000000p-1 0 12
print((n * 1.0).is_integer(), x.as_integer_ratio(), x.hex(), n.imag, n.real)
# CHECK: 1.9500000000000002 -0.75 -1.0 6.0 (-0.25, -2.0) (0.75, 0.0)
print(math.fsum([0.1] * 12 + [x]), math.copysign(x, -0.0), math.remainder(n - 1, n / 3), math.ldexp(x, 3), math.modf(x - 3), math.modf(x))
# CHECK: 39916800.0 0.919063 True False
print(math.gamma(n), f"{math.gamma(x + 1):.6f}", math.isclose(x, x + 1e-12), math.isclose(x, 1.0))
# CHECK: 45 0b1100
print(int("".join("1" if (n * 15 >> k) & 1 else "0" for k in range(7, 1, -1)), 2), f"{n:#b}")
try:
    math.factorial(-n)
except ValueError as e:
    # CHECK: factorial() not defined for negative values
    print(e)
try:
    n.missing
except AttributeError as e:
    # CHECK: 'int' object has no attribute 'missing'
    print(e)
