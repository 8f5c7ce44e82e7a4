# modes: interp
from functools import partialmethod, singledispatch, singledispatchmethod


class Keys:
    n = 7

    @singledispatchmethod
    def get(self, k):
        raise TypeError(f"bad key {k!r}")

    @get.register
    def _(self, k: int):
        return k + self.n

    @get.register(str)
    def _(self, k):
        return getattr(self, k)

    @singledispatchmethod
    @classmethod
    def make(cls, x):
        return cls.__name__, x

    @make.register
    @classmethod
    def _(cls, x: list):
        return cls.__name__, len(x)

    def scale(self, f, shift=0):
        return self.n * f + shift

    double = partialmethod(scale, 2)


k = Keys()
print(k.get(3), k.get("n"), k.get(True), Keys.make(2.5), Keys.make([1, 2]), k.double(), k.double(shift=1))
try:
    k.get(1.5)
except TypeError as e:
    print(e)


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: "int | float"):
    return f"number {x:+.1f}"


print(show(1), show(2.5), show("s"), show.dispatch(float)(3), int in show.registry)
import numpy as np
from typing import List, Union


@singledispatch
def kind(x):
    return "object"


kind.register(list, lambda x: "list")
kind.register(np.ndarray, lambda x: "array")
kind.register(Union[int, str], lambda x: "int or str")
kind.register(float | None, lambda x: "float or none")
print(kind([]), kind(1), kind("s"), kind(2.0), kind(None), kind(()), kind(np.ones(2)), set(kind.registry) == {object, list, int, str, float, type(None), np.ndarray})


def of_list(a: list[int]):
    return a


def of_union(a: "list[int] | int"):
    return a


def of_none(a):
    return a


for wrong in (list[int], List[int], list[int] | None, 3, "a"):
    for register in (lambda: kind.register(wrong, print), lambda: kind.register(wrong)):
        try:
            print(register())
        except TypeError as e:
            print(e)
for wrong in (of_list, of_union, of_none):
    try:
        print(kind.register(wrong))
    except TypeError as e:
        print(str(e).partition(" at 0x")[0])
