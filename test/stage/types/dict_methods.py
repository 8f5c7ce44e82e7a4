# Methods and views of dict; order; operators.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
d = {"b": 1, "a": 2}
d["c"] = 3; d.update(b=10, z=0); d.update([("q", 5)], r=6); d.update({"a": -1})
print(d, len(d), d.get("b"), d.get("none"), d.get("none", 7), d.pop("q"), d.pop("nope", None), d.setdefault("b", 0), d.setdefault("new"), "a" in d, 5 in d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()), d.popitem(), list(reversed(d)), dict(d) == d, d.copy() is d)
del d["a"]; d["a"] = 99; print(d, next(iter(d)), min(d), max(d.values()), sum(d.values()), sorted(d.items(), key=lambda p: -p[1]))
print(dict(), dict([("k", 1)]), dict(a=1), dict({"x": 1}, y=2), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict(zip("ab", range(2))), {**d, "b": 0})
print({"a": 1} | {"b": 2}, {"a": 1} | {"a": 2}, {1: "one", True: "true", 1.0: "float"}, {(1, 2): 3}[(1, 2)], {None: 0, 0: 1}, {1: 2} == {1.0: 2.0}, {1: 2} != {1: 3})
e = {"x": 1}; e |= {"y": 2}; e |= [("z", 3)]; print(e, e.keys() & {"x", "q"}, sorted(e.keys() | {"w"}), sorted(e.keys() - {"x"}), sorted(e.items() & {("y", 2)}), e.keys() == {"x", "y", "z"})
k = e.keys(); v = e.values(); i = e.items(); e["n"] = 4
print(k, v, i, len(k), "n" in k, 4 in v, ("n", 4) in i, ("n", 5) in i, list(reversed(e.values())), k.isdisjoint({"q"}))
s = {}; s["self"] = s; print(s); s.clear(); print(s, bool(s), bool({0: 0}), {i: i * i for i in range(4)}, {k: v for v, k in enumerate("ab")})
big = {i: str(i) for i in range(1000)}
for j in range(0, 1000, 3):
    del big[j]
print(len(big), list(big)[:5], big[1], 999 in big, 998 in big, sum(big), list(big.items())[-1])
big.update({3: "x"}); print(list(big)[-1], [k for k in big if k < 6])
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: {}["k"])
err(lambda: {}[1, 2])
err(lambda: {}.pop("x"))
err(lambda: {}.popitem())
err(lambda: {[]: 1})
err(lambda: {{}: 1})
err(lambda: dict([1]))
err(lambda: dict([(1, 2, 3)]))
err(lambda: dict(5))
err(lambda: {} < {})
err(lambda: {} + {})
err(lambda: {1: 2} | [1])
err(lambda: {}.get())
def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1
err(grow)

#CHECK{LITERAL}:{'b': 10, 'a': -1, 'c': 3, 'z': 0, 'r': 6, 'new': None} 6 10 None 7 5 None 10 None True False
#CHECK-NEXT{LITERAL}:['b', 'a', 'c', 'z', 'r', 'new'] ['b', 'a', 'c', 'z', 'r', 'new'] [10, -1, 3, 0, 6, None] [('b', 10), ('a', -1), ('c', 3), ('z', 0), ('r', 6), ('new', None)] ('new', None) ['r', 'z', 'c', 'a', 'b'] True False
#CHECK-NEXT{LITERAL}:{'b': 10, 'c': 3, 'z': 0, 'r': 6, 'a': 99} b a 99 118 [('a', 99), ('b', 10), ('r', 6), ('c', 3), ('z', 0)]
#CHECK-NEXT{LITERAL}:{} {'k': 1} {'a': 1} {'x': 1, 'y': 2} {'a': None, 'b': None} {1: 0, 2: 0} {'a': 0, 'b': 1} {'b': 0, 'c': 3, 'z': 0, 'r': 6, 'a': 99}
#CHECK-NEXT{LITERAL}:{'a': 1, 'b': 2} {'a': 2} {1: 'float'} 3 {None: 0, 0: 1} True True
#CHECK-NEXT{LITERAL}:{'x': 1, 'y': 2, 'z': 3} {'x'} ['w', 'x', 'y', 'z'] ['y', 'z'] [('y', 2)] True
#CHECK-NEXT{LITERAL}:dict_keys(['x', 'y', 'z', 'n']) dict_values([1, 2, 3, 4]) dict_items([('x', 1), ('y', 2), ('z', 3), ('n', 4)]) 4 True True True False [4, 3, 2, 1] True
#CHECK-NEXT{LITERAL}:{'self': {...}}
#CHECK-NEXT{LITERAL}:{} False True {0: 0, 1: 1, 2: 4, 3: 9} {'a': 0, 'b': 1}
#CHECK-NEXT{LITERAL}:666 [1, 2, 4, 5, 7] 1 False True 332667 (998, '998')
#CHECK-NEXT{LITERAL}:3 [1, 2, 4, 5, 3]
#CHECK-NEXT{LITERAL}:KeyError: 'k'
#CHECK-NEXT{LITERAL}:KeyError: (1, 2)
#CHECK-NEXT{LITERAL}:KeyError: 'x'
#CHECK-NEXT{LITERAL}:KeyError: 'popitem(): dictionary is empty'
#CHECK-NEXT{LITERAL}:TypeError: unhashable type: 'list'
#CHECK-NEXT{LITERAL}:TypeError: unhashable type: 'dict'
#CHECK-NEXT{LITERAL}:TypeError: cannot convert dictionary update sequence element #0 to a sequence
#CHECK-NEXT{LITERAL}:ValueError: dictionary update sequence element #0 has length 3; 2 is required
#CHECK-NEXT{LITERAL}:TypeError: 'int' object is not iterable
#CHECK-NEXT{LITERAL}:TypeError: '<' not supported between instances of 'dict' and 'dict'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for +: 'dict' and 'dict'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for |: 'dict' and 'list'
#CHECK-NEXT{LITERAL}:TypeError: get expected at least 1 argument, got 0
#CHECK-NEXT{LITERAL}:RuntimeError: dictionary changed size during iteration
