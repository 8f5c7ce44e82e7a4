# modes: interp
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.title()


class Op(Enum):
    ADD = ("+", lambda a, b: a + b)
    MUL = ("*", lambda a, b: a * b)

    def __init__(self, symbol, fn):
        self.symbol, self.fn = symbol, fn


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class Mode(StrEnum):
    TRAIN = auto()
    EVAL = "evaluation"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Bits(IntFlag):
    A = 1
    B = 2


print(Color.RED, repr(Color.RED), Color(2), Color["GREEN"], Color.CRIMSON is Color.RED, list(Color), Color.RED.pretty, len(Color))
print(Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: "r"}[Color.RED], Color.RED in Color, list(Color.__members__), Color)
print(Op.ADD.symbol, Op.MUL.fn(3, 4), Op.ADD.name, [o.symbol for o in Op])
print(Level.LOW + 1, Level.HIGH > Level.LOW, f"{Level.HIGH}", repr(Level.LOW), Level(2), sorted(Level, reverse=True), [10, 20, 30][Level.HIGH])
print(Mode.TRAIN, Mode.EVAL == "evaluation", f"{Mode.TRAIN:>8}", repr(Mode.EVAL), Mode("train"), Mode.TRAIN.upper())
print(Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.R in Perm.RW, bool(Perm.R & Perm.W), (Perm.R | Perm.W).value, ~Perm.R, Perm(0))
print(Bits.A | Bits.B, repr(Bits.A), Bits.A | 4, Bits.A + 1, Bits(3) & Bits.B, isinstance(Bits.A, int))
for bad in (lambda: Color(9), lambda: Color["NOPE"], lambda: setattr(Color, "RED", 5)):
    try:
        bad()
    except (ValueError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
Dyn = Enum("Dyn", "X Y Z")
print(list(Dyn), Dyn.Y.value)
match Color.RED:
    case Color.GREEN:
        print("green")
    case Color.RED:
        print("red")
from enum import Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Bits(IntFlag):
    A = 1
    B = 2


print(list(Perm.RW), len(Perm.RW), [p.name for p in Perm.R | Perm.X], list(Perm(0)), list(Bits(3)), len(Bits.A))
