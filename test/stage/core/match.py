# match statements.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

def mt(x):
    match x:
        case 0: return "zero"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "num"
        case "a" | "b" as s: return "str " + s
        case []: return "empty"
        case [1, *rest]: return f"one {rest}"
        case [a, b]: return f"pair {a} {b}"
        case [a, *_, z]: return f"ends {a} {z}"
        case {"k": v, **rest}: return f"map {v} {rest}"
        case None: return "none"
        case True: return "true"
        case (): return "tup"
        case _: return "other"
for x in [0, 500, 5, 2.5, "a", "c", [], [1, 2, 3], [4, 5], [6, 7, 8], {"k": 1, "z": 2}, None, {}, object]:
    print(mt(x), end="; ")
print()
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def mp(p):
    match p:
        case Pt(0, 0): return "origin"
        case Pt(x=0, y=y): return f"on y {y}"
        case Pt(x, y) if x == y: return "diag"
        case Pt(): return "pt"
print(mp(Pt(0, 0)), mp(Pt(0, 3)), mp(Pt(2, 2)), mp(Pt(1, 2)))

#CHECK:zero; big 500; num; num; str a; other; empty; one [2, 3]; pair 4 5; ends 6 8; map 1 {'z': 2}; none; other; other; 
#CHECK-NEXT:origin on y 3 diag pt
