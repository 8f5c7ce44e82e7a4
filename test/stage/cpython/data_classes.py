# dataclasses, NamedTuple, Enum, ABC: what their metaclasses and descriptors must do.
# RUN: cjaxc run --interpret %s | diff %S/data_classes.out -

from abc import ABC, abstractmethod
from dataclasses import asdict, astuple, dataclass, field, fields, is_dataclass, replace, FrozenInstanceError
from enum import Enum, Flag, IntEnum, auto
from typing import ClassVar, NamedTuple, Protocol

def err(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


print("== a dataclass")
@dataclass
class P:
    x: int
    y: float = 2.5
    tags: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False, compare=False)
    kind: ClassVar[str] = "point"
p, q = P(1), P(1, hidden=9)
print(p, p == q, p != P(2), p.tags is q.tags, P.kind, p.__eq__(5), [f.name for f in fields(P)], is_dataclass(p), P.__match_args__)
err(P)
err(P, 1, 2, [], 0, 5)
err(P, 1, z=2)
err(hash, p)

print("== replace, asdict, astuple")
@dataclass
class Line:
    a: P
    b: P = None
l = Line(P(1, 2.0, ["t"]), P(3))
print(replace(p, y=9), asdict(l), astuple(l), asdict(l)["a"]["tags"] is l.a.tags)
err(replace, p, nope=1)

print("== order, frozen, slots, kw_only, post init")
@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0
print(V(1, 2) < V(1, 3), sorted([V(2), V(1, 5)]), hash(V(1)) == hash(V(1)), {V(1): "a"}[V(1)], max(V(1), V(0, 9)))
def change(): V(1).major = 5
err(change)
@dataclass(kw_only=True, slots=True)
class K:
    a: int
    b: int = 1
print(K(a=5))
err(K, 1)
@dataclass
class Init:
    r: float
    area: float = field(init=False)
    def __post_init__(self): self.area = 3 * self.r ** 2
print(Init(2.0))

print("== inheritance of dataclasses")
@dataclass
class A:
    x: int = 1
    y: int = 2
@dataclass
class B(A):
    z: int = 3
    x: int = 10
print(B(), B(0, 1, 2), A() == B(10, 2), isinstance(B(), A))
def bad():
    @dataclass
    class C:
        a: int = 1
        b: int
err(bad)
def bad2():
    @dataclass
    class C:
        a: list = []
err(bad2)

print("== own methods win; repr of nested and recursive ones")
@dataclass
class R:
    kids: list
    def __repr__(self): return f"R{len(self.kids)}"
    def __eq__(self, o): return True
print(R([1]), [R([])], R([]) == 5)
l = Line(None)
l.a = l
print(l)

print("== NamedTuple")
class T(NamedTuple):
    x: int
    y: int = 5
    def total(self): return self.x + self.y
t = T(1)
print(t, t.total(), t._replace(x=2), T._fields, t == (1, 5), t[0], len(t), *t, t._asdict(), T._field_defaults)
a, b = t
print(a, b, isinstance(t, tuple), hash(t) == hash((1, 5)), sorted([T(2), T(1)]))
err(T)
def put(): t.x = 1
err(put)

print("== Enum")
class Color(Enum):
    RED = 1
    GREEN = "g"
    CRIMSON = 1
    def shout(self): return self.name + "!"
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(1), Color["GREEN"], list(Color), Color.CRIMSON is Color.RED, len(Color))
print(Color.RED == 1, Color.RED in Color, Color.RED.shout(), {Color.RED: "r"}[Color.RED], f"{Color.GREEN}", isinstance(Color.RED, Color), Color.RED != Color.GREEN)
err(Color, 99)
err(lambda: Color["BLUE"])
def new(): Color.RED = 2
err(new)

print("== IntEnum, Flag, auto")
class N(IntEnum):
    ONE = auto()
    TWO = auto()
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(N.ONE + 1, N.TWO > N.ONE, sorted([N.TWO, N.ONE]), repr(N.ONE), N(2), [10, 20, 30][N.TWO], max(N), isinstance(N.ONE, int))
print(F.R | F.X, F.RW, F.R in F.RW, F.R & F.W, bool(F.R & F.W), F.RW.value, ~F.R, F(3), F.R ^ F.RW)

print("== abstract classes")
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f"{self.name} {self.area():.2f}"
class Sq(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2
    name = "square"
class Half(Shape):
    def area(self): return 0
print(Sq(2).show(), isinstance(Sq(1), Shape), Shape.__abstractmethods__ == {"area", "name"})

print("== protocols")
class Quacks(Protocol):
    def quack(self) -> str: ...
class Duck:
    def quack(self): return "quack"
def use(d: Quacks) -> str: return d.quack()
print(use(Duck()))
