"""functools.total_ordering: operands of other types, inherited comparisons, all four roots."""
from functools import total_ordering


def make(root):
    def compare(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return {"__lt__": self.v < other.v, "__le__": self.v <= other.v, "__gt__": self.v > other.v, "__ge__": self.v >= other.v}[root]

    def equal(self, other):
        return isinstance(other, type(self)) and self.v == other.v

    def init(self, v):
        self.v = v

    return total_ordering(type("Root" + root.strip("_"), (), {root: compare, "__eq__": equal, "__init__": init}))


for root in ("__lt__", "__le__", "__gt__", "__ge__"):
    C = make(root)
    a, b, c = C(1), C(2), C(2)
    print(C.__name__, a < b, a <= b, a > b, a >= b, b <= c, b >= c, b < c, b > c, max(a, b).v, sorted([c, a])[0].v)
    for compare in (lambda: a < 1, lambda: a <= 1, lambda: a > 1, lambda: 1 >= a):
        try:
            compare()
        except TypeError as e:
            print(e)


class Base:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return self.v < other.v


@total_ordering
class Derived(Base):
    pass


print(Derived(1) <= Derived(2), Derived(3) > Derived(2), Derived(1) >= Derived(2))
try:
    total_ordering(type("Empty", (), {}))
except ValueError as e:
    print(e)
