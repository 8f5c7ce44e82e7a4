# C3 order, super, properties, class attributes.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

class A:
    x = 1
    def __init__(self, v=0): self.v = v
    def m(self): return ("A.m", self.v)
    @classmethod
    def c(cls, *a): return (cls.__name__, a)
    @staticmethod
    def s(*a): return a
    @property
    def p(self): return self.v * 2
    @p.setter
    def p(self, v): self.v = v
    @p.deleter
    def p(self): print("del p")
class B(A):
    def m(self): return ("B.m",) + super().m()
    def __getattr__(self, n):
        if n == "dyn": return "dynamic"
        raise AttributeError(n)
class C(A):
    def m(self): return ("C.m",) + super().m()
class D(B, C):
    def m(self): return ("D.m",) + super().m()
d = D(7)
print(d.m(), [k.__name__ for k in D.__mro__], d.c(1), D.c(), d.s(2), d.p, d.dyn, hasattr(d, "nope"))
d.p = 5
print(d.v, d.p); del d.p
A.x = 9
print(D.x, d.x); d.x = 3; print(d.x, D.x)
try:
    D().zzz
except AttributeError as e:
    print("AE", e)
try:
    A().zzz
except AttributeError as e:
    print("AE", e)
try:
    A.zzz
except AttributeError as e:
    print("AE", e)

#CHECK:('D.m', 'B.m', 'C.m', 'A.m', 7) ['D', 'B', 'C', 'A', 'object'] ('D', (1,)) ('D', ()) (2,) 14 dynamic False
#CHECK-NEXT:5 10
#CHECK-NEXT:del p
#CHECK-NEXT:9 9
#CHECK-NEXT:3 9
#CHECK-NEXT:AE zzz
#CHECK-NEXT:AE 'A' object has no attribute 'zzz'
#CHECK-NEXT:AE type object 'A' has no attribute 'zzz'
