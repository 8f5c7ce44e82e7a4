# Metaclasses, __init_subclass__, descriptors, __slots__.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

class M(type):
    def __new__(m, name, bases, ns, **kw):
        ns["made"] = kw["tag"] if "tag" in kw else "none"
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(cls, *a):
        o = super().__call__(*a)
        o.extra = 1
        return o
    def __getitem__(cls, k): return ("getitem", k)
    def __iter__(cls): return iter([1, 2])
    def __len__(cls): return 5
class N(metaclass=M, tag="hi"):
    def __init__(self, q): self.q = q
n = N(3)
print(N.made, n.extra, n.q, N[4], list(N), len(N), type(N).__name__)
class Sub:
    subs = []
    def __init_subclass__(cls, **kw): Sub.subs.__iadd__([(cls.__name__, kw)]) if False else print(cls.__name__, kw)
class S1(Sub, flag=1): pass
print(Sub.subs)
class Desc:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o): return self if i is None else ("get", self.n)
    def __set__(self, i, v): print("dset", self.n, v)
class H:
    d = Desc()
h = H(); h.d = 4; print(h.d, type(H.d).__name__)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = Slots()
try:
    s.c = 1
except AttributeError as e:
    print(e)

#CHECK:hi 1 3 ('getitem', 4) [1, 2] 5 M
#CHECK-NEXT:S1 {'flag': 1}
#CHECK-NEXT:[]
#CHECK-NEXT:dset d 4
#CHECK-NEXT:('get', 'd') Desc
#CHECK-NEXT:'Slots' object has no attribute 'c'
