# Generators: yield, send, throw, close, yield from, return values, laziness.
# RUN: cjaxc run --interpret %s | diff %S/generators.out -

def err(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(type(e).__name__, e)


print("== laziness")
def g():
    print("start")
    yield 1
    print("middle")
    yield 2
    print("end")
it = g()
print("made")
print(next(it))
print(next(it))
err(next, it)
err(next, it)
print(next(it, "default"))

print("== send")
def echo():
    got = None
    while True:
        got = yield got
        if got == "stop": return "done"
e = echo()
print(next(e), e.send(1), e.send("x"), next(e))
err(e.send, "stop")
err(echo().send, 5)

print("== the value of a return")
def ret():
    yield 1
    return 5
r = ret()
next(r)
try:
    next(r)
except StopIteration as s:
    print(s.value)

print("== yield from")
def inner():
    got = yield "i1"
    print("inner got", got)
    yield "i2"
    return "result"
def outer():
    v = yield from inner()
    print("outer has", v)
    yield from [1, 2]
    yield from "ab"
    return (yield from range(2))
o = outer()
print(next(o), o.send("hello"), list(o))
print(list(outer()))

print("== throw")
def catcher():
    while True:
        try: yield "ready"
        except ValueError as e: print("caught", e)
        finally: print("finally")
c = catcher()
print(next(c), c.throw(ValueError("one")), c.throw(ValueError("two")))
err(c.throw, KeyError("three"))
err(next, c)
err(catcher().throw, ValueError("not started"))

print("== close")
def closer(ignore=False):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        if ignore: yield "no"
        raise
    finally: print("cleanup")
c = closer()
next(c)
print(c.close(), c.close())
err(next, c)
c = closer(True)
next(c)
err(c.close)
err(next, c)
closer().close()

print("== close and throw reach the inner generator")
def sub():
    try: yield 1
    finally: print("sub closed")
def sup():
    try: yield from sub()
    except ValueError as e: yield f"sup caught {e}"
s = sup(); next(s); s.close()
s = sup(); next(s); print(s.throw(ValueError("v")))

print("== StopIteration inside becomes RuntimeError")
def bad():
    yield 1
    raise StopIteration("x")
b = bad(); next(b)
err(next, b)
def bad2():
    yield next(iter([]))
err(list, bad2())

print("== a running generator")
def selfish():
    yield next(me)
me = selfish()
err(next, me)

print("== generator expressions")
ge = (x * x for x in range(4) if x % 2)
print(list(ge), list(ge), sum(x for x in range(5)), max((len(w), w) for w in ["a", "bcd", "ef"]))
n = 2
lazy = (n * x for x in [1, 2])
n = 10
print(list(lazy))
src = [1, 2]
first = (x for x in src)
src = [9]
print(list(first))

print("== infinite generators and their consumers")
def nat(n=0):
    while True:
        yield n
        n += 1
import itertools
print(list(itertools.islice(nat(5), 3)), list(zip("abc", nat())), next(x for x in nat() if x * x > 50))
a, b, *c = itertools.takewhile(lambda x: x < 5, nat())
print(a, b, c)

print("== recursion")
def tree(t):
    if isinstance(t, list):
        for s in t: yield from tree(s)
    else: yield t
print(list(tree([1, [2, [3, [4]], 5], []])))
def perms(items):
    if not items: yield []
    for i, x in enumerate(items):
        for p in perms(items[:i] + items[i + 1:]): yield [x] + p
print(list(perms([1, 2, 3])))

print("== pipelines")
def evens(it): return (x for x in it if x % 2 == 0)
def squared(it):
    for x in it: yield x * x
print(list(squared(evens(range(10)))), dict(zip("ab", squared([1, 2]))))

print("== iterators as such")
print(iter(it) is it, hasattr(it, "__next__"), type(it).__name__, type(ge).__name__, list(it))
def empty():
    return
    yield
print(list(empty()), [*empty()], dict(empty()))

print("== yield as an expression")
def ex():
    x = (yield 1) or "none"
    y = [(yield x), (yield 2)]
    print(x, y)
e = ex()
print(next(e), next(e), e.send("a"), next(e, "over"))
