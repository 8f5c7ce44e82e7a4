# repr and str of everything, cycles included.
# RUN: cjaxc run --interpret %s | diff %S/reprs.out -

print("== strings")
for s in ("", "a", "it's", 'say "hi"', "both ' and \"", "tab\tnl\ncr\r", "back\\slash", "\x00\x1f\x7f", "é", "日本", "\u200b\u00ad",
          "\U0001f600", "\ud800", "\xa0x", "\u2028"):
    print(repr(s), ascii(s), len(s))
print(str("it's"), [str("it's")], ("\n",))

print("== bytes")
for b in (b"", b"abc", b"it's", b'"', b"'\"", bytes(range(0, 256, 17)), b"\t\n\r\\"):
    print(repr(b), str(b), len(b))

print("== containers")
print([], (), {}, set(), frozenset(), [1], (1,), {1: 2}, {1}, frozenset({1}), [()], ([],), {(): []}, [[[]]])
print(["a", 1, 1.0, None, True, 1j, b"x"], ("a",), {"k": ("v", [1])}, [1, [2, (3, {4: {5}})]])
print(range(3), range(1, 3), range(1, 9, 2), slice(1), [range(2)], Ellipsis, NotImplemented, ...)

print("== cycles")
l = [1]
l.append(l)
print(l)
d = {"k": 1}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
a, b = [], []
a.append(b)
b.append(a)
print(a, b, [a, a])
x = {"l": [1]}
x["l"].append(x)
print(x)

print("== classes, functions, modules")
class C:
    class N: pass
    def m(self): pass
def f(): pass
import math
print(C, C.N, int, type, type(None), type(...), type(f), type(len), type(C().m), type(math), type(range(1)), type(1j))
print([int, str], {int: float}, type({}.keys()), type(x for x in []), type(slice(1)), type(NotImplemented))
print(len, [].append.__name__, print.__name__, Exception, [ValueError], repr(f).split(" at ")[0], repr(C().m).split(" of ")[0])
print(repr(C()).split(" at ")[0], str(C.N()).split(" at ")[0], repr(lambda: 0).split(" at ")[0], repr(math).split(" ")[:2])

print("== dict views")
d = {"a": 1, "b": 2}
print(d.keys(), d.values(), d.items(), list(d.items()), {}.keys())

print("== repr within containers, str outside")
class R:
    def __repr__(self): return "R-repr"
    def __str__(self): return "R-str"
print(R(), [R()], (R(),), {R(): R()}, f"{R()}", f"{[R()]}", "%s" % R(), "%s" % [R()], str((R(),)))
class OnlyStr:
    def __str__(self): return "only str"
print(OnlyStr(), "only" in repr([OnlyStr()]))
class OnlyRepr:
    def __repr__(self): return "only repr"
print(str(OnlyRepr()), OnlyRepr())

print("== subclasses of builtins")
class L(list): pass
class D(dict): pass
class S(str): pass
class I(int): pass
class F(float): pass
class T(tuple): pass
class St(set): pass
class Fs(frozenset): pass
print(L([1]), D(a=1), S("x"), [S("x")], I(5), F(1.5), T((1, 2)), St([1]), Fs([2]), St(), Fs(), L())
class LR(list):
    def __repr__(self): return f"LR{list.__repr__(self)}"
print(LR([1, LR()]), [LR()])
class IR(int):
    def __repr__(self): return "IR"
print(IR(3), str(IR(3)), f"{IR(3)}", [IR(3)], IR(3) + 1, "%d" % IR(3), format(IR(3), "d"))

print("== exceptions")
print(ValueError("x"), [ValueError("x")], repr(KeyError("k")), str(KeyError("k")), [Exception()], Exception("a", 1))

print("== recursion through own reprs")
class Node:
    def __init__(self): self.kids = []
    def __repr__(self): return f"Node({self.kids})"
n = Node()
n.kids.append(Node())
n.kids[0].kids.append(5)
print(n)

print("== numbers in containers")
print([1.0, -0.0, 1e16, 1e-5, float("inf"), float("nan"), 10 ** 20, -5, 2j, 1 - 0j, True, None])
print({1.0: "a", 2: "b"}, {0.1 + 0.2}, (1e300 * 10,), [0.1] * 2, {True: 1}, {1: "x", 1.0: "y", True: "z"})

print("== print with sep, end and several kinds")
print(1, "a", None, 2.5, [1], sep="|")
print("a", end="")
print("b", "c", sep="", end="!\n")
print()
print(*[1, 2], *"ab", sep=", ")
print("x", sep=None, end=None)
for bad in (lambda: print(1, sep=5), lambda: print(1, end=5)):
    try:
        bad()
    except TypeError as e:
        print(e)

print("== sorted reprs of sets")
print(sorted({3, 1, 2}), {1, 2, 3} == {3, 2, 1}, sorted({"b", "a"}), len({1, 1.0, True}), {5}, {(1, 2)}, {frozenset()})
