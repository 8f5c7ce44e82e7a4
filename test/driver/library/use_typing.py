# modes: interp
from __future__ import annotations

from typing import ClassVar, Optional, get_args, get_origin, get_type_hints


class Node:
    value: int
    next: Optional[Node] = None


class Leaf(Node):
    weight: list[float]
    kind: ClassVar[str] = "leaf"


def walk(n: Node, depth: "int" = 0) -> None:
    pass


print(get_type_hints(walk))
for name, hint in get_type_hints(Leaf).items():
    print(name, hint, get_origin(hint), get_args(hint))

from typing import Annotated, List


def extra(a: Annotated[int, 3], b: List[Annotated[int, 2]], c: Optional[Annotated[int, 2]], d: "Annotated[float, 2]",
          e: dict[str, Annotated[int, 2]], f: Annotated[list[int], "m"] | None = None):
    pass


print(get_type_hints(extra), get_type_hints(extra, include_extras=True)["a"] == Annotated[int, 3])
