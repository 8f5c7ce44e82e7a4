# math of ints.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import math
def call(f, *a):
    try:
        return f(*a)
    except (ValueError, OverflowError, TypeError) as e:
        return type(e).__name__ + ": " + str(e)
print(math.factorial(0), math.factorial(5), math.factorial(30), len(str(math.factorial(500))), math.comb(10, 3), math.comb(5, 7), math.comb(100, 50), math.perm(5, 2), math.perm(5), math.perm(3, 4), math.perm(60, 20), math.comb(2**70, 2))
print(math.gcd(), math.gcd(84, 36), math.gcd(-12, 18, 27), math.gcd(0, 5), math.gcd(2**80, 2**70 * 3), math.lcm(), math.lcm(4, 6), math.lcm(-3, 7), math.lcm(0, 5), math.lcm(2**60, 3**40))
print(math.isqrt(0), math.isqrt(99), math.isqrt(100), math.isqrt(2**128 - 1), math.isqrt(10**40), [math.isqrt(i) for i in range(17)])
print(call(math.factorial, -1), call(math.factorial, 1.5), call(math.factorial, "a"), call(math.comb, -1, 2), call(math.comb, 1, -2), call(math.comb, 1.0, 2), call(math.perm, 2, -1), call(math.isqrt, -1), call(math.isqrt, 2.0), call(math.gcd, 1.5), call(math.lcm, "a"), sep="\n")

#CHECK{LITERAL}:1 120 265252859812191058636308480000000 1135 120 0 100891344545564193334812497256 20 120 0 10198346916138403856439442636800000 696898287454081973172400900209902591410176
#CHECK-NEXT{LITERAL}:0 12 3 5 1180591620717411303424 1 12 21 0 14016833953562607293918185758734155776
#CHECK-NEXT{LITERAL}:0 9 10 18446744073709551615 100000000000000000000 [0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4]
#CHECK-NEXT{LITERAL}:ValueError: factorial() not defined for negative values
#CHECK-NEXT{LITERAL}:TypeError: 'float' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:TypeError: 'str' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:ValueError: n must be a non-negative integer
#CHECK-NEXT{LITERAL}:ValueError: k must be a non-negative integer
#CHECK-NEXT{LITERAL}:TypeError: 'float' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:ValueError: k must be a non-negative integer
#CHECK-NEXT{LITERAL}:ValueError: isqrt() argument must be nonnegative
#CHECK-NEXT{LITERAL}:TypeError: 'float' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:TypeError: 'float' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:TypeError: 'str' object cannot be interpreted as an integer
