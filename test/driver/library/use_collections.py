# modes: interp
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple

c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], sorted(c.elements())[:4], c.total(), Counter(a=3, b=1) - Counter(a=1, b=2), Counter("ab") + Counter("bc"))
c.update("zz")
c.subtract({"a": 2})
print(c, Counter("aab") & Counter("abb"), Counter("aab") | Counter("abb"), +Counter(a=-1, b=2), Counter([1, 1, 2]) == Counter({1: 2, 2: 1}))
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), d[0], d.maxlen, list(reversed(d)), 3 in d)
d.rotate(1)
d.extend([7, 8])
print(d, d.index(8), d.count(7), deque("abc") == deque("abc"), bool(deque()))
d.extendleft([9])
d.remove(9)
d.clear()
print(d)
g = defaultdict(list)
g["a"].append(1)
g["b"].extend([2, 3])
print(g, dict(g), g.get("q"), "q" in g, defaultdict(int, x=1)["y"], g.default_factory)
o = OrderedDict([("one", 1), ("two", 2), ("three", 3)])
o.move_to_end("one")
print(dict(o), o.popitem(last=False), list(o), o == OrderedDict(three=3, one=1), o == {"one": 1, "three": 3})
P = namedtuple("P", "x y z", defaults=[0])
p = P(1, 2)
print(p, p.x, p._replace(y=9), p._asdict(), P._fields, P._make([4, 5, 6]), p == (1, 2, 0), P._field_defaults, *p, p[1:], hash(p) == hash((1, 2, 0)))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], sorted(m), len(m), m.new_child({"b": 7})["b"], dict(m.parents))


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


u = Lower(A=1)
u["B"] = 2
print(u, u["b"], len(u), "b" in u, u.data)
for bad in (lambda: P(1), lambda: deque().pop(), lambda: namedtuple("Q", "a a"), lambda: d[3], lambda: OrderedDict().popitem()):
    try:
        bad()
    except (TypeError, IndexError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
