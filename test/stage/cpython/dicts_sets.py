# dict, set, frozenset: every method, views, order.
# RUN: cjaxc run --interpret %s | diff %S/dicts_sets.out -

def err(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


print("== making")
print({}, dict(), dict(a=1), dict([("a", 1), (2, "b")]), dict({"x": 1}, y=2), dict(zip("ab", (1, 2))), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
print({k: v for k, v in zip("abc", range(3)) if v}, {**{"a": 1}, "a": 2}, dict(["ab", "cd"]))
err(dict, 5)
err(dict, [1])
err(dict, [(1, 2, 3)])
err(dict, {}, {})

print("== order is that of insertion")
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 9
del d["a"]
d["a"] = 0
print(d, list(d), d.popitem(), d)

print("== get, setdefault, pop, update")
d = {"a": 1}
print(d.get("a"), d.get("z"), d.get("z", 5), d.setdefault("a", 7), d.setdefault("n", []), d.setdefault("m"), d)
d["n"].append(1)
print(d.pop("n"), d.pop("zz", None), d.update({"u": 1}), d.update([("v", 2)], w=3), d.update(), d)
err(d.pop, "zz")
err({}.popitem)
err(lambda: d["zz"])
err(lambda: {}[[]])
err(d.update, 5)

print("== views")
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k), "c" in k, 3 in v, ("a", 1) in i, ("a", 2) in i, list(reversed(k)), sorted(v, reverse=True))
print(k & {"a", "z"}, sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "z"}), i & {("a", 1)}, k == {"a", "b", "c"}, k.isdisjoint({"q"}))

print("== iteration and change")
d = {1: "a", 2: "b"}
def grow():
    for k in d: d[k + 10] = "new"
err(grow)
d = {k: k for k in range(4)}
for k in list(d):
    if k % 2: del d[k]
print(d, [(k, v) for k, v in d.items()], max(d), sum(d), sum(d.values()))

print("== merge and compare")
print({1: 2} | {3: 4}, {1: 2, 3: 3} | {3: 4}, {1: 2} == {1: 2.0}, {1: 2} != {1: 3}, {} == {}, {1: {2: []}} == {1: {2: []}})
d = {1: 2}
d |= {3: 4}
d |= [(5, 6)]
print(d)
err(lambda: {} | [(1, 2)])
err(lambda: {} < {})

print("== keys of many kinds")
d = {1: "int", "1": "str", (1,): "tuple", None: "none", 1.5: "float", True: "bool", frozenset({1}): "fs", b"1": "bytes", int: "class"}
print(d, d[1.0], d[True], d[None], d[(1,)], d[frozenset([1])], d[int], len(d))
for bad in ([], {}, set(), ([],), slice(1)):
    err(lambda: {bad: 1})

print("== copies are shallow")
a = {"l": []}
b = a.copy()
b["l"].append(1); b["x"] = 2
print(a, b, a["l"] is b["l"], a.clear(), a)

print("== nested and grouped")
words = ["apple", "avocado", "bean", "cherry", "corn", "blueberry"]
g = {}
for w in words: g.setdefault(w[0], []).append(w)
print(g, {k: len(v) for k, v in g.items()}, {v: k for k, v in {"a": 1, "b": 2}.items()}, sorted(g.items(), key=lambda kv: -len(kv[1])))
count = {}
for c in "mississippi": count[c] = count.get(c, 0) + 1
print(count, max(count, key=count.get), sorted(count, key=lambda k: (-count[k], k)))

print("== sets")
s = {3, 1, 2}
print(s == {1, 2, 3}, s.add(5), 5 in s, s.discard(99), s.remove(5), len(s), s | {9} == {1, 2, 3, 9}, s & {1, 7}, s - {1, 2}, s ^ {1, 2, 3, 4})
print(s.union([7], (8,)) == {1, 2, 3, 7, 8}, s.intersection([1, 2], {2}), s.difference([1], [2]), s.symmetric_difference([1, 2, 3, 0]))
print(s.issubset(range(5)), s.issuperset([1]), s.isdisjoint([9]), s <= s, s < s, s >= {1}, {1} < s, set() <= s)
err(s.remove, 99)
err(set().pop)
err(lambda: s | [1])
err(lambda: s + s)
err(lambda: {[]})
err(set, 5)
err(lambda: s < [1])

print("== sets in place")
s = {1, 2}
t = s
s |= {3}; s &= {2, 3, 4}; s -= {2}; s ^= {7}
print(sorted(s), s is t, s.update([1], "a"), s.intersection_update({1, "a", 3}), s.difference_update([3]), sorted(s, key=str))
s.symmetric_difference_update([1, 5])
print(sorted(map(str, s)), s.clear(), s, s.copy() is s)

print("== frozensets")
f = frozenset([1, 2])
print(f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: 1}[frozenset([1, 2])])
err(lambda: f.add(1))
g = f
g |= {9}
print(len(f), len(g), sorted(g), f.union([5]) - {1, 2}, frozenset() == set(), frozenset("ab") == set("ba"))

print("== set comprehensions and uniqueness")
print(len({1, 1.0, True}), {x % 3 for x in range(10)} == {0, 1, 2}, sorted(set("hello")), len({(1, 2), (1, 2)}), set() == {*()}, {i for i in ()})
seen, out = set(), []
for x in [3, 1, 3, 2, 1]:
    if x not in seen:
        seen.add(x); out.append(x)
print(out, list(dict.fromkeys([3, 1, 3, 2, 1])))

print("== dict subclasses and collections")
from collections import defaultdict, OrderedDict, Counter, deque, namedtuple, ChainMap
dd = defaultdict(list)
dd["a"].append(1)
print(dd, dd["zz"], len(dd), dict(dd), defaultdict(int, {"x": 1})["y"])
c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], c + Counter("a"), c - Counter("aaa"), sum(c.values()), sorted(c.elements())[:3])
o = OrderedDict([("a", 1), ("b", 2)])
o.move_to_end("a")
print(dict(o), list(o), o.popitem(last=False))
q = deque([1, 2, 3], maxlen=3)
q.append(4); q.appendleft(0); q.rotate(1)
print(q, q.popleft(), q.pop(), len(q), list(q), deque("ab"))
P = namedtuple("P", "x y", defaults=[5])
p = P(1)
print(p, p.x, p._replace(x=9), p._asdict(), P._fields, p == (1, 5), P(*[3, 4]), P._make([7, 8]), p[1])
print(ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
