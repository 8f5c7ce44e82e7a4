# Floats and complex numbers: arithmetic, repr, rounding, hex, conversions.
# RUN: cjaxc run --interpret %s | diff %S/arithmetic_floats.out -

def err(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


inf, nan = float("inf"), float("nan")

print("== repr of floats")
print(1.0, -0.0, 0.1, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 1.5e300, 5e-324, 2.0 ** 70)
print(0.1 + 0.2, 1 / 3, 2 / 3, 100 / 3, 1e22, 1e21, 1.7976931348623157e308, 4.35, 1e100, 12345.678)
print(inf, -inf, nan, [nan], 1e400, -1e400, 9007199254740993.0, 0.00001234, 1234567.0)

print("== floor division and modulo")
for a in (7.5, -7.5, 0.0, -0.0):
    for b in (2.0, -2.0, 0.3, inf, -inf):
        print(a, b, a // b, a % b, divmod(a, b))
print(1e300 // 1e-300, 5 % 0.1, -1e-20 % 1.0, inf % 2, 5.5 // 1)

print("== division by zero")
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0.0), lambda: 0.0 ** -1,
          lambda: 1j / 0, lambda: 0j ** -1, lambda: 1j // 2, lambda: 1j % 2):
    err(f)

print("== powers")
print(2.0 ** 0.5, 2.0 ** -1, (-2.0) ** 2, (-2.0) ** 3, 0.0 ** 0, inf ** 0, nan ** 0, 1.0 ** nan)
print((-2.0) ** 0.5, (-8) ** (1 / 3), 2 ** 0.5 == 2.0 ** 0.5, (-inf) ** 3, (-inf) ** 2)
err(lambda: 10.0 ** 400)
err(lambda: 2.0 ** 2000)

print("== rounding half to even")
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.500001, 1e20)])
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(2.5, 0), round(-2.5, 0))
print(round(1234.5678, -2), round(1250.0, -2), round(1.23456789, 5), round(5e-324, 3), round(1e300, 2))
print(round(3.7), type(round(3.7)), type(round(3.7, 0)), round(3.14159, None), round(15.0, -1))
err(round, inf)
err(round, nan)
print(round(inf, 2), round(nan, 2))
err(round, "a")

print("== inf and nan")
print(inf > 10 ** 300, -inf < 0, inf == inf, nan == nan, nan != nan, nan < 1, nan > 1, inf - inf, inf * 0)
print([nan] == [nan], nan in [nan], max(1.0, nan), max(nan, 1.0))
print(inf + 1, -inf + inf, inf / inf, 1 / inf, -1 / inf, sorted([3.0, inf, -inf, 0.0]))

print("== hex")
print((1.0).hex(), (0.1).hex(), (-2.5).hex(), (0.0).hex(), (-0.0).hex(), inf.hex(), nan.hex(), (5e-324).hex())
print(float.fromhex("0x1.8p3"), float.fromhex("-0x.1p4"), float.fromhex("1.8"), float.fromhex("inf"))
err(float.fromhex, "xyz")

print("== ratio, integer, conjugate")
print((0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer())
print((2.5).conjugate(), (2.5).real, (2.5).imag, inf.is_integer(), (2.5).__trunc__(), (-2.5).__floor__())
err(inf.as_integer_ratio)
err(nan.as_integer_ratio)

print("== float of texts")
for s in ("1.5", " -1.5e3 ", "inf", "-Infinity", "NaN", "1_0.5", ".5", "5.", "1e5", "+1e-5"):
    print(repr(s), float(s))
for s in ("", "abc", "1__0", "1e", ".", "0x10", "1 2"):
    err(float, s)
err(float, None)
err(float, 1j)
err(float, 10 ** 400)
print(float(), int(), complex(), bool(), str() == "", float(True), float(2 ** 60))

print("== complex arithmetic")
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, abs(a), a == 3 + 4j, a != b, a ** 2, a.conjugate())
print(a + 1, 2 * a, a / 2, 1 / a, a.real, a.imag, a ** 0, 1j ** 2, (1 + 1j) ** 3, 2 ** 1j)
print(a == 3, 3 + 0j == 3, hash(3 + 0j) == hash(3), bool(0j), a * 1.5, a - 2.5, +a)

print("== repr of complex")
print(1j, -1j, 1 + 0j, 0j, -0j, complex(0.0, -0.0), complex(-0.0, 1), 1.5 - 2.5j, complex(inf, nan), 1e20j)
print([1j, 1 + 2j], str(1j), complex(1, -0.0), complex(nan, -inf), 3 + 1e-7j)

print("== making complex numbers")
print(complex("1+2j"), complex(" -3.5j "), complex("1e3"), complex(1, 2), complex(1j, 1j), complex("j"))
err(complex, "1 + 2j")
err(complex, "abc")
err(complex, None)
err(complex, "1", 2)

print("== mixing kinds")
print(1 + 1.0, 1 + 1j, 1.0 + 1j, True + 1.5, type(1 * 1.0), type(1 // 1.0), type(7 // 2), type(4 / 2))
print(1 == 1.0 == 1 + 0j, 0.1 + 0.2 == 0.3, 3 % 2.5, -3 % 2.5, 2 ** -1, 2 ** 2.0)

print("== sums lose digits")
print(sum([0.1] * 3), 0.1 * 3, 1e16 + 1.0 - 1e16, 1e16 + 2.0 - 1e16)

print("== large ints and floats")
print(10 ** 20 / 3, 2 ** 1000 / 2 ** 999, 10 ** 400 // 10 ** 399, 3 * 10 ** 17 / 7)
err(lambda: 10 ** 400 / 3)
err(lambda: 10 ** 400 * 1.0)
print(10 ** 400 / 10 ** 399, 1e308 * 10, -1e308 * 10, 1e-320, 1e-323 / 2)
