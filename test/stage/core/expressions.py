# Literals, operators in place, formats, unions of types.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

w = iter([1, 2, 3]); print(next(w), list(w), next(w, "d"))
print([*zip(*[(1, 2), (3, 4)])], dict(zip("ab", [1, 2])), list(zip([1, 2, 3], [4, 5])))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
print(f"{'a' 'b'}{1:>{3}}{[1, 2]!r:10}|{2.5:{'.2f'}}|{{}}|{'x'!s:^5}|{True}")
print("{:>5}|{:<5}|{:^5}|{!r}|{a[0]}|{b.real}".format(1, 2, 3, "x", a=[9], b=3))
print(1 if 0 else 2 if 0 else 3, (lambda: (yield))().__class__.__name__ if False else "g")
t = 1,
print(t, type(t).__name__, (1), ((1,),))
print(0x1F, 0b11, 0o17, 1_000, 1e3, .5, 5., 1e-3, 3j, b"a\x00b", r"\n", "\u00e9")
print(not (1 and 0) or 2, 1 < 2 == 2 != 3, 5 if None else 6)
s = {1, 2}; s |= {3}; s &= {2, 3, 4}; print(s); s -= {2}; s ^= {3, 9}; print(s)
d = {"a": 1}; d |= {"b": 2}; print(d, "a" in d, list(d), d == {"b": 2, "a": 1})
n = 10; n //= 3; n **= 2; n %= 5; n <<= 3; n |= 1; n ^= 2; n &= 0xFF; n >>= 1; n -= 1; n *= 2; n /= 4; print(n)
print(isinstance(3, int | str), isinstance("x", int | None), isinstance(None, int | None))
print(*[1, 2], sep=", ", end=".\n")
print(type(...), type(None), type(NotImplemented), type(type), type(print), type(lambda: 0), type(x for x in []))
assert True
import builtins
print(builtins.len([1]))

#CHECK:1 [2, 3] d
#CHECK-NEXT:[(1, 3), (2, 4)] {'a': 1, 'b': 2} [(1, 4), (2, 5)]
#CHECK-NEXT:zip() argument 2 is longer than argument 1
#CHECK-NEXT:ab  1[1, 2]    |2.50|{}|  x  |True
#CHECK-NEXT:    1|2    |  3  |'x'|9|3
#CHECK-NEXT:3 g
#CHECK-NEXT:(1,) tuple 1 ((1,),)
#CHECK-NEXT:31 3 15 1000 1000.0 0.5 5.0 0.001 3j b'a\x00b' \n é
#CHECK-NEXT:True True 6
#CHECK-NEXT:{2, 3}
#CHECK-NEXT:{9}
#CHECK-NEXT:{'a': 1, 'b': 2} True ['a', 'b'] True
#CHECK-NEXT:8.0
#CHECK-NEXT:True False True
#CHECK-NEXT:1, 2.
#CHECK-NEXT:<class 'ellipsis'> <class 'NoneType'> <class 'NotImplementedType'> <class 'type'> <class 'builtin_function_or_method'> <class 'function'> <class 'generator'>
#CHECK-NEXT:1
