# Subclasses of builtin types: super() reaches the builtin operation, operators and protocols follow.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
class L(list):
    def append(self, x):
        super().append(x * 2)
    def __getitem__(self, i):
        return ("item", super().__getitem__(i))
    def __len__(self):
        return 100 + super().__len__()
    def __iter__(self):
        return (("it", x) for x in super().__iter__())
    def __contains__(self, x):
        return x == "magic" or super().__contains__(x)
l = L([1, 2]); l.append(5); print(l, l[0], len(l), list(l), "magic" in l, 10 in l, 99 in l, l == [1, 2, 10], L([1]) + [2], type(L([1]) + [2]).__name__, l[:2], isinstance(l, list), bool(L()), l.index(2), sorted(l), repr(l))
class D(dict):
    def __missing__(self, k):
        self[k] = k * 2
        return self[k]
    def __setitem__(self, k, v):
        super().__setitem__(k, ("set", v))
d = D(a=1); d["b"] = 2; print(d, d["zz"], d.get("q"), "q" in d, len(d), d == {"a": 1}, {**d}, type(d.copy()).__name__, list(d.items()))
class Upper(dict):
    def __getitem__(self, k):
        return super().__getitem__(k.upper())
    def __delitem__(self, k):
        print("del", k); super().__delitem__(k)
u = Upper(A=1); print(u["a"], u.get("a"), u.pop("A"), u); u["X"] = 1; del u["X"]; print(u)
class I(int):
    def __add__(self, o):
        return I(super().__add__(o) + 100)
    def __repr__(self):
        return "I(" + super().__repr__() + ")"
    def __eq__(self, o):
        return "eq"
    __hash__ = int.__hash__
i = I(5); print(i, i + 1, 1 + i, i * 2, -i, i == 3, i != 3, [i], f"{i}", f"{i:4d}|", str(i), int(i), hash(i), i.bit_length(), {i: 1}[5] if False else "-", i > 3, abs(i), isinstance(i, int), type(i + 1).__name__, bool(I(0)), float(i), "%d %s" % (i, i), [1, 2, 3, 4, 5, 6][i], divmod(i, 2), round(i), i.real)
class F(float):
    def __new__(cls, x, unit="m"):
        self = super().__new__(cls, x)
        self.unit = unit
        return self
    def __str__(self):
        return super().__repr__() + self.unit
f = F(2.5, "kg"); print(f, repr(f), f + 1, f.unit, f"{f}", f"{f:.1f}", f.is_integer(), round(f), f == 2.5, hash(f) == hash(2.5), float.__add__(f, 1), max(f, 1), sum([f, f]), f.hex())
class S(str):
    def __new__(cls, s):
        return super().__new__(cls, s.strip())
    def shout(self):
        return S(self.upper() + "!")
    def __len__(self):
        return 42
    def __eq__(self, o):
        return super().__eq__(o) or o == "any"
    __hash__ = str.__hash__
s = S("  hi "); print(s, s.shout().shout(), len(s), s == "any", s == "hi", s + "x", type(s + "x").__name__, s * 2, s[0], {s: 1}["hi"], f"{s:>4}", "%s" % s, ",".join([s, s]), s in "this hi", repr(s), isinstance(s, str), s.upper(), s < "z", "".join(s), sorted(S("ba")))
class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)
    @property
    def total(self):
        return sum(self)
    def __add__(self, o):
        return T(*super().__add__(tuple(o)))
t = T(1, 2, 3); print(t, t.total, t + (4,), (t + [4]).total, t[0], t[1:], len(t), t == (1, 2, 3), hash(t) == hash((1, 2, 3)), {t: 1}[(1, 2, 3)], "%s %s %s" % t, type(t).__name__, t < (2,), t.index(2))
class C(set):
    def add(self, x):
        super().add(x + 1)
c = C([1, 2]); c.add(5); print(c, c | {9}, type(c | {9}).__name__, c == {1, 2, 6}, 6 in c, len(c), c - {1}, c.copy(), sorted(c))
class N(int):
    def __bool__(self): return False
    def __index__(self): return 1
    def __lt__(self, o): return "lt"
print(bool(N(5)), N(5) < 3, N(5) > 3, [10, 20, 30][N(2)], "ab" * N(2), N(7) // 2, type(N(7) // 2).__name__, N(3) ** 2, 2 ** N(3), N(6) & 3, ~N(5), range(N(3)), int("5", N(10)) if False else "", f"{N(5):03}")
print(int.__add__(2, 3), str.__len__("abc"), list.__len__([1]), dict.__getitem__({1: 2}, 1), (5).__add__(2), (5).__radd__(2), "a".__mul__(3), [1].__contains__(1), {1}.__or__({2}), (1.5).__mul__(2), (2).__pow__(3), (7).__divmod__(2), "ab".__lt__("b"), (1).__eq__("a"), object.__repr__ is int.__repr__ if False else "", [3].__getitem__(0), (1, 2).__add__((3,)), len.__name__, "a".upper.__name__)

#CHECK{LITERAL}:[1, 2, 10] ('item', 1) 103 [('it', 1), ('it', 2), ('it', 10)] True True False True [1, 2] list ('item', [1, 2]) True True 1 [('it', 1), ('it', 2), ('it', 10)] [1, 2, 10]
#CHECK-NEXT{LITERAL}:{'a': 1, 'b': ('set', 2), 'zz': ('set', 'zzzz')} ('set', 'zzzz') None False 3 False {'a': 1, 'b': ('set', 2), 'zz': ('set', 'zzzz')} dict [('a', 1), ('b', ('set', 2)), ('zz', ('set', 'zzzz'))]
#CHECK-NEXT{LITERAL}:1 None 1 {}
#CHECK-NEXT{LITERAL}:del X
#CHECK-NEXT{LITERAL}:{}
#CHECK-NEXT{LITERAL}:I(5) I(106) 6 10 -5 eq True [I(5)] I(5)    5| I(5) 5 5 3 - True 5 True I False 5.0 5 I(5) 6 (2, 1) 5 5
#CHECK-NEXT{LITERAL}:2.5kg 2.5 3.5 kg 2.5kg 2.5 False 2 True True 3.5 2.5kg 5.0 0x1.4000000000000p+1
#CHECK-NEXT{LITERAL}:hi HI!! 42 True True hix str hihi h 1   hi hi hi,hi True 'hi' True HI True hi ['a', 'b']
#CHECK-NEXT{LITERAL}:(1, 2, 3) 6 (1, 2, 3, 4) 10 1 (2, 3) 3 True True 1 1 2 3 T True 1
#CHECK-NEXT{LITERAL}:C({1, 2, 6}) {1, 2, 6, 9} set True True 3 {2, 6} {1, 2, 6} [1, 2, 6]
#CHECK-NEXT{LITERAL}:False lt True 30 abab 3 int 9 8 2 -6 range(0, 3)  005
#CHECK-NEXT{LITERAL}:5 3 1 2 7 7 aaa True {1, 2} 3.0 8 (3, 1) True NotImplemented  3 (1, 2, 3) len upper
