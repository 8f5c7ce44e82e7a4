"""Enumerations with another type mixed in, and strings of classes of the program: their own texts."""
import enum
class Color(str, enum.Enum):
    RED = "red"
    @classmethod
    def _missing_(cls, v): return cls.RED
class Plain(str, enum.Enum):
    A = "a"
class Num(int, enum.Enum):
    ONE = 1
class F(float, enum.Enum):
    H = 0.5
print(Color.RED, str(Color.RED), f"{Color.RED}", repr(Color.RED), "%s" % Color.RED, Color.RED.upper(), Color.RED + "x")
print(Plain.A, f"{Plain.A}", f"{Plain.A:>10}", Num.ONE, f"{Num.ONE}", Num.ONE + 1, F.H, F.H * 2, "{}".format(Plain.A), {Plain.A: 1}, [Plain.A], Plain.A == "a", "a" in [Plain.A])
class Name(str):
    def __str__(self): return "<" + str.__str__(self) + ">"
class Bare(str): pass
class Shown(str):
    def __repr__(self): return "shown"
for s in (Name("x"), Bare("y"), Shown("z")):
    print(s, str(s), f"{s}", f"{s:>4}", "%s" % s, "{}".format(s), repr(s), s + "!", [s], s.join("ab"), len(s), type(str(s)).__name__)
print(Name("a") == "a", {Name("a"): 1}["a"], "".join([Name("p"), Name("q")]), Name("x").upper())
