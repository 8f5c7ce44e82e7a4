# int and bool: methods, big ints, division, bits, rounding, powers.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
print((300).bit_length(), (-5).bit_length(), (0).bit_length(), (2**100).bit_length(), (37).bit_count(), (-7).bit_count(), (2**90 - 1).bit_count(), (5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), (7).as_integer_ratio(), True.real, (10).__index__())
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b""), (258).to_bytes(2, "little"), (2**70).to_bytes(10, "big"), (-2).to_bytes(2, "big", signed=True), (5).to_bytes())
print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3, divmod(-17, 5), divmod(17, -5), 0 // 5, 2**100 // 7, -(2**100) // 7, 2**100 % -7, divmod(-(10**30), 10**7 + 1))
print(2**0, 2**63, 2**64, -(2**63), (-2) ** 3, 2**-2, 0**0, (-8) ** (1 / 3), pow(3, 1000, 1009), pow(7, -1, 31), pow(2, 10), pow(-5, 3, 7), pow(2, 5, -7), pow(10, 20) + 1, 3**50 // 7**20)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, -6 & 0xff, -6 | 1, -6 ^ 5, 1 << 70, -16 >> 2, -1 >> 100, (2**80) >> 75, (2**80) & (2**79 + 5), -(2**70) | 1, ~(2**65), True & False, True | 2, True ^ True, ~True if False else -2)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, 3037000500**2, -(-9223372036854775808), abs(-(2**63)), -9223372036854775808 // -1, 4611686018427387904 * 2 - 9223372036854775808, (2**62 + 2**62) == 2**63)
print(1 / 3, 2**200 / 2**190, 10**400 / 10**399, -7 / 2, 1 / 10**300, (2**53 + 1) / 1, 12345678901234567890 / 7, 7 / 2.0, 3 == 3.0, 2**53 + 1 == float(2**53 + 1), 2**53 < 2**53 + 0.5, 10**400 > float("inf"), -(10**400) < 1.0)
print(round(5), round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(1250, -2), round(10**30 + 5, -1), round(7, 3), round(0, -5), abs(-5), hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(10**30), hash(True), hash(2**64) == hash(float(2**64)))
print(hex(255), oct(8), bin(10), hex(-255), bin(-5), hex(2**70), oct(0), str(10**40), -(10**40), repr(2**64), int(str(3**200)) == 3**200, bool(0), bool(2**70), True + True, True * 3, isinstance(True, int), str(True), int("7") is not None)
print(min(3, 1, 2), max([1, 5, 3]), sum(range(100)), sum([], 5), sum([1, 2.5]), sum([[1], [2]], []), min("b", "a"), max(1, 2.0), min([], default=0), max("apple", "fig", key=len), min((2, "b"), (2, "a")), divmod(7.5, 2))
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: 1 // 0); err(lambda: 1 % 0); err(lambda: 1 / 0); err(lambda: divmod(1, 0)); err(lambda: 2**100 // 0); err(lambda: 0**-1); err(lambda: 1 << -1); err(lambda: 1 >> -1)
err(lambda: 10**400 / 3); err(lambda: 10**400 * 1.0); err(lambda: pow(2, 3, 0)); err(lambda: pow(2, -1, 4)); err(lambda: pow(2.0, 3, 5)); err(lambda: 1 + "a"); err(lambda: 1 + None); err(lambda: 1 & 1.0); err(lambda: ~1.5); err(lambda: -"a"); err(lambda: 1 < "a"); err(lambda: 1 @ 2); err(lambda: (1).foo); err(lambda: round(1, "a")); err(lambda: hex(1.5)); err(lambda: abs("x")); err(lambda: sum(["a"])); err(lambda: max([])); err(lambda: min(1)); err(lambda: (1)[0]); err(lambda: (1)()); err(lambda: len(1)); err(lambda: pow("a", 2)); err(lambda: 1 if [] < 1 else 2)

#CHECK{LITERAL}:9 3 0 101 3 3 90 5 1 5 0 5 (7, 1) 1 10
#CHECK-NEXT{LITERAL}:258 513 -2 0 b'\x02\x01' b'\x00@\x00\x00\x00\x00\x00\x00\x00\x00' b'\xff\xfe' b'\x05'
#CHECK-NEXT{LITERAL}:3 -4 -4 3 1 2 -2 -1 (-4, 3) (-4, -3) 0 181092942889747057356671886482 -181092942889747057356671886483 -5 (-99999990000000999999901, 9999901)
#CHECK-NEXT{LITERAL}:1 9223372036854775808 18446744073709551616 -9223372036854775808 -8 0.25 1 (1.0000000000000002+1.7320508075688772j) 404 9 1024 1 -3 100000000000000000001 8997087
#CHECK-NEXT{LITERAL}:1 7 6 -6 250 -5 -1 1180591620717411303424 -4 -1 32 0 -1180591620717411303423 -36893488147419103233 False 3 False -2
#CHECK-NEXT{LITERAL}:9223372036854775808 -9223372036854775809 18446744073709551614 9223372037000250000 9223372036854775808 9223372036854775808 9223372036854775808 0 True
#CHECK-NEXT{LITERAL}:0.3333333333333333 1024.0 10.0 -3.5 1e-300 9007199254740992.0 1.763668414462081e+18 3.5 True False False False True
#CHECK-NEXT{LITERAL}:5 20 20 -20 1200 1200 1000000000000000000000000000000 7 0 5 0 1 -2 -2 465258685558744706 1 True
#CHECK-NEXT{LITERAL}:0xff 0o10 0b1010 -0xff -0b101 0x400000000000000000 0o0 10000000000000000000000000000000000000000 -10000000000000000000000000000000000000000 18446744073709551616 True False True 2 3 True True True
#CHECK-NEXT{LITERAL}:1 5 4950 5 3.5 [1, 2] a 2.0 0 apple (2, 'a') (3.0, 1.5)
#CHECK-NEXT{LITERAL}:ZeroDivisionError: integer division or modulo by zero
#CHECK-NEXT{LITERAL}:ZeroDivisionError: integer modulo by zero
#CHECK-NEXT{LITERAL}:ZeroDivisionError: division by zero
#CHECK-NEXT{LITERAL}:ZeroDivisionError: integer division or modulo by zero
#CHECK-NEXT{LITERAL}:ZeroDivisionError: integer division or modulo by zero
#CHECK-NEXT{LITERAL}:ZeroDivisionError: 0.0 cannot be raised to a negative power
#CHECK-NEXT{LITERAL}:ValueError: negative shift count
#CHECK-NEXT{LITERAL}:ValueError: negative shift count
#CHECK-NEXT{LITERAL}:OverflowError: integer division result too large for a float
#CHECK-NEXT{LITERAL}:OverflowError: int too large to convert to float
#CHECK-NEXT{LITERAL}:ValueError: pow() 3rd argument cannot be 0
#CHECK-NEXT{LITERAL}:ValueError: base is not invertible for the given modulus
#CHECK-NEXT{LITERAL}:TypeError: pow() 3rd argument not allowed unless all arguments are integers
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for +: 'int' and 'str'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for &: 'int' and 'float'
#CHECK-NEXT{LITERAL}:TypeError: bad operand type for unary ~: 'float'
#CHECK-NEXT{LITERAL}:TypeError: bad operand type for unary -: 'str'
#CHECK-NEXT{LITERAL}:TypeError: '<' not supported between instances of 'int' and 'str'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for @: 'int' and 'int'
#CHECK-NEXT{LITERAL}:AttributeError: 'int' object has no attribute 'foo'
#CHECK-NEXT{LITERAL}:TypeError: 'str' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:TypeError: 'float' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:TypeError: bad operand type for abs(): 'str'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for +: 'int' and 'str'
#CHECK-NEXT{LITERAL}:ValueError: max() arg is an empty sequence
#CHECK-NEXT{LITERAL}:TypeError: 'int' object is not iterable
#CHECK-NEXT{LITERAL}:TypeError: 'int' object is not subscriptable
#CHECK-NEXT{LITERAL}:TypeError: 'int' object is not callable
#CHECK-NEXT{LITERAL}:TypeError: object of type 'int' has no len()
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
#CHECK-NEXT{LITERAL}:TypeError: '<' not supported between instances of 'list' and 'int'
