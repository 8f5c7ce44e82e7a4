# modes: interp
import functools
import itertools as it
import operator as op

print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)))
print(list(it.chain("ab", [1])), list(it.chain.from_iterable([[1], [2, 3]])), list(it.islice(it.count(5, 2), 4)), list(it.islice("abcdef", 1, 5, 2)))
print(list(it.combinations("abc", 2)), list(it.permutations([1, 2, 3], 2)), list(it.product("ab", repeat=2)), list(it.combinations_with_replacement("ab", 2)))
print([(k, list(g)) for k, g in it.groupby("aabbbc")], [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)])
print(list(it.zip_longest("ab", [1, 2, 3], fillvalue="-")), list(it.takewhile(lambda x: x < 3, range(9))), list(it.dropwhile(lambda x: x < 3, range(5))))
print(list(it.filterfalse(lambda x: x % 2, range(6))), list(it.compress("abcd", [1, 0, 1, 1])), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.repeat(7, 3)))
print(list(it.pairwise([1, 2, 3])), [next(c) for c in [it.cycle("xy")] * 5], [list(t) for t in it.tee([1, 2], 2)])
print(list(it.product(range(2), "a", [True])), len(list(it.permutations(range(4)))), list(it.combinations([1], 2)))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.cache
def square(x):
    print("computing", x)
    return x * x


print(fib(60), fib.cache_info().hits > 0, square(3), square(3))
add3 = functools.partial(lambda a, b, c=0: (a, b, c), 1, c=5)
print(add3(2), add3.args, add3.keywords, functools.reduce(op.mul, range(1, 6)), functools.reduce(lambda a, b: a + b, ["x", "y"], "z"))


@functools.total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(V(1) <= V(2), V(3) > V(2), V(2) >= V(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


@functools.singledispatch
def show(x):
    return f"other {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


print(show(1), show([1, 2]), show("s"), show(True))


class C:
    def __init__(self):
        self.calls = 0

    @functools.cached_property
    def value(self):
        self.calls += 1
        return 42


c = C()
print(c.value, c.value, c.calls)
print(op.itemgetter(1, 0)("ab"), op.attrgetter("real", "imag")(1 + 2j), op.methodcaller("upper")("q"), op.add(1, 2), op.truediv(1, 4))
print(op.contains([1], 1), op.getitem({"a": 2}, "a"), op.neg(3), op.not_(0), op.xor(5, 1), op.floordiv(-7, 2), op.index(True), op.concat("a", "b"))
