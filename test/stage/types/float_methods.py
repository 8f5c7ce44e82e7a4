# float and complex: repr, methods, arithmetic, rounding.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
print(0.1, 1.0, 1e16, 1e15, 123456789.123456789, 1e-5, 0.0001, 1e22, 1e100, 5e-324, 1.7976931348623157e308, -0.0, 3.0e0, 1/3, 2/3, 0.1 + 0.2, 1e300 * 1e10, -1e300 * 1e10, 100.0, 1234567890123456.7, 12345678901234567.0)
print((0.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1e20).as_integer_ratio(), (5e-1).hex(), (-0.1).hex(), (0.0).hex(), float.fromhex("0x1.8p1"), float.fromhex("-0x.1"), float.fromhex("inf"), (1.5).real, (1.5).imag, (2.5).conjugate(), (1e-320).hex())
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 5.5 % -2, -5.5 % -2, divmod(7.5, -2), 0.0 // 1, -0.0 // 1, 1e20 // 3, 5.0 // 0.1, 5 % 0.1, float("inf") // 1, 1 // float("inf"), -1 // float("inf"), -1 % float("inf"), 3.7 // 1)
print(2.0**0.5, (-8.0) ** 2, 2**-1.0, 0.0**0, 10.0**-3, 4**0.5, (-1.0) ** 0.5, 1e308 * 10, float("nan") ** 0, 1 ** float("nan"), float("inf") ** -1, 2.0**1000)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(1e20), round(0.5), round(1.5), round(-0.4), round(5e-324, 3), round(1.005, 2), round(2.5, 0), round(1e300, 5), round(123.456, 1), round(float("inf"), 2), round(0.15, 1), round(1e22, -21), round(-1.55, 1), round(15.0, -1), round(25.0, -1), round(3.14159, 3))
print(int(1e20), int(-2.9), bool(0.0), bool(float("nan")), abs(-2.5), hash(0.5), hash(2.0) == hash(2), hash(float("inf")), hash(1e300), hash(-1.5), max(1.0, float("nan")), min(0.0, -0.0), float("nan") == float("nan"), float("inf") > 10**308, 1.0 == True, 0.1 + 0.2 == 0.3, sum([0.1] * 10), -0.0 == 0.0)
z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), z * 1j, z / (1 - 1j), z**2, -z, +z, z + 1, 1 - z, z * 2.5, 2 / z, z**0.5, z**-1, z**0, 1j**2, z == 3 + 4j, z != 3, 4 == 4 + 0j, bool(0j), hash(3 + 0j) == hash(3), complex(1, -0.0), -1j, 0j, (0 - 1j), 1e20j, complex(0.0, -0.0), complex(-0.0, 1), (2 + 0j) ** 3, 1.5j * 1.5j)
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: 1.0 / 0); err(lambda: 1.0 // 0); err(lambda: 1.0 % 0); err(lambda: divmod(1.0, 0)); err(lambda: 0.0**-1); err(lambda: 10.0**400); err(lambda: float("nan").as_integer_ratio()); err(lambda: float("inf").as_integer_ratio()); err(lambda: round(float("nan"))); err(lambda: round(float("inf"))); err(lambda: int(float("inf")))
err(lambda: z < 1); err(lambda: z // 1); err(lambda: z % 2); err(lambda: int(z)); err(lambda: float(z)); err(lambda: z / 0); err(lambda: 0j**-1); err(lambda: round(z)); err(lambda: 1.5 + "a"); err(lambda: 1.5[0]); err(lambda: (1.5).foo); err(lambda: 1.5 & 1); err(lambda: 1.5 << 1); err(lambda: float.fromhex("xyz")); err(lambda: [1][1.0]); err(lambda: "a" * 1.0); err(lambda: range(2.0)); err(lambda: z.foo); err(lambda: divmod(z, 1)); err(lambda: max(1j, 2j))

#CHECK{LITERAL}:0.1 1.0 1e+16 1000000000000000.0 123456789.12345679 1e-05 0.0001 1e+22 1e+100 5e-324 1.7976931348623157e+308 -0.0 3.0 0.3333333333333333 0.6666666666666666 0.30000000000000004 inf -inf 100.0 1234567890123456.8 1.2345678901234568e+16
#CHECK-NEXT{LITERAL}:False True (3, 4) (100000000000000000000, 1) 0x1.0000000000000p-1 -0x1.999999999999ap-4 0x0.0p+0 3.0 -0.0625 inf 1.5 0.0 2.5 0x0.00000000007e8p-1022
#CHECK-NEXT{LITERAL}:3.0 -4.0 1.5 0.5 -0.5 -1.5 (-4.0, -0.5) 0.0 -0.0 3.333333333333333e+19 49.0 0.09999999999999973 nan 0.0 -1.0 inf 3.0
#CHECK-NEXT{LITERAL}:1.4142135623730951 64.0 0.5 1.0 0.001 2.0 (6.123233995736766e-17+1j) inf 1.0 1.0 0.0 1.0715086071862673e+301
#CHECK-NEXT{LITERAL}:2 4 -2 2.67 1200.0 100000000000000000000 0 2 0 0.0 1.0 2.0 1e+300 123.5 inf 0.1 1e+22 -1.6 20.0 20.0 3.142
#CHECK-NEXT{LITERAL}:100000000000000000000 -2 False True 2.5 1152921504606846976 True 314159 1224995262755759164 -1152921504606846977 1.0 0.0 False True True False 0.9999999999999999 True
#CHECK-NEXT{LITERAL}:(3+4j) 5.0 3.0 4.0 (3-4j) (-4+3j) (-0.5+3.5j) (-7+24j) (-3-4j) (3+4j) (4+4j) (-2-4j) (7.5+10j) (0.24-0.32j) (2+1j) (0.12-0.16j) (1+0j) (-1+0j) True True True False True (1-0j) (-0-1j) 0j -1j 1e+20j -0j (-0+1j) (8+0j) (-2.25+0j)
#CHECK-NEXT{LITERAL}:ZeroDivisionError: float division by zero
#CHECK-NEXT{LITERAL}:ZeroDivisionError: float floor division by zero
#CHECK-NEXT{LITERAL}:ZeroDivisionError: float modulo
#CHECK-NEXT{LITERAL}:ZeroDivisionError: float divmod()
#CHECK-NEXT{LITERAL}:ZeroDivisionError: 0.0 cannot be raised to a negative power
#CHECK-NEXT{LITERAL}:OverflowError: (34, 'Numerical result out of range')
#CHECK-NEXT{LITERAL}:ValueError: cannot convert NaN to integer ratio
#CHECK-NEXT{LITERAL}:OverflowError: cannot convert Infinity to integer ratio
#CHECK-NEXT{LITERAL}:ValueError: cannot convert float NaN to integer
#CHECK-NEXT{LITERAL}:OverflowError: cannot convert float infinity to integer
#CHECK-NEXT{LITERAL}:OverflowError: cannot convert float infinity to integer
#CHECK-NEXT{LITERAL}:TypeError: '<' not supported between instances of 'complex' and 'int'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for //: 'complex' and 'int'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for %: 'complex' and 'int'
#CHECK-NEXT{LITERAL}:TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
#CHECK-NEXT{LITERAL}:TypeError: float() argument must be a string or a real number, not 'complex'
#CHECK-NEXT{LITERAL}:ZeroDivisionError: complex division by zero
#CHECK-NEXT{LITERAL}:ZeroDivisionError: 0.0 to a negative or complex power
#CHECK-NEXT{LITERAL}:TypeError: type complex doesn't define __round__ method
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for +: 'float' and 'str'
#CHECK-NEXT{LITERAL}:TypeError: 'float' object is not subscriptable
#CHECK-NEXT{LITERAL}:AttributeError: 'float' object has no attribute 'foo'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for &: 'float' and 'int'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for <<: 'float' and 'int'
#CHECK-NEXT{LITERAL}:ValueError: invalid hexadecimal floating-point string
#CHECK-NEXT{LITERAL}:TypeError: list indices must be integers or slices, not float
#CHECK-NEXT{LITERAL}:TypeError: can't multiply sequence by non-int of type 'float'
#CHECK-NEXT{LITERAL}:TypeError: 'float' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:AttributeError: 'complex' object has no attribute 'foo'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for divmod(): 'complex' and 'int'
#CHECK-NEXT{LITERAL}:TypeError: '>' not supported between instances of 'complex' and 'complex'
