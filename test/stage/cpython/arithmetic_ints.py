# Ints: division, modulo, powers, bits, sizes.
# RUN: cjaxc run --interpret %s | diff %S/arithmetic_ints.out -

def err(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


print("== floor division and modulo of all signs")
for a in (7, -7, 0):
    for b in (2, -2, 7, -7, 3):
        print(a, b, a // b, a % b, divmod(a, b), (a // b) * b + a % b == a)

print("== division by zero")
err(lambda: 1 // 0)
err(lambda: 1 % 0)
err(lambda: 1 / 0)
err(lambda: divmod(1, 0))
err(lambda: 0 ** -1)
err(lambda: pow(2, 3, 0))

print("== powers")
print(2 ** 10, (-2) ** 3, -2 ** 2, 2 ** -2, (-2) ** -1, 0 ** 0, 2 ** 3 ** 2)
print(2 ** 100, (-3) ** 41, 10 ** 30)
print((-8) ** 0.5, (-1) ** 0.5, 4 ** 0.5, 0 ** 0.0)

print("== modular powers and inverses")
print(pow(3, 200, 13), pow(-3, 5, 7), pow(3, 5, -7), pow(3, -1, 11), pow(7, -2, 9))
err(pow, 2, -1, 4)
err(pow, 2.0, 1, 4)

print("== big ints")
n = 123456789012345678901234567890
print(n, -n, n * n, n // 987654321, n % 987654321, -n // 987654321, -n % 987654321)
print(n - n, n - (n - 5), type(n - (n - 5)), n == n + 0, hash(n) == hash(n + 0))
print(n >> 40, -n >> 40, n << 3, n & 0xFFFF, n | 1, n ^ n, ~n)
print(n / 1e10, float(n), int(1e25), n // -7, divmod(-n, 10 ** 12))

print("== edges of 64 bits")
m = 2 ** 63
for v in (m - 1, m, -m, -m - 1, 2 * m, m * m):
    print(v, v + 1, v - 1, -v, v * 2, v // 2, v % 10, v.bit_length())
print((m - 1) * (m - 1), -m // -1, abs(-m), -(-m), (-m) * -1)

print("== factorial by hand")
f = 1
for i in range(1, 40):
    f *= i
print(f, len(str(f)), f % 41)

print("== bit operations")
print(6 & 3, 6 | 3, 6 ^ 3, ~6, 6 << 3, 6 >> 1, -6 >> 1, -1 >> 100, 1 << 70)
print(-6 & 3, -6 | 3, -6 ^ 3, ~-6, -6 & -4, 5 & -2 ** 70, -2 ** 70 | 1)
err(lambda: 1 << -1)
err(lambda: 1 >> -1)
print(True & False, True | 2, True ^ True, ~True, type(True & True), type(True & 1))

print("== methods of int")
print((37).bit_length(), (0).bit_length(), (-37).bit_length(), (37).bit_count(), (-255).bit_count())
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-3).to_bytes(2, "big", signed=True))
print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True))
print((7).as_integer_ratio(), (7).conjugate(), (7).real, (7).imag, (7).numerator, (7).denominator)
err(lambda: (300).to_bytes(1, "big"))
err(lambda: (-1).to_bytes(1, "big"))

print("== int of texts")
for s in ("12", " -12 ", "+7", "1_000", "0", "-0", "٣"):
    print(repr(s), int(s))
for s in ("", "1__0", "_1", "12a", "1.0", "0x1F", "- 1"):
    err(int, s)
print(int("ff", 16), int("0xff", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int("-11", 2))
err(int, "12", 1)
err(int, "9", 8)
err(int, 3.5, 10)

print("== int of numbers")
print(int(3.99), int(-3.99), int(True), int(1e20), int(-0.5))
err(int, float("inf"))
err(int, float("nan"))
err(int, None)
err(int, 1j)
err(int, [])

print("== bases")
print(bin(10), oct(10), hex(255), bin(-5), hex(-255), hex(2 ** 70), bin(0))
err(bin, 1.5)
print(0x_ff, 0b1010, 0o17, 1_000_000)

print("== abs, min, max, sum")
print(abs(-5), abs(5), abs(True), min(3, 1, 2), max([3, 1, 2]), sum([1, 2, 3]), sum([], 5))
print(min("b", "a"), max([], default=None), min([3, -4, 2], key=abs), max("aB", key=str.lower))
err(min, [])
err(max)
err(min, 1)
err(sum, ["a", "b"])
err(sum, ["a"], "")

print("== rounding ints")
print(round(15, -1), round(25, -1), round(-25, -1), round(1234, -2), round(5), round(1250, -2))
print(round(15, 3), round(2 ** 70, -5), round(True), type(round(True)))

print("== bools are ints")
print(True + True, True * 3, sum([True, False, True]), [10, 20][True], True == 1, True is 1 == 1)
print(isinstance(True, int), bool(2), bool(""), bool([0]), not 0, -True, +True, True / 2, True // 2)

print("== augmented assignment")
x = 7
x += 3; print(x)
x -= 1; print(x)
x *= 2; print(x)
x //= 4; print(x)
x **= 3; print(x)
x %= 10; print(x)
x <<= 4; print(x)
x >>= 2; print(x)
x |= 3; print(x)
x &= 6; print(x)
x ^= 5; print(x)
x /= 2; print(x)

print("== unsupported operands")
for op in (lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: 1 @ 2, lambda: {} | 1,
           lambda: None + 1, lambda: -"a", lambda: ~1.5, lambda: 1 << 2.0, lambda: 1 < "a",
           lambda: [] < (), lambda: 1j < 2j, lambda: {} < {}, lambda: None >= None):
    err(op)

print("== the text of very long ints")
print(len(str(7 ** 3000)), str(7 ** 3000)[:20], 7 ** 3000 % 10 ** 20)
print(int("9" * 50) + 1, int("-" + "1" * 30), 3 ** 200 == 9 ** 100)

print("== comparison of ints and floats")
print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > 1e308)
print(1 == 1.0, hash(1) == hash(1.0), 10 ** 400 < float("inf"), 3 < 3.5, -10 ** 400 > -float("inf"))
