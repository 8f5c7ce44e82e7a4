# The texts of frequent errors, one a snippet.
# RUN: cjaxc run --interpret %s | diff %S/small_errors.out -

def err(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


class C:
    def m(self, a): return a
    @property
    def p(self): return self.missing
    def __repr__(self): return "C!"


print("== attribute of None")
err(lambda: None.x)
print("== attribute of an int, a list, a function")
err(lambda: (5).x)
err(lambda: [].push)
err(lambda: len.nope)
print("== attribute of a module and of a class")
import math
err(lambda: math.nope)
err(lambda: C.nope)
err(lambda: int.nope)
print("== an AttributeError inside a property")
err(lambda: C().p)
print("== index, key and item")
err(lambda: [1, 2][2])
err(lambda: (1,)["0"])
err(lambda: {}["k"])
err(lambda: {1: 2}[(1, 2)])
err(lambda: "abc"[1.0])
err(lambda: {1}[0])
err(lambda: None[0])
err(lambda: (lambda: 0)[0])
print("== item assignment")
def a1(): (1, 2)[0] = 1
def a2(): "s"[0] = "t"
def a3(): {1}[0] = 1
def a4(): [1][5] = 1
def a5(): None[0] = 1
for f in (a1, a2, a3, a4, a5): err(f)
print("== item deletion")
def d1(): del (1,)[0]
def d2(): del {}["k"]
def d3(): del [][0]
def d4(): del 5[0]
for f in (d1, d2, d3, d4): err(f)
print("== attribute assignment")
def s1(): (5).x = 1
def s2(): None.x = 1
def s3(): C().p = 1
def s4(): [].x = 1
def s5(): int.x = 1
for f in (s1, s2, s3, s4, s5): err(f)
print("== concatenation")
err(lambda: "a" + 1)
err(lambda: 1 + "a")
err(lambda: "a" + None)
err(lambda: [1] + "a")
err(lambda: b"a" + "a")
err(lambda: (1,) + [1])
err(lambda: {} + {})
print("== arithmetic on wrong kinds")
err(lambda: None * 2)
err(lambda: "a" - "b")
err(lambda: [1] / 2)
err(lambda: -[])
err(lambda: not_there + 1)
err(lambda: C() + 1)
err(lambda: 1 @ C())
print("== calls")
err(lambda: C().m())
err(lambda: C().m(1, 2))
err(lambda: C(1))
err(lambda: C.m(1))
err(lambda: int("x"))
err(lambda: float("x"))
err(lambda: int([]))
err(lambda: list(1))
err(lambda: dict(1))
err(lambda: "".join([1]))
print("== iteration")
err(lambda: [*None])
err(lambda: list(C()))
err(lambda: dict([1]))
err(lambda: sum(5))
err(lambda: max(5))
err(lambda: sorted(5))
err(lambda: zip(5))
print("== unpacking")
def u1(): a, b = 1, 2, 3
def u2(): a, b = "x"
def u3(): a, b = 5
def u4(): (a, b), c = 1, 2
def u5(): a, b = None
def u6(): *a, b = ()
for f in (u1, u2, u3, u4, u5, u6): err(f)
print("== comparison")
err(lambda: 1 < None)
err(lambda: [1] < (1,))
err(lambda: C() < C())
err(lambda: max("a", 1))
err(lambda: sorted([C(), C()]))
print("== hash")
err(lambda: {[]: 1})
err(lambda: {{}})
err(lambda: hash(set()))
print("== conversion of texts")
err(lambda: int("1.5"))
err(lambda: int(""))
err(lambda: float(""))
err(lambda: int("12", 99))
err(lambda: complex("x"))
print("== math")
err(lambda: math.sqrt(-1))
err(lambda: math.log(0))
err(lambda: math.factorial(-1))
err(lambda: math.exp(1000))
err(lambda: math.acos(2))
print("== with and iter protocols")
def w():
    with C(): pass
def it():
    for _ in C(): pass
err(w)
err(it)
err(lambda: next(C()))
err(lambda: 1 in C())
print("== a method on the wrong kind")
err(lambda: str.upper(5))
err(lambda: list.append((), 1))
err(lambda: dict.get([], 1))
print("== StopIteration in next, KeyError of several kinds")
err(lambda: next(iter(())))
err(lambda: {}[None])
err(lambda: {}[1.5])
err(lambda: {}[C()])
err(lambda: {}.pop(3))
print("== chr, ord, bytes, range, slice")
err(lambda: chr("a"))
err(lambda: ord(1))
err(lambda: range("a"))
err(lambda: range(1, 2, 3, 4))
err(lambda: [][::"a"])
print("== isinstance, issubclass, super, type")
err(lambda: isinstance(1, 1))
err(lambda: issubclass(1, int))
err(lambda: super(int, "a"))
err(lambda: type("N", 5, {}))
print("== raise and except of wrong kinds")
def r1(): raise 5
def r2(): raise "text"
def r3():
    try: 1 / 0
    except 5: pass
for f in (r1, r2, r3): err(f)
