# Decorators, closures as objects, functools, lambdas, function attributes.
# RUN: cjaxc run --interpret %s | diff %S/decorators.out -

import functools
import operator

print("== order")
def tag(name):
    print("make", name)
    def deco(f):
        print("apply", name, f.__name__)
        return f
    return deco
@tag("a")
@tag("b")
def f(): return "f"
print(f())

print("== a decorator may return anything")
@lambda f: f() * 2
def seven(): return 7
print(seven)
@str
class C: pass
print(C.startswith("<class"))

print("== counting calls")
def counted(f):
    @functools.wraps(f)
    def inner(*a, **k):
        inner.calls += 1
        return f(*a, **k)
    inner.calls = 0
    return inner
@counted
def add(a, b=1):
    "adds"
    return a + b
print(add(1), add(1, b=5), add.calls, add.__name__, add.__doc__, add.__wrapped__(2, 3), add.calls)

print("== a class as decorator")
class Memo:
    def __init__(self, f): self.f, self.seen = f, {}
    def __call__(self, n):
        if n not in self.seen: self.seen[n] = self.f(n)
        return self.seen[n]
@Memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.seen))

print("== decorated methods")
def double(f):
    def inner(self, *a): return 2 * f(self, *a)
    return inner
class D:
    def __init__(self, v): self.v = v
    @double
    def get(self, k): return self.v + k
    @property
    @double
    def both(self): return self.v
    @staticmethod
    @double
    def st(x): return x
print(D(5).get(1), D(5).both, D.st(4))

print("== with arguments and state")
def repeat(n, *, sep=" "):
    def deco(f):
        def inner(*a): return sep.join(str(f(*a)) for _ in range(n))
        return inner
    return deco
@repeat(3, sep="-")
def hello(x): return x
print(hello("hi"))

print("== lru_cache and cache")
@functools.lru_cache(maxsize=None)
def slow(n):
    print("compute", n)
    return n * n
print(slow(3), slow(3), slow(4), slow.cache_info().hits)
@functools.cache
def binom(n, k): return 1 if k in (0, n) else binom(n - 1, k - 1) + binom(n - 1, k)
print(binom(40, 20))

print("== reduce, partial, cmp_to_key")
print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a * b, [], 7))
print(functools.reduce(lambda a, b: f"({a}{b})", "abcd"), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
try:
    functools.reduce(max, [])
except TypeError as e:
    print(e)

print("== total_ordering")
@functools.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2))

print("== singledispatch")
@functools.singledispatch
def show(x): return "object"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return f"list of {len(x)}"
print(show(1), show([1]), show("s"), show(True))

print("== cached_property")
class P:
    @functools.cached_property
    def v(self):
        print("once")
        return 5
p = P()
print(p.v, p.v, p.__dict__)

print("== lambdas")
compose = lambda *fs: lambda x: functools.reduce(lambda v, f: f(v), fs, x)
print(compose(lambda x: x + 1, lambda x: x * 2, str)(3))
print((lambda a, *b, c=3, **d: (a, b, c, d))(1, 2, c=4, e=5), (lambda: (yield))().__class__.__name__)
print([(lambda x, n=n: x ** n)(2) for n in range(4)], (lambda x: x if x > 0 else -x)(-4))

print("== operator functions")
print(operator.itemgetter(1)([5, 6]), operator.itemgetter("a", "b")({"a": 1, "b": 2}), operator.attrgetter("v")(D(3)))
print(operator.methodcaller("split", ",")("a,b"), operator.mul(3, 4), operator.neg(2), operator.contains([1], 1))

print("== map, filter, zip, enumerate, reversed")
print(list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, "", "x"])), list(filter(str.isdigit, "a1b2")))
print(list(zip([1, 2], "ab", (True, False))), list(enumerate("ab", 5)), list(reversed([1, 2])), list(zip()))
print(list(zip([1, 2, 3], "abc", strict=True)), list(map(str, range(3))), dict(map(reversed, {"a": 1}.items())))
try:
    list(zip([1, 2], "a", strict=True))
except ValueError as e:
    print(e)
try:
    list(zip([1], "ab", strict=True))
except ValueError as e:
    print(e)

print("== any, all, callable, hasattr and getattr")
print(any([]), all([]), any([0, 2]), all([1, 0]), callable(len), callable(5), callable(D), hasattr(D(1), "v"), getattr(D(1), "zz", "dflt"))
d = D(1)
setattr(d, "w", 9)
delattr(d, "v")
print(d.__dict__, getattr(d, "w"))
