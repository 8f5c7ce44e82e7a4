# Builtin functions on odd arguments; iterators; hash, id, vars, dir, getattr; type hints.
# RUN: cjaxc run --interpret %s | diff %S/more_builtins.out -

def err(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


print("== iter and next")
it = iter([1, 2])
print(next(it), next(it), next(it, "end"), iter(it) is it, list(iter({"a": 1})), list(iter(range(2))))
err(next, it)
err(next, 5)
err(iter, 5)
err(next, [])
n = 0
def tick():
    global n
    n += 1
    return n
print(list(iter(tick, 4)), [*zip(*[iter("abcdef")] * 2)])

print("== zip, map, filter, enumerate are iterators")
z = zip([1, 2], [3])
m = map(lambda x: x + 1, iter([1, 2]))
print(next(z), list(z), next(m), list(m), next(filter(None, [0, 5])), next(enumerate("a", start=9)), iter(m) is m)
err(lambda: list(map(5, [1])))
err(map, 5)
err(lambda: list(zip(1, 2)))
err(lambda: list(filter(lambda: 1, [1])))

print("== sum, min, max on other kinds")
print(sum([[1], [2]], []), sum((x / 4 for x in range(4))), sum([True, 2.5]), sum([1j, 2]), min("hello"), max({"a": 1, "b": 0}), min((2, "b"), (2, "a")))
print(max([1, 2, 3], key=lambda v: -v), max("a", "b", key=ord), min([], default=0), max(1.0, 1), min(0.0, -0.0), max([[1, 2], [1, 3]]))
err(max, 1, "a")
err(max, [], key=len)
err(max, 1, 2, default=3)

print("== round, divmod, pow, abs, hash")
print(divmod(7.5, 2), divmod(-7, 2), pow(2, 3), pow(2.0, 0.5), pow(2, 10, 1000), abs(-2.5), abs(3 + 4j), round(2.567, 1), round(-0.5), round(1e20))
print(hash(0), hash(1.0), hash(True), hash(2 ** 61 - 1), hash(-1), hash(0.5) == hash(0.5), hash("a") == hash("a"), hash(None) == hash(None), hash(()) == hash(()))
err(divmod, 1, "a")
err(round, "a", 1)
err(pow, "a", 2)
err(abs, "a")

print("== getattr, setattr, hasattr, vars, dir")
class O:
    a = 1
    def m(self): return self.a
o = O()
setattr(o, "b", 2)
print(getattr(o, "a"), getattr(o, "zz", None), hasattr(o, "b"), hasattr(o, "zz"), vars(o), [k for k in dir(o) if not k.startswith("__")], getattr(o, "m")())
err(getattr, o, "zz")
err(getattr, o, 5)
err(vars, 5)
err(setattr, 5, "x", 1)
err(delattr, o, "zz")

print("== type, isinstance, issubclass, callable")
print(type(1) is int, type("a").__name__, type(type), type(O()).__name__, callable(O), callable(o), callable(o.m), isinstance(1, (str, (int, float))))

print("== all, any, sorted, reversed on iterators")
print(all(x > 0 for x in [1, 2]), any(iter([])), sorted(x for x in "cab"), list(reversed([*"abc"])), sorted({3: 1, 1: 2}, reverse=True))
def loud(xs):
    for x in xs:
        print("look", x, end=" ")
        yield x
print(any(loud([0, 1, 2])), all(loud([1, 0, 2])), 1 in loud([1, 2]))

print("== unions of types and generic aliases")
print(int | None, int | str | float, (int | None) == (None | int), isinstance(3, int | str), isinstance("a", int | None), isinstance(None, int | None))
print(list[int], dict[str, list[int]], tuple[int, ...], list[int] | None, type(int | str).__name__, (int | str).__args__, list[int].__origin__, list[int]([1]))
def hinted(a: int | None = None, *b: "str", **c: list[int]) -> dict[str, int] | None: pass
print(hinted.__annotations__)
err(lambda: int | 5)
err(lambda: isinstance(1, list[int]))

print("== module level annotations")
count: int = 3
name: str
print(count, __annotations__)

print("== conversions between kinds")
print(int("12") + float("1.5"), str(12) + "3", bool("False"), list("ab"), tuple({1: 2}), dict([[1, 2]]), set([1, 1]), float("1e3"), int(2.9), complex("1+j"), bytes([1]))
print(str(None), str(True), str([1]), str(1.0), repr("a"), ascii("é"), format(3.14159, ".2f"), chr(8364), ord("€"), bin(5)[2:].zfill(8))

print("== len of everything")
print(len(""), len("é"), len(b"ab"), len([]), len({1: 2}), len({1}), len(range(9, 0, -2)), len((1,)))
err(len, 5)
err(len, iter([]))

print("== slice and Ellipsis and NotImplemented")
print(..., type(...), Ellipsis is ..., slice(1, None), NotImplemented, type(NotImplemented).__name__)

print("== id and is")
a = [1]
b = a
print(id(a) == id(b), id(a) == id([1]), a is b, None is None, (lambda: None)() is None)

print("== print's file and flush")
import sys
print("to stdout", file=sys.stdout, flush=True)
print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
