# modes: interp
import abc
import contextlib
import copy
import dataclasses
import string
import types
import typing
from dataclasses import asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True)
class A:
    x: int
    y: list = field(default_factory=list, compare=False)
    z: str = field(default="q", repr=False)
    total: int = field(init=False, default=0)

    def __post_init__(self):
        self.total = self.x + len(self.y)


a = A(3, [1, 2])
print(a, a.total, A(1) < A(2), A(1) == A(1, [5]), [f.name for f in fields(a)], asdict(a), astuple(a), replace(a, x=10))


@dataclass(frozen=True, kw_only=True)
class B:
    n: int = 1
    inner: A = field(default_factory=lambda: A(0))


b = B(n=2)
print(b, hash(B(inner=None)) == hash(B(inner=None)), dataclasses.is_dataclass(B), asdict(b))
try:
    b.n = 3
except dataclasses.FrozenInstanceError as e:
    print(type(e).__name__, e)


@dataclass(slots=True)
class S:
    p: float
    KIND: typing.ClassVar[str] = "s"


print(S(1.5), S.KIND, dataclasses.make_dataclass("M", ["u", ("v", int, 5)])(1))
for bad in (lambda: A(), lambda: B(1), lambda: A(1, [], "z", 4)):
    try:
        bad()
    except TypeError as e:
        print(str(e).split(".")[-1])


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...


class Square(Shape):
    def area(self):
        return 4

    name = "square"


print(Square().area(), isinstance(Square(), Shape))
try:
    Shape()
except TypeError as e:
    print(str(e)[:40])


@contextlib.contextmanager
def ctx(tag):
    print("enter", tag)
    try:
        yield tag.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print("exit", tag)


with ctx("a") as t, ctx("b"):
    print(t)
    raise ValueError("boom")
with contextlib.suppress(KeyError), contextlib.nullcontext(5) as five:
    print(five)
    {}["x"]
with contextlib.ExitStack() as stack:
    stack.enter_context(ctx("s"))
    stack.callback(print, "callback", 1)
    print("inside")


class Res:
    def close(self):
        print("closed")


with contextlib.closing(Res()):
    pass
nested = {"a": [1, {"b": (2, [3])}]}
deep, shallow = copy.deepcopy(nested), copy.copy(nested)
deep["a"][1]["b"][1].append(4)
shallow["a"].append(9)
print(nested, deep, copy.copy([1, 2]), copy.deepcopy(a) == a)
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, string.ascii_lowercase[:5], string.digits, string.capwords("hello big world"), string.punctuation[:4])
print(string.Template("$who likes ${what} for $$5").substitute(who="tim", what="kung pao"), string.Template("$a $b").safe_substitute(a=1))
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [2]
print(ns, ns == types.SimpleNamespace(a=1, b="x", c=[2]), types.MappingProxyType({"k": 1})["k"], isinstance(len, types.BuiltinFunctionType))
print(isinstance(lambda: 0, types.FunctionType), types.NoneType, isinstance((i for i in ()), types.GeneratorType))


class Point(typing.NamedTuple):
    x: float
    y: float = 0.0

    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


T = typing.TypeVar("T")


class Box(typing.Generic[T]):
    def __init__(self, v: T):
        self.v = v


class Movie(typing.TypedDict, total=False):
    name: str


@typing.runtime_checkable
class Closes(typing.Protocol):
    def close(self) -> None: ...


print(Point(3, 4).norm(), Point(1), Point._fields, Box[int](3).v, Movie(name="m"), isinstance(Res(), Closes), isinstance(3, Closes))
print(typing.cast(int, "x"), typing.Optional[int], typing.List[int], typing.Union[int, str], typing.get_type_hints(Point.norm), typing.Callable[[int], str])
print(typing.Any, typing.Dict[str, int], typing.Literal["a", 1], typing.get_origin(typing.List[int]), typing.get_args(typing.Dict[str, int]), typing.Tuple[int, ...])
