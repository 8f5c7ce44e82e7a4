# Classes: attributes, inheritance, C3, super, properties, class and static methods.
# RUN: cjaxc run --interpret %s | diff %S/classes.out -

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print("== class and instance attributes")
class A:
    shared = []
    n = 0
    def __init__(self): self.own = 1
a, b = A(), A()
a.shared.append(1)
a.n += 5
print(b.shared, a.n, b.n, A.n, a.__dict__, b.__dict__)
A.later = "x"
print(b.later)
err(lambda: a.missing)
err(lambda: A.missing)
def dele(): del a.nope
err(dele)
del a.n
print(a.n)

print("== C3")
class O: pass
class X(O): pass
class Y(O): pass
class XY(X, Y): pass
class YX(Y, X): pass
print([c.__name__ for c in XY.__mro__], [c.__name__ for c in YX.mro()], XY.__bases__, XY.__base__.__name__)
err(lambda: type("Z", (XY, YX), {}))
err(lambda: type("Z", (O, X), {}))
err(lambda: type("Z", (X, X), {}))
class K1(O): pass
class K2(O): pass
class K3(O): pass
class K4(K1, K2): pass
class K5(K2, K3): pass
class K6(K4, K5): pass
print(" ".join(c.__name__ for c in K6.__mro__))

print("== super walks the mro")
class Base:
    def __init__(self, **kw):
        print("Base", kw)
    def who(self): return ["Base"]
class L(Base):
    def __init__(self, left=0, **kw):
        print("L", left)
        super().__init__(**kw)
    def who(self): return ["L"] + super().who()
class R(Base):
    def __init__(self, right=0, **kw):
        print("R", right)
        super().__init__(**kw)
    def who(self): return ["R"] + super().who()
class LR(L, R):
    def __init__(self): super().__init__(left=1, right=2)
    def who(self): return ["LR"] + super(LR, self).who()
print(LR().who(), L.who(LR()), super(L, LR()).who())

print("== super in class methods, properties, closures")
class P:
    @classmethod
    def make(cls): return cls.__name__
    @property
    def v(self): return 1
    def f(self): return "P.f"
class Q(P):
    @classmethod
    def make(cls): return "Q:" + super().make()
    @property
    def v(self): return super().v + 1
    def f(self): return [super(Q, self).f() for _ in range(1)] + [(lambda: super(Q, self).f())()]
class S(Q): pass
print(S.make(), S().make(), Q().v, Q().f())
err(lambda: super(Q, 5))
err(lambda: super())
err(lambda: super(Q, Q()).nope)

print("== properties")
class T:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "celsius"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self): print("deleted")
    @property
    def f(self): return self.c * 9 / 5 + 32
    g = property(lambda self: "g")
t = T()
t.c = 100
t.c += 1
print(t.c, t.f, t.g, T.c.__doc__)
del t.c
def set_f(): t.f = 1
err(set_f)
def set_c(): t.c = -300
err(set_c)
def del_f(): del t.f
err(del_f)

print("== class and static methods")
class CM:
    n = 0
    @classmethod
    def bump(cls, by=1):
        cls.n += by
        return cls.n
    @staticmethod
    def add(a, b): return a + b
class CM2(CM): pass
print(CM.bump(), CM2.bump(10), CM().bump(), CM2.n, CM.add(1, 2), CM2().add(3, 4))

print("== methods are bound")
m = LR.who
print(m.__name__, t.__init__.__func__ is T.__init__, CM.bump.__self__ is CM, type(a.__init__).__name__, type(m).__name__)
f = "abc".upper
print(f(), [1, 2].__len__(), list(map(str.upper, "ab")))

print("== isinstance and issubclass")
print(isinstance(LR(), (int, R)), issubclass(LR, Base), issubclass(int, object), isinstance(3, object), isinstance(True, int))
print(isinstance(A, type), type(A()) is A, type(A).__name__, isinstance(None, type(None)), isinstance([], list | tuple))
err(isinstance, 1, 5)
err(issubclass, 1, int)

print("== attributes of classes")
class Doc:
    "the doc"
    x: int = 1
    y: str
    class Inner: pass
print(Doc.__doc__, Doc.__name__, Doc.__qualname__, Doc.Inner.__qualname__, Doc.__module__, Doc.__annotations__, A.__doc__)
print(sorted(k for k in Doc.__dict__ if not k.startswith("_")), Doc.Inner().__class__.__name__)

print("== type makes classes")
D = type("D", (Base,), {"v": 5, "get": lambda self: self.v})
print(D.__name__, D.v, D().get(), isinstance(D(), Base))
