# Calls: every kind of parameter and argument, and the texts of the TypeErrors.
# RUN: cjaxc run --interpret %s | diff %S/arguments.out -

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print("== positional and keyword")
def f(a, b, c=3): return a, b, c
print(f(1, 2), f(1, b=2), f(b=1, a=2), f(1, 2, 4), f(*[1, 2]), f(**{"a": 1, "b": 2}), f(1, *[2], **{"c": 5}))

print("== wrong numbers")
err(f)
err(f, 1)
err(f, 1, 2, 3, 4)
err(f, 1, 2, 3, 4, 5, d=1)
err(lambda: 0, 1)
err(lambda x: 0)
err(lambda x, y, z: 0)
err(lambda x=1: 0, 1, 2)

print("== wrong keywords")
err(f, 1, 2, d=4)
err(f, 1, a=2)
err(f, 1, 2, b=3, e=5)
err(f, c=1)

print("== *args and **kwargs")
def g(*args, **kw): return args, kw
print(g(), g(1, 2), g(a=1), g(1, *(2, 3), *"ab", x=1, **{"y": 2}))
def h(a, *rest, k=0, **kw): return a, rest, k, kw
print(h(1), h(1, 2, 3, k=4), h(1, z=5), h(*range(3), **dict(q=1)))
err(h)
err(h, k=1)

print("== keyword-only")
def ko(a, *, b, c=2): return a, b, c
print(ko(1, b=2), ko(b=1, a=0, c=9))
err(ko, 1)
err(ko, 1, 2)
err(ko, 1, 2, 3, b=1)
def ko2(*, x, y, z): pass
err(ko2)
err(ko2, x=1)
err(ko2, 1)
err(ko2, 1, x=1, y=2, z=3)

print("== positional-only")
def po(a, b=2, /, c=3, *, d=4): return a, b, c, d
print(po(1), po(1, 5, c=6, d=7), po(1, 2, 3))
err(po, a=1)
err(po, 1, b=2)
err(po)
err(po, 1, 2, 3, 4)
def po2(a, /, **kw): return a, kw
print(po2(1, a=2))
def po3(a, b, /): pass
err(po3, a=1, b=2)
err(po3, 1)

print("== repeated keywords")
err(lambda: f(1, **{"b": 2}, **{"b": 3}))
err(lambda: f(1, b=2, **{"b": 3}))
err(lambda: g(**{1: 2}))
err(lambda: f(**{"a": 1, "b": 2, "zz": 3}))
err(lambda: f(*5))
err(lambda: f(**5))
err(lambda: f(**[1]))

print("== order of evaluation")
def n(v):
    print("n", v)
    return v
g(n(1), *[n(2)], n(3), k=n(4), **{"m": n(5)})
def dflt(a=n("default a"), b=n("default b")): return a, b
print(dflt(), dflt(1))

print("== calling what is not callable")
err(lambda: 5())
err(lambda: None())
err(lambda: "s"(1))
err(lambda: [1](0))
class NC: pass
err(lambda: NC()())
err(lambda: NC(1))
err(lambda: NC(a=1))
err(lambda: object(1))

print("== methods count self")
class M:
    def none(): pass
    def one(self): return "one"
    def two(self, a): return a
    @staticmethod
    def st(a): return a
    @classmethod
    def cm(cls, a): return cls.__name__, a
m = M()
err(m.none)
err(m.one, 1)
err(m.two)
err(m.two, 1, 2)
err(M.two, m)
err(m.st)
err(M.cm)
print(m.st(1), M.st(2), m.cm(3), M.cm(4), M.two(m, 5), M.two(a=1, self=m))
class I:
    def __init__(self, a, *, b): self.v = a, b
err(I)
err(I, 1)
err(I, 1, 2)
err(I, 1, b=2, c=3)
print(I(1, b=2).v)

print("== builtins count too")
err(len)
err(len, [], [])
err(ord, "ab")
err(ord, 5)
err(chr, -1)
err(isinstance, 1)
err(abs)
err(iter)
err(lambda: [].append())
err(lambda: [].append(1, 2))
err(lambda: "a".upper(1))
err(lambda: {}.get())

print("== partial, keywords through wrappers")
import functools
p = functools.partial(f, 1, c=9)
print(p(2), p(2, c=8), p.args, p.keywords)
def wrap(fn):
    @functools.wraps(fn)
    def inner(*a, **k):
        print("call", fn.__name__, a, k)
        return fn(*a, **k)
    return inner
print(wrap(f)(1, 2, c=3), wrap(po)(1, d=2), wrap(f).__name__)
err(wrap(f), 1)

print("== mutable arguments are shared")
def change(l, d, n):
    l.append(1); d["k"] = 2; n += 1
    l = []
    return n
l, d, k = [], {}, 5
print(change(l, d, k), l, d, k)

print("== many arguments")
def many(*a, **k): return len(a), len(k), sum(a)
print(many(*range(300), **{f"k{i}": i for i in range(300)}))
