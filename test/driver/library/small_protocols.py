"""pow with three operands of a class, len of an enumeration whose members are iterable, read-only views of dicts."""
import enum
import types


class Modular:
    def __init__(self, v):
        self.v = v

    def __pow__(self, n, mod=None):
        return Modular(self.v**n if mod is None else pow(self.v, n, mod))


print(pow(Modular(3), 4, 5).v, pow(Modular(3), 4).v, (Modular(2) ** 5).v, pow(3, 4, 5))
try:
    pow(2.0, 3, 5)
except TypeError as e:
    print(e)


class Access(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
    RW = R | W


print(len(Access), len(Access.RW), list(Access), list(Access.RW))
view = types.MappingProxyType({"a": 1})
try:
    view["b"] = 2
except TypeError as e:
    print(e, type(view).__name__)
