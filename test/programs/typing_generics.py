"""Subscripted generic classes and unions as hints; unions in isinstance()."""
from typing import Generic, TypeVar, get_origin, get_args, Protocol
import jax.numpy as jnp
import dataclasses
T = TypeVar("T")
class Stack(Generic[T]):
    limit = 3
    def __init__(self, items=()): self.items = list(items)
    def push(self, x: T) -> "Stack[T]": return Stack([*self.items, x])
    @classmethod
    def of(cls, *xs): return cls(xs)
class Named(Stack[int]):
    pass
A = Stack[int]
print(A, A.limit, A([1, 2]).push(3).items, A.of(4).items, Named([1]).push(2).items)
print(get_origin(A) is Stack, get_args(A), A == Stack[int], A == Stack[float], isinstance(Named(), Stack))
try: isinstance(Stack(), A)
except TypeError as e: print(e)
print(A | None, Named.__mro__[1].__name__, issubclass(Named, Stack))
@dataclasses.dataclass
class Box(Generic[T]):
    value: T
    def map(self, f): return Box(f(self.value))
print(Box[int](3).map(lambda x: x + 1), Box[float])
def f(s: Stack[jnp.ndarray]) -> Box[int]: return s.items[0] * 2
print(f(Stack([jnp.arange(3)])))
class P(Protocol[T]):
    def get(self) -> T: ...
print(Stack[Stack[int]])
from typing import Optional, Union
print(Optional[int], Union[int, None], Union[int, str, None], Union[int, str], Optional[Union[int, str]], Union[int], Union[None, int])
print(isinstance(3, Union[int, str]), isinstance(None, Optional[int]), isinstance(3.0, Union[int, str]), issubclass(bool, Union[int, str]))


class Plugin:
    """Hooks of subclasses at two levels."""

    def __init_subclass__(cls, tag=0, **kwargs):
        print("Plugin", cls.__name__, tag)
        super().__init_subclass__(**kwargs)


class Second(Plugin):
    def __init_subclass__(cls, **kwargs):
        print("Second", cls.__name__)
        super().__init_subclass__(**kwargs)


class Third(Second, tag=3):
    pass


print(type(Plugin.__dict__["__init_subclass__"]).__name__)


U = TypeVar("U")


class First(Generic[T]):
    pass


class Both(First[U], Generic[U, T]):
    pass


class Ints(First[int]):
    pass


class Half(Both[int, T]):
    pass


for c in (First, Both, Ints, Half):
    print(c.__name__, c.__parameters__, c.__dict__.get("__orig_bases__"))
print(hasattr(Plugin, "__parameters__"), hasattr(Plugin, "__orig_bases__"), First[int].__parameters__, First[First[T]].__parameters__)
