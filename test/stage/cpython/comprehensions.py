# Comprehensions: nesting, conditions, scopes, order of evaluation, unpacking, laziness.
# RUN: cjaxc run --interpret %s | diff %S/comprehensions.out -

print("== several fors and ifs")
print([(x, y) for x in range(4) if x % 2 for y in range(x) if y != 1], [a + b for a in "ab" for b in "xy"])
print([z for x in [[1, [2, 3]], [4, [5]]] for y in x if isinstance(y, list) for z in y])

print("== dict and set")
print({k: v for k, v in [("a", 1), ("b", 2), ("a", 3)]}, {len(w): w for w in ["a", "bb", "cc"]}, sorted({x * x for x in (-1, 0, 1)}))
print({(i, j): i * j for i in range(2) for j in range(2)}, {x: {y: x + y for y in range(2)} for x in range(2)})

print("== order of evaluation")
def n(x):
    print("n", x, end=" ")
    return x
print({n(1): n(2) for _ in range(1)})
print([n(i) for i in [n(3), n(4)] if n(True)])
print([n(a) + n(b) for a in range(2) for b in range(n(2))])

print("== the first iterable is evaluated outside")
class K:
    size = 3
    items = [size_ for size_ in range(size)]
    try:
        bad = [size for _ in range(size)]
    except NameError as e:
        bad = str(e)
print(K.items, K.bad)

print("== unpacking targets")
print([a + b for a, b in [(1, 2), (3, 4)]], [x for x, *_ in ["abc", "de"]], [r for _, *r in ["abc", "d"]], [p for (p, (q, s)) in [(1, (2, 3))]])
d = {}
print([d for d["k"] in range(2)], [i for i, in [(1,), (2,)]])

print("== conditionals and lambdas within")
print([x if x % 2 else -x for x in range(5)], [f(3) for f in [lambda v, k=k: v * k for k in range(3)]], [(lambda: y)() for y in "ab"])

print("== closures over the loop variable")
fs = [lambda: i for i in range(3)]
gs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])

print("== generator expressions are lazy and one-shot")
def src():
    for i in range(3):
        print("src", i, end=" ")
        yield i
g = (x * 10 for x in src() if x != 1)
print(next(g))
print(list(g), list(g))
print(sum(x * x for x in range(4)), any(x > 2 for x in range(5)), ",".join(str(x) for x in range(3)), dict((k, k * 2) for k in "ab"))

print("== errors")
for f in (lambda: [x for x in 5], lambda: [1 / x for x in (1, 0)], lambda: {[]: 1 for _ in "a"}, lambda: [a for a, b in [(1,)]], lambda: (x for x in 5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

print("== matrix work")
a, b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
print([[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a], [list(c) for c in zip(*a)], [[int(i == j) for j in range(3)] for i in range(3)])

print("== primes, pascal, flatten, transpose")
print([n for n in range(2, 40) if all(n % d for d in range(2, int(n ** 0.5) + 1))])
row = [1]
for _ in range(6): row = [x + y for x, y in zip([0] + row, row + [0])]
print(row, [y for x in [[1], [2, 3], []] for y in x], ["".join(c) for c in zip("abc", "def")])

print("== in functions and classes, with free variables")
def outer(k):
    base = 10
    return [[base + k * i + j for j in range(2)] for i in range(2)], {base: k for _ in "a"}, sum(k for _ in range(3))
class M:
    def __init__(self, v): self.v = v
    def all(self): return [self.v + i for i in range(3)], {i: self for i in range(1)}[0] is self
print(outer(3), M(5).all())

print("== walrus and nested scopes")
total = 0
print([total := total + x for x in range(5)], total)
print([[y := x, y + 1] for x in range(2)], y, [w for x in range(6) if (w := x * x) % 2 == 0], w)
