# global, nonlocal, closures, comprehension scopes, del, class scopes.
# RUN: cjaxc run --interpret %s | diff %S/scopes.out -

def err(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


print("== global")
count = 0
def bump():
    global count, fresh
    count += 1
    fresh = count * 10
    return count
print(bump(), bump(), count, fresh)

print("== a local without a value")
def early():
    print(count)
    count = 1
def maybe(flag):
    if flag: v = 1
    return v
err(early)
err(maybe, True)
err(maybe, False)
def gone():
    v = 1
    del v
    return v
err(gone)
err(lambda: undefined_name)

print("== nonlocal")
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5)
other, _ = counter()
other()
print(get(), other())

print("== nonlocal at several levels")
def outer():
    x = "outer"
    def mid():
        nonlocal x
        x = "mid"
        def inner():
            nonlocal x
            x += "+inner"
            return x
        return inner
    f = mid()
    return x, f(), x
print(outer())

print("== closures see variables, not values")
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def make():
    out = []
    for k in range(3):
        def f(): return k
        out.append(f)
    return out
print([f() for f in make()])

print("== a free variable without a value")
def late():
    def use(): return value
    try:
        use()
    except NameError as e:
        print(type(e).__name__, e)
    value = 3
    print(use())
    del value
    try:
        use()
    except NameError as e:
        print(e)
late()

print("== comprehensions have scopes of their own")
x = "kept"
print([x for x in range(3)], x, {x: x for x in "ab"}, x, sum(x for x in range(4)), x)
print([[y for y in range(x)] for x in range(3)], [(a, b) for a in range(3) for b in range(a)])
err(lambda: [zz for _ in range(1)])

print("== class bodies and their functions")
v = "module"
class C:
    v = "class"
    w = v + "!"
    def get(self): return v
    pairs = [v for _ in range(2)]
    first = [c for c in v]
    late = lambda self: v
print(C.w, C().get(), C.pairs, C.first, C().late(), C.v)

print("== a class in a function sees its variables")
def build(n):
    class K:
        m = n
        n = n + 1 if False else 7
        def get(self): return n
    return K
try:
    k = build(4)
    print(k.m, k.n, k().get())
except NameError as e:
    print("NameError", e)

print("== names are mangled in classes")
class M:
    __secret = 1
    def __init__(self): self.__own = 2
    def get(self): return self.__secret + self.__own
    def __hidden(self): return "h"
    def call(self): return self.__hidden()
m = M()
print(m.get(), m.call(), sorted(k for k in vars(m)), M._M__secret)
err(lambda: m.__own)

print("== locals, globals, vars")
def loc(a, b=2):
    c = 3
    return sorted(locals().items())
print(loc(1), "count" in globals(), globals()["count"], __name__)

print("== defaults are evaluated once")
def acc(v, into=[]):
    into.append(v)
    return into
print(acc(1), acc(2), acc(3, [0]), acc.__defaults__)
d = 5
def use_d(x=d): return x
d = 6
print(use_d())

print("== recursion and mutual recursion")
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
print(even(10), odd(7), even(7))
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(20), (lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)))

print("== shadowing builtins")
def sh():
    len = lambda x: "mine"
    return len([1])
print(sh(), len([1]))
list = 3
del list
print(list("ab"))

print("== the loop variable after the loop")
for i in range(3): pass
print(i)
for i in []: pass
print(i)
for i, j in zip("ab", [1, 2]): i = i * 2
print(i, j)

print("== the exception's name is deleted")
e = 1
try:
    raise ValueError("x")
except ValueError as e: pass
err(lambda: e)

print("== attributes of functions")
def documented(a, b: int = 1, *c, d=2, **e) -> str:
    "What it does."
    documented.calls = getattr(documented, "calls", 0) + 1
documented(1); documented(2)
print(documented.__name__, documented.__doc__, documented.calls, documented.__defaults__, documented.__kwdefaults__)
print(documented.__annotations__, documented.__qualname__, documented.__dict__, (lambda: 0).__name__)
def o():
    def i(): pass
    return i
print(o().__qualname__, C.get.__qualname__, o.__module__)
