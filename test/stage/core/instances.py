# __new__, __setattr__ and friends, decorated methods.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

class Meta(type):
    @property
    def prop(cls): return "metaprop " + cls.__name__
    def meth(cls): return "meth " + cls.__name__
class UM(metaclass=Meta):
    @classmethod
    def cm(cls): return cls.prop
print(UM.prop, UM.meth(), UM.cm())
class Cnt:
    n = 0
    def __new__(cls, *a, **k):
        o = super().__new__(cls)
        cls.n += 1
        return o
    def __init__(self, a, *, b=2): self.a, self.b = a, b
    def __eq__(self, o): return self.a == o.a
print(Cnt(1, b=3).b, Cnt(1) == Cnt(1), Cnt(1) != Cnt(2), Cnt.n)
try:
    hash(Cnt(1))
except TypeError as e:
    print(e)
class P:
    def __init__(self): self._v = {}
    def __getattr__(self, n):
        try:
            return self.__dict__["_v"][n]
        except KeyError:
            raise AttributeError(n) from None
    def __setattr__(self, n, v):
        if n.startswith("_"): object.__setattr__(self, n, v)
        else: self._v[n] = v
    def __delattr__(self, n): del self._v[n]
p = P(); p.a = 1; print(p.a, p._v); del p.a; print(hasattr(p, "a"))
def deco(*dargs):
    def d(f):
        def w(*a, **k): return (dargs, f(*a, **k))
        return w
    return d
class K:
    @deco(1, 2)
    def m(self, x): return x
    @staticmethod
    @deco(3)
    def s(x): return x
print(K().m(5), K.s(6))

#CHECK:metaprop UM meth UM metaprop UM
#CHECK-NEXT:3 True True 5
#CHECK-NEXT:unhashable type: 'Cnt'
#CHECK-NEXT:1 {'a': 1}
#CHECK-NEXT:False
#CHECK-NEXT:((1, 2), 5) ((3,), 6)
