# bytes and range: methods and errors.
# RUN: cjaxc run --interpret %s | diff %S/bytes_ranges.out -

def err(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


print("== making bytes")
print(b"", b"abc", bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes.fromhex("00ff 41"), b"a" b"b", rb"\n")
err(bytes, "a")
err(bytes, [256])
err(bytes, [-1])
err(bytes, -1)
err(bytes, ["a"])
err(bytes.fromhex, "zz")

print("== items and slices")
b = b"hello"
print(b[0], b[-1], b[1:3], b[::-1], len(b), list(b), 104 in b, b"ell" in b, b + b"!", b * 2, b == b"hello", b < b"help", max(b), sorted(b))
err(lambda: b[9])
def put(): b[0] = 1
err(put)
err(lambda: b + "a")
err(lambda: b["a"])

print("== methods of bytes")
print(b"a,b".split(b","), b" x ".strip(), b"abc".find(b"c"), b"abc".replace(b"b", b"X"), b",".join([b"a", b"b"]), b"AbC".lower(), b"abc".upper())
print(b"abc".startswith(b"ab"), b"abc".endswith((b"x", b"c")), b"aXa".count(b"a"), b"abc".hex(), b"\x01\xff".hex(":"), b"abc".decode(), b"ab".index(b"b"))
print(b"12".isdigit(), b"ab".isalpha(), b"a b c".partition(b" "), b"7".zfill(3), b"ab".center(6, b"*"), b"a\nb".splitlines(), b"xay".strip(b"xy"))

print("== hash and keys")
print(hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b"a" == "a", {b"a", b"a"} == {b"a"}, bool(b""), bool(b"\0"))

print("== ranges")
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], list(r[::-2]), 5 in r, 6 in r, r.index(8), r.count(5), r.start, r.stop, r.step)
print(range(5) == range(0, 5, 1), range(0) == range(3, 3), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), list(range(5, 0, -2)))
print(list(range(0)), list(range(3, 1)), bool(range(0)), max(range(3)), sum(range(101)), range(10)[-3:], list(reversed(range(0, 10, 4))), [*range(-3, 0)])
err(range)
err(range, 1, 2, 0)
err(range, 1.5)
err(range, "a")
err(lambda: r[99])
err(r.index, 3)
err(lambda: r + r)
err(lambda: range(3) < range(4))

print("== huge ranges")
h = range(10 ** 12)
print(len(h), h[10 ** 11], 10 ** 11 in h, h[-1], h[5:10], range(-10 ** 15, 10 ** 15, 10 ** 14)[3])

print("== a range is reusable, its iterator is not")
r = range(3)
it = iter(r)
print(list(r), list(r), next(it), list(it), list(it))

print("== bytearray")
b = bytearray(b"abc")
b[0] = 90
b.append(65)
b += b"x"
b[1:2] = b"--"
print(b, len(b), b[0], b[1:3], bytes(b), b.upper(), b == b"Z--cAx", b"Z--cAx" == b, b.split(b"-"), b"q" + b, b + b"q")
del b[0]
print(b.hex(), b.pop(), b, 90 in b, b"--" in b, list(b), b.find(b"c"), type(b), isinstance(b, bytearray), b.decode())
print(bytearray(3), bytearray("é", "utf8"), bytearray.fromhex("ff00"), bytearray([1]) < b"\x02", [bytearray()], bytearray(b"x") * 2)
err(b.append, 300)
err(lambda: b["a"])
err(lambda: b[99])
err(hash, b)
err(bytearray, "a")
err(bytearray().pop)
