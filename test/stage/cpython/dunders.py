# Special methods of operators: plain, reflected, in place; conversions; containers; calls.
# RUN: cjaxc run --interpret %s | diff %S/dunders.out -

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print("== all binary operators")
class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"N({self.n})"
names = "add sub mul truediv floordiv mod pow matmul and or xor lshift rshift divmod".split()
for name in names:
    setattr(N, f"__{name}__", lambda self, o, name=name: f"{self}.{name}({o!r})")
    setattr(N, f"__r{name}__", lambda self, o, name=name: f"{self}.r{name}({o!r})")
a = N(1)
print(a + 2, a - 2, a * 2, a / 2, a // 2, a % 2, a ** 2, a @ 2, a & 2, a | 2, a ^ 2, a << 2, a >> 2, divmod(a, 2))
print(2 + a, 2 - a, 2 * a, 2 / a, 2 // a, 2 % a, 2 ** a, 2 @ a, 2 & a, 2 | a, 2 ^ a, 2 << a, 2 >> a, divmod(2, a))
print(a + a, "x" + a, [1] + a, 1.5 * a, None | a)

print("== in place")
class I:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(o); return self
    def __isub__(self, o): return "replaced"
    def __mul__(self, o): return f"mul {o}"
    def __imatmul__(self, o): return NotImplemented
i = j = I()
i += 1
i += 2
print(i is j, i.log)
i -= 5
print(i)
j *= 3
print(j)
k = I()
def im():
    global k
    k @= 1
err(im)
def isub():
    v = object()
    v -= 1
err(isub)

print("== NotImplemented")
class A:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return "A.radd"
    def __eq__(self, o): return NotImplemented
class B:
    def __radd__(self, o): return "B.radd"
print(A() + B(), 1 + A(), A() == A(), A() != 5)
err(lambda: A() + 1)
err(lambda: A() + A())
err(lambda: B() + B())
err(lambda: A() ** 2)

print("== the subclass goes first")
class P:
    def __add__(self, o): return "P.add"
    def __radd__(self, o): return "P.radd"
class C(P):
    def __radd__(self, o): return "C.radd"
print(P() + C(), P() + P(), C() + P(), C() + C())

print("== unary operators and conversions")
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __int__(self): return 5
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __index__(self): return 3
    def __round__(self, n=None): return f"round {n}"
    def __trunc__(self): return 7
    def __bool__(self): return False
    def __len__(self): return 4
    def __hash__(self): return 99
u = U()
print(-u, +u, ~u, abs(u), int(u), float(u), complex(u), round(u), round(u, 2), bool(u), len(u), hash(u))
print([10, 20, 30, 40][u], "abcdef"[:u], list(range(u)), hex(u), [0] * u, bin(u), u or "falsy", 1 << int(u))
import math
class FC:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
print(math.floor(FC()), math.ceil(FC()), math.trunc(FC()))

print("== conversions that give the wrong kind")
class W:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __str__(self): return 5
    def __repr__(self): return None
    def __index__(self): return 1.5
    def __bool__(self): return 0
    def __hash__(self): return "h"
    def __len__(self): return "len"
    def __iter__(self): return 5
for f in (int, float, str, repr, lambda w: [1][w], bool, hash, len, iter):
    err(f, W())

print("== containers")
class Box:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return f"get {k!r}"
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __contains__(self, k): return k == "in"
    def __len__(self): return 2
    def __iter__(self): return iter("xy")
    def __reversed__(self): return iter("yx")
b = Box()
b[1] = 2
b[1:2, ...] = 3
del b["k"]
b["n"] += "!"
print(b[0], b[1:2], b[1, 2], "in" in b, "out" in b, len(b), list(b), list(reversed(b)), [*b], tuple(b))

print("== missing and subclasses of dict")
class D(dict):
    def __missing__(self, k): return f"no {k}"
    def __getitem__(self, k): return super().__getitem__(k)
d = D(a=1)
print(d["a"], d["zz"], d.get("zz"), "zz" in d, d)

print("== getattr, getattribute, setattr, delattr")
class G:
    real = 1
    def __getattr__(self, n): return f"getattr {n}"
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n): print("delattr", n)
g = G()
g.x = 4
del g.whatever
print(g.real, g.x, g.nope, hasattr(g, "anything"))
class GA:
    def __getattribute__(self, n):
        if n == "secret": raise AttributeError("hidden")
        return object.__getattribute__(self, n) if n == "v" else n.upper()
    v = 3
print(GA().v, GA().abc)
err(lambda: GA().secret)

print("== call, format, str, repr, bytes")
class F:
    def __call__(self, *a, **k): return a, k
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __bytes__(self): return b"bytes"
f = F()
print(f(1, k=2), f"{f}", f"{f:abc}", f"{f!s:>5}", f"{f!r}", format(f, "z"), "{:q} {!s}".format(f, f), "%s %r" % (f, f), [f], bytes(f))

print("== iteration by next")
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), sum(Count(4)), 2 in Count(3), max(Count(5)), dict(zip(Count(2), "ab")), [x for x in Count(2)])

print("== eq, ne, hash")
class H:
    def __init__(self, k): self.k = k
    def __eq__(self, o): return isinstance(o, H) and self.k == o.k
    def __hash__(self): return hash(self.k)
class NH:
    def __eq__(self, o): return True
print(len({H(1), H(1), H(2)}), {H(1): "a"}[H(1)], H(1) != H(2), [H(1)].index(H(1)), NH() == 5, NH() != 5, NH.__hash__)
err(hash, NH())
err(lambda: {NH(): 1})

print("== length_hint, sizes and order")
class O:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"O{self.v}"
print(sorted([O(3), O(1), O(2)]), min(O(2), O(1)), max([O(1), O(3)]), O(1) > O(0), sorted([O(1), O(2)], reverse=True))
err(lambda: O(1) <= O(2))
