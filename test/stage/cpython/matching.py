# match: every pattern.
# RUN: cjaxc run --interpret %s | diff %S/matching.out -

print("== literals")
def lit(v):
    match v:
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "float"
        case "a" | "b": return "letter"
        case b"x": return "bytes"
        case None: return "none"
        case True: return "true"
        case 2 + 3j: return "complex"
        case -4.5 | -0.5j: return "negative"
    return "other"
for v in (0, 0.0, False, True, 1, -1, 1.5, "a", "b", "c", b"x", None, 2 + 3j, -4.5, -0.5j, []):
    print(repr(v), lit(v))

print("== sequences")
def seq(v):
    match v:
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"from 1: {rest}"
        case (a, b) if a == b: return f"pair {a}"
        case [a, *_, 9]: return f"to 9 from {a}"
        case [[a, b], c]: return f"nested {a} {b} {c}"
        case (*head, last) if len(head) > 2: return f"{head} then {last}"
        case _: return "no"
for v in ([], (), [5], (1, 2, 3), [2, 2], [2, 3, 9], [[1, 2], 3], "ab", [2, 3, 4, 5], {1, 2}, range(2), range(1, 3), 7, b"ab"):
    print(repr(v), seq(v))

print("== mappings")
def mp(v):
    match v:
        case {"k": 1, **rest}: return f"k=1 {rest}"
        case {"k": int(n)}: return f"k int {n}"
        case {"a": [x, y], "b": {"c": z}}: return f"{x}{y}{z}"
        case {1: _, **others}: return others
        case {}: return "any mapping"
    return "no"
for v in ({"k": 1, "z": 2}, {"k": 5}, {"k": "s"}, {"a": (1, 2), "b": {"c": 3, "d": 4}}, {1: 2, 3: 4}, {}, [], None):
    print(v, mp(v))

print("== classes")
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Named(Point):
    name = "n"
def cl(v):
    match v:
        case Point(0, 0): return "origin"
        case Named(x=0, name=str(n)): return f"named {n}"
        case Point(x, y=0): return f"on x at {x}"
        case Point(0, y): return f"on y at {y}"
        case Point(): return f"point {v.x}"
        case int() | float(): return "number"
        case str(s) if s.isdigit(): return f"digits {s}"
        case bool(b): return "never"
        case list([a, *_]): return f"list from {a}"
        case dict(d): return f"dict {d}"
        case tuple(): return "tuple"
    return "no"
for v in (Point(0, 0), Named(0, 1), Point(3, 0), Point(0, 4), Point(1, 1), 5, 2.5, True, "12", "ab", [7, 8], [], {1: 2}, (), None):
    print(cl(v))

print("== class pattern errors")
class NoArgs: pass
def bad(v):
    match v:
        case NoArgs(1): pass
def bad2(v):
    match v:
        case Point(1, 2, 3): pass
def bad3(v):
    match v:
        case Point(1, x=2): pass
for f, v in ((bad, NoArgs()), (bad2, Point(1, 2)), (bad3, Point(1, 2))):
    try:
        print(f(v))
    except TypeError as e:
        print(e)

print("== captures, as, wildcard")
match (1, [2, 3]):
    case (a, [b, c] as inner) as whole:
        print(a, b, c, inner, whole)
match 5:
    case _ as n if n > 9: print("big")
    case (1 | 2 | 5) as n: print("small", n)
print(n)

print("== values by dotted names")
class Color:
    RED, BLUE = 1, "blue"
for v in (1, "blue", 2):
    match v:
        case Color.RED: print("red")
        case Color.BLUE: print("blue")
        case other: print("other", other)

print("== a guard with effects, tried in order")
def g(n, r):
    print("guard", n)
    return r
match 3:
    case x if g(1, False): print("first")
    case x if g(2, True): print("second", x)
    case x if g(3, True): print("third")

print("== bindings of a failed case")
match [1, 2, 3]:
    case [p, q]: print("two")
    case [p, q, 4]: print("ends in 4")
    case [p, q, r]: print(p, q, r)

print("== or patterns with bindings")
for v in ([1, "x"], ["y", 2], {"k": "z"}):
    match v:
        case [int(), str(s)] | [str(s), int()] | {"k": s}: print(s)

print("== soft keywords as names")
match = [1, 2]
case = "c"
type = 3
_ = 4
match[0] = case
print(match, case, type, _)
match (case):
    case "c": print("yes")
match -1, 2:
    case -1, 2: print("tuple subject")

print("== match in loops with break, continue and return")
def first(vs):
    for v in vs:
        match v:
            case None: continue
            case "stop": break
            case [x, *_]: return x
    else:
        return "exhausted"
    return "stopped"
print(first([None, [3, 4]]), first([None]), first(["stop", [1]]))

print("== nested match")
def ev(e):
    match e:
        case int() | float(): return e
        case ("+", a, b): return ev(a) + ev(b)
        case ("*", a, b): return ev(a) * ev(b)
        case ("neg", a): return -ev(a)
        case (op, *_): raise ValueError(f"unknown {op}")
print(ev(("+", 1, ("*", 2, ("neg", 3.5)))))
try:
    ev(("?", 1))
except ValueError as e:
    print(e)
