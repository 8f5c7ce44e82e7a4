# Descriptors, metaclasses, __slots__, __init_subclass__, __set_name__, __class_getitem__, __new__.
# RUN: cjaxc run --interpret %s | diff %S/class_hooks.out -

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print("== data descriptors")
class Positive:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, obj, cls=None):
        if obj is None: return f"descriptor of {cls.__name__}"
        return getattr(obj, self.name, "unset")
    def __set__(self, obj, v):
        if v <= 0: raise ValueError(f"{self.name[1:]} must be positive")
        setattr(obj, self.name, v)
    def __delete__(self, obj): print("delete", self.name)
class Item:
    price = Positive()
    count = Positive()
i = Item()
i.price = 5
print(i.price, i.count, Item.price, vars(i))
def bad(): i.count = -1
err(bad)
del i.price
i.__dict__["price"] = "hidden"
print(i.price)

print("== non-data descriptors give way")
class ND:
    def __get__(self, obj, cls): return "from descriptor"
class H: v = ND()
h = H()
print(h.v, H.v)
h.v = "own"
print(h.v, H.v)

print("== lazy attribute")
class lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, cls):
        if obj is None: return self
        print("compute")
        v = obj.__dict__[self.name] = self.f(obj)
        return v
class L:
    @lazy
    def v(self): return 42
l = L()
print(l.v, l.v)

print("== functions are descriptors")
def free(self, x): return self, x
class F: pass
F.m = free
f = F()
f.m2 = free
print(f.m(1)[0] is f, f.m2(1, 2), free.__get__(5)(6), F.__dict__["m"] is free)

print("== __slots__")
class S:
    __slots__ = ("x", "y")
    def __init__(self): self.x = 1
s = S()
s.y = 2
print(s.x, s.y, hasattr(s, "__dict__"))
def new(): s.z = 3
err(new)
del s.y
err(lambda: s.y)
class S2(S): __slots__ = "z"
s2 = S2()
s2.z = 4
print(s2.x, s2.z)
class S3(S): pass
s3 = S3()
s3.any = 5
print(s3.x, s3.any)

print("== __init_subclass__")
class Plugin:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[key or cls.__name__.lower()] = cls
class Alpha(Plugin): pass
class Beta(Plugin, key="b"): pass
print({k: v.__name__ for k, v in Plugin.registry.items()})
def wrong():
    class Gamma(Plugin, color="red"): pass
err(wrong)

print("== __class_getitem__")
class Vec:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item!r}]"
print(Vec[3], Vec["a", 1])
def no():
    class P: pass
    return P[1]
err(no)

print("== metaclasses")
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("Meta.__new__", name, [b.__name__ for b in bases], sorted(k for k in ns if k[0] != "_"), kw)
        ns["added"] = name.lower()
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print("Meta.__call__", a)
        return super().__call__(*a)
    def __len__(cls): return 7
    def __iter__(cls): return iter(["it", cls.__name__])
    def __getitem__(cls, k): return k * 2
    def __contains__(cls, k): return k == 1
    def on_class(cls): return "on " + cls.__name__
    @property
    def prop(cls): return "meta prop"
class M(metaclass=Meta, flag=True):
    v = 1
    def __init__(self, *a): print("M.__init__", a)
class M2(M): w = 2
m = M2(1, 2)
print(m.added, M.added, len(M), list(M2), M[4], 1 in M, M.on_class(), M.prop, type(M) is Meta, isinstance(M2, Meta))
err(lambda: m.on_class())
err(lambda: m.prop)

print("== __prepare__")
class Order(type):
    @classmethod
    def __prepare__(m, name, bases): return {"given": "by prepare"}
class Pr(metaclass=Order):
    got = given + "!"
print(Pr.got, Pr.given)

print("== a conflict of metaclasses")
class MA(type): pass
class MB(type): pass
class UA(metaclass=MA): pass
class UB(metaclass=MB): pass
err(lambda: type("UAB", (UA, UB), {}))

print("== __new__")
class Single:
    one = None
    def __new__(cls, *a):
        if cls.one is None: cls.one = super().__new__(cls)
        return cls.one
    def __init__(self, v): self.v = v
print(Single(1) is Single(2), Single.one.v)
class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Other())
class Inch(float):
    def __new__(cls, v): return super().__new__(cls, v * 2.54)
    def __repr__(self): return f"Inch({float(self)})"
print(Inch(2), Inch(1) + 1, isinstance(Inch(1), float))
class Pt(tuple):
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    @property
    def x(self): return self[0]
print(Pt(1, 2), Pt(1, 2).x, Pt(1, 2) == (1, 2), len(Pt(3, 4)))

print("== __instancecheck__ and __subclasscheck__")
class Duck(type):
    def __instancecheck__(cls, o): return hasattr(o, "quack")
    def __subclasscheck__(cls, c): return "Q" in c.__name__
class Quacker(metaclass=Duck): pass
class Q: quack = True
print(isinstance(Q(), Quacker), isinstance(5, Quacker), issubclass(Q, Quacker), issubclass(int, Quacker))

print("== __dir__, __subclasses__, __class__ assignment")
class Dir:
    def __dir__(self): return ["b", "a"]
print(dir(Dir()), [c.__name__ for c in Plugin.__subclasses__()])
class One:
    def who(self): return "one"
class Two:
    def who(self): return "two"
o = One()
o.__class__ = Two
print(o.who(), type(o).__name__)

print("== __mro_entries__ and keyword arguments to object")
class Proxy:
    def __mro_entries__(self, bases): return (One,)
class Via(Proxy()): pass
print(Via().who(), Via.__bases__[0].__name__)
