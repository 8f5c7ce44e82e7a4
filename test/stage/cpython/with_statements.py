# with: order, suppression, errors in __enter__ and __exit__, contextlib.
# RUN: cjaxc run --interpret %s | diff %S/with_statements.out -

class M:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter": raise OSError("enter " + self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__ if t else None, v)
        if self.fail == "exit": raise OSError("exit " + self.name)
        return self.swallow


print("== plain")
with M("a") as x: print("body", x)
with M("a"), M("b") as y: print("body", y)
with (M("a") as x, M("b") as y,): print("body", x, y)

print("== an error passes")
try:
    with M("a"), M("b"):
        raise ValueError("v")
except ValueError as e: print("caught", e)

print("== an error is swallowed")
with M("a", swallow=True):
    print("before")
    1 / 0
    print("never")
print("after")
with M("outer"), M("inner", swallow="truthy"):
    raise KeyError("k")

print("== swallowing in the middle")
try:
    with M("a"):
        with M("b", swallow=True):
            raise ValueError("v")
        print("between")
        raise KeyError("k")
except KeyError as e: print("caught", e)

print("== __enter__ fails")
try:
    with M("a"), M("b", fail="enter"): print("never")
except OSError as e: print("caught", e)

print("== __exit__ fails")
try:
    with M("a"), M("b", fail="exit"): raise ValueError("v")
except OSError as e: print("caught", e, repr(e.__context__))

print("== return, break, continue")
def f():
    with M("f"):
        return "value"
print(f())
def g():
    for i in range(3):
        with M(str(i), swallow=True):
            if i == 0: continue
            if i == 1: raise ValueError(i)
            break
    return i
print(g())
def h():
    with M("h", swallow=True):
        raise ValueError
    return "reached"
print(h())

print("== targets")
class T:
    def __enter__(self): return 1, [2, 3]
    def __exit__(self, *a): pass
with T() as (a, (b, *c)): print(a, b, c)
d = {}
with T() as d["k"]: print(d)

print("== not a context manager")
class N:
    def __enter__(self): return 1
for v in (5, N()):
    try:
        with v: pass
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)

print("== __enter__ is looked up on the class")
class I:
    def __init__(self): self.__enter__ = lambda: "instance"
    def __enter__(self): return "class"
    def __exit__(self, *a): return None
with I() as v: print(v)

print("== contextmanager")
from contextlib import contextmanager, suppress, nullcontext, ExitStack, closing
@contextmanager
def cm(n):
    print("start", n)
    try: yield n * 2
    except ValueError as e: print("inside", e)
    finally: print("stop", n)
with cm(1) as v: print(v)
with cm(2): raise ValueError("swallowed")
try:
    with cm(3): raise KeyError("passes")
except KeyError as e: print("outside", e)
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)

print("== suppress, nullcontext, closing")
with suppress(KeyError, IndexError): {}["x"]
with nullcontext(5) as n: print(n)
class Res:
    def close(self): print("closed")
with closing(Res()) as r: print(type(r).__name__)

print("== ExitStack")
with ExitStack() as s:
    names = [s.enter_context(M(n)) for n in "xy"]
    s.callback(print, "callback", 1)
    print(names)

print("== with in a generator that is closed")
def gen():
    with M("gen"):
        yield 1
        yield 2
g = gen()
print(next(g))
g.close()
print(list(gen()))
