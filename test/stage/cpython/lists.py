# list and tuple: every method; sorting.
# RUN: cjaxc run --interpret %s | diff %S/lists.out -

def err(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


print("== growing")
l = [1, 2]
print(l.append(3), l.extend("ab"), l.insert(0, "z"), l.insert(-1, "y"), l.insert(99, "end"), l)
l.extend(x for x in (7, 8)); l += (9,); l.extend({"k": 1}); l.extend(range(2))
print(l)
err(l.extend, 5)
err(l.insert, "a", 1)

print("== shrinking")
l = [1, 2, 3, 2, 1]
print(l.pop(), l.pop(0), l.pop(-2), l, l.remove(2), l, l.clear(), l)
err([].pop)
err([1].pop, 5)
err([1].remove, 9)
err([1].pop, "a")

print("== looking")
l = [3, 1, 2, 3, None, "a", 1.0]
print(l.index(3), l.index(3, 1), l.index(1, -1), l.count(3), l.count(1), l.count("z"), None in l)
err(l.index, "zz")
err(l.index, 3, 1, 2)

print("== order")
l = [3, 1, 2]
print(l.reverse(), l, l.sort(), l, l.sort(reverse=True), l, sorted(l), sorted("hello"), sorted({"b": 1, "a": 2}), sorted((3, 1)))
w = ["banana", "Apple", "cherry", "apple"]
print(sorted(w), sorted(w, key=str.lower), sorted(w, key=len), sorted(w, key=lambda s: (-len(s), s)), sorted(w, key=len, reverse=True))
err([1, "a"].sort)
err([3, 1].sort, key=5)

print("== stability")
pairs = [(i % 3, i) for i in range(10)]
print(sorted(pairs, key=lambda p: p[0]))
print(sorted(pairs, key=lambda p: p[0], reverse=True))
data = [(1, "b"), (0, "a"), (1, "a"), (0, "b")]
data.sort(key=lambda t: t[1])
data.sort(key=lambda t: t[0])
print(data)

print("== sorting longer lists")
x, big = 12345, []
for _ in range(200):
    x = (x * 1103515245 + 12345) % 2147483648
    big.append(x % 1000)
s = sorted(big)
print(s[:8], s[-4:], all(a <= b for a, b in zip(s, s[1:])), sorted(big, reverse=True) == s[::-1], sum(s) == sum(big))
print(sorted(big, key=lambda v: v % 10)[:12], sorted(range(20), key=lambda v: (v % 3, -v)))

print("== keys are computed once, in order; comparisons by __lt__ only")
calls = []
sorted([3, 1, 2], key=lambda v: calls.append(v) or v)
print(calls)
class Lt:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
print([o.v for o in sorted([Lt(2), Lt(1)])], min(Lt(5), Lt(4)).v)

print("== the list while it is sorted, an error in a key")
l = [3, 1]
err(l.sort, key=lambda v: 1 / 0)
print(l)

print("== copies")
a = [[1], 2]
b, c, d = a.copy(), a[:], list(a)
b[0].append(9); c[1] = 5
print(a, b, c, d, a is b, a[0] is b[0])
import copy
e = copy.deepcopy(a)
e[0].append("deep")
print(a, e)

print("== changing a list while iterating over it")
l = [1, 2, 3, 4]
for x in l:
    if x % 2 == 0: l.remove(x)
    if len(l) < 6: l.append(x + 10)
print(l)
l, seen = [1, 2, 3], []
for x in l:
    seen.append(x)
    if x == 1: l.insert(0, 0)
    if len(seen) > 5: break
print(l, seen)

print("== comparison and arithmetic")
print([1, 2] + [3], [0] * 3, [1] < [2], [1, 2] == [1, 2], [[]] == [[]], [1] * 2 == [1, 1], 2 * [1, [2]])
l = [1]
l *= 3
print(l, l == [1, 1, 1])

print("== list() of things")
print(list("ab"), list((1, 2)), list({3: 4}), list(range(3)), list(zip("ab", [1, 2])), list(map(int, "12")), list(b"ab"), list([]))
err(list, 5)
err(list, None)

print("== tuples")
t = (1, 2, 2, "a")
print(t.count(2), t.index("a"), t[1:], t + (3,), t * 2, (1,), (), len(t), 2 in t, hash((1, 2)) == hash((1, 2)), tuple("ab"), tuple([1]))
a, b = b, a = 1, 2
print(a, b, (1, 2) < (1, 3), (1,) < (1, 0), max((1, 2), (0, 9)), sorted([(2, "a"), (1, "b")]), {(1, 2): "k"}[1, 2])
err(t.index, "zz")
def item(): t[0] = 5
err(item)
def dl(): del t[0]
err(dl)
err(hash, ([],))
err(lambda: t.append)

print("== nested lists and comprehensions")
m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], [[row[i] for row in m] for i in range(3)], [x for row in m for x in row if x % 2], sum(m, []))
print([[i * j for j in range(1, 4)] for i in range(1, 4)], [(x, y) for x in "ab" for y in range(2)], [[] for _ in range(2)])

print("== reversed, enumerate, slices of results")
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(4))), [*enumerate([])], list(reversed((1, 2)))[0], list(reversed({"a": 1, "b": 2})))
err(lambda: reversed({1, 2}))
err(lambda: reversed(x for x in []))

print("== methods bound and applied")
out = []
put = out.append
for v in range(3): put(v)
print(out, list.append(out, 9), out, [].__class__, list.__name__, out.__len__(), out.__contains__(9), out.__getitem__(0))
