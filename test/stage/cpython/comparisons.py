# Comparisons, chains, short circuit, identity, membership, the walrus.
# RUN: cjaxc run --interpret %s | diff %S/comparisons.out -

def say(v):
    print("say", v)
    return v


print("== chains evaluate each operand once")
print(say(1) < say(2) < say(3))
print(say(3) < say(2) < say(1))
print(1 < 2 > 1 != 3 == 3 <= 3, 1 == 1 in [1], (1 == 1) in [1], 1 < 3 < 2 < say(9))

print("== and, or return operands")
print(0 and say(1), 1 and 2, "" or "x", [] or {} or (), 0 or None, 3 or say(4), 1 and [] and 2)
print(not "", not [0], not None, not not 5, (0 or 1) and (2 or 3), None and 1 or 2)

print("== short circuit with effects")
say(0) or say(5)
say(1) and say(0) and say(7)
print(say(0) or say("") or say("z"))

print("== a conditional expression")
for n in (-1, 0, 1):
    print("neg" if n < 0 else "zero" if n == 0 else "pos", say(n) if n else "none")
print((1 if True else 2) + (3 if [] else 4), [i if i % 2 else -i for i in range(4)])

print("== equality of containers")
print([1, 2] == [1, 2.0], (1, 2) == [1, 2], {1: 2} == {1: 2.0}, {1, 2} == {2, 1}, "a" == b"a", [] == ())
print({1, 2} == frozenset({1, 2}), range(3) == range(0, 3), range(0) == range(5, 5), [] != [], None == 0)
print([[1, [2]]] == [[1, [2]]], {"a": [1]} == {"a": [1]}, {1: 2, 3: 4} == {3: 4, 1: 2})

print("== order of containers")
print([1, 2] < [1, 3], [1] < [1, 0], (2,) > (1, 9, 9), "abc" < "abd", "Z" < "a", "" < "a", [] < [0])
print({1} < {1, 2}, {1, 2} <= {1, 2}, {3} < {1, 2}, {1, 2} > {1}, b"a" < b"b", "a" < "ab")

print("== errors of order")
for f in (lambda: 1 < "a", lambda: [1] < ["a"], lambda: {} < {}, lambda: None < 1, lambda: 1j > 0,
          lambda: (1, "a") < (1, 2), lambda: sorted([1, "a"]), lambda: max(1, None), lambda: object() < 1):
    try:
        print(f())
    except TypeError as e:
        print(e)

print("== identity")
a = [1]
b = a
print(a is b, a is not b, a is [1], None is None, () is (), True is True, (a := a) is b)
print(1 is 1, "x" is "x", a is not None, type(a) is list, type(1) is int is int)

print("== membership")
print(1 in [1], "a" in "cab", "" in "x", 3 not in (1, 2), "k" in {"k": 1}, 5 in range(0, 10, 5), 6 in range(0, 10, 5))
print(2.0 in range(5), 2.5 in range(5), b"a" in b"cab", 97 in b"a", None in [None], 1.0 in {1})
for f in (lambda: 1 in "a", lambda: 1 in 5, lambda: [] in {}, lambda: "a" in b"a", lambda: 300 in b"a"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

print("== membership by iteration and by getitem")
class It:
    def __iter__(self):
        yield from (say(1), say(2), say(3))
class Get:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(2 in It(), 20 in Get(), 25 in Get(), list(Get()), 9 in It())

print("== rich comparison gives what it likes")
class R:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return f"{self.n}<{o.n}"
    def __eq__(self, o): return "" if o is None else "eq"
    __hash__ = None
print(R(1) < R(2), R(1) > R(2), R(1) == R(2), (R(1) == None) == "", R(1) != R(2), R(1) < R(2) < R(3))

print("== reflected comparison")
class A:
    def __lt__(self, o): print("A.lt"); return NotImplemented
    def __eq__(self, o): print("A.eq"); return NotImplemented
class B(A):
    def __gt__(self, o): print("B.gt"); return True
    def __eq__(self, o): print("B.eq"); return True
print(A() < B())
print(A() == B())
print(A() == A())
try:
    A() < A()
except TypeError as e:
    print(e)

print("== the walrus")
if (n := len("hello")) > 3:
    print(n)
print([y := 1, y ** 2, (z := y + 1)], y, z)
print([last := x for x in range(3)], last)
print(any((w := x) > 2 for x in [1, 3, 5]), w)
def f(a, b=(q := 7)): return a, b
print(f(p := 4), p, q)
data = [3, 1, 2]
while (item := data.pop() if data else None) is not None:
    print(item, end=" ")
print()

print("== walrus in conditions of comprehensions")
print([(x, s) for x in range(5) if (s := x * x) > 3], s)
print({k: v for k in "ab" if (v := k * 2)}, v)

print("== chained comparison with side conditions")
lo, hi = 0, 10
for x in (-1, 0, 5, 10):
    print(lo <= x < hi, not lo <= x < hi, lo <= x and x < hi, (lo <= x) < hi)

print("== truth by len and bool")
class T:
    def __len__(self): print("len"); return 0
class U(T):
    def __bool__(self): print("bool"); return True
print(bool(T()), bool(U()), not T(), 1 if U() else 2, T() or 5)
class V:
    def __bool__(self): return 1
class W:
    def __len__(self): return -1
for c in (V, W):
    try:
        bool(c())
    except Exception as e:
        print(type(e).__name__, e)
