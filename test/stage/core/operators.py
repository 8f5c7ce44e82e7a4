# Operator methods.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

class V:
    def __init__(self, *a): self.a = a
    def __add__(self, o): return V(*(x + y for x, y in zip(self.a, o.a))) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return ("radd", o)
    def __eq__(self, o): return isinstance(o, V) and self.a == o.a
    def __hash__(self): return hash(self.a)
    def __lt__(self, o): return self.a < o.a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
    def __contains__(self, x): return x in self.a
    def __call__(self, *a, **k): return (a, k)
    def __repr__(self): return "V" + repr(self.a)
    def __bool__(self): return bool(self.a)
    def __neg__(self): return V(*[-x for x in self.a])
    def __iadd__(self, o): self.a = self.a + (o,); return self
    def __matmul__(self, o): return sum(x * y for x, y in zip(self.a, o.a))
    def __pow__(self, n): return ("pow", n)
    def __setitem__(self, i, v): print("set", i, v)
    def __delitem__(self, i): print("del", i)
    def __format__(self, s): return "F" + s
    def __index__(self): return 2
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, o): return ("dm", o)
    def __enter__(self): return self
    def __exit__(self, *a): return True
v, w = V(1, 2), V(3, 4)
print(v + w, 5 + v, v == V(1, 2), v != w, v < w, sorted([w, v]), v[0], len(v), 2 in v, v(1, z=2), bool(V()), -v, v @ w, v ** 2)
try:
    v + 1
except TypeError as e:
    print(e)
v += 9; print(v)
v[1] = 2; del v[3]; v[1:2] = 5
print(f"{v:abc}", format(v, "x"), [1, 2, 3][v], int(v), float(v), abs(v), round(v), round(v, 2), divmod(v, 3))
print({v: 1}[V(1, 2, 9)], list(v), max(v), [*v])

#CHECK:V(4, 6) ('radd', 5) True True True [V(1, 2), V(3, 4)] 1 2 True ((1,), {'z': 2}) False V(-1, -2) 11 ('pow', 2)
#CHECK-NEXT:unsupported operand type(s) for +: 'V' and 'int'
#CHECK-NEXT:V(1, 2, 9)
#CHECK-NEXT:set 1 2
#CHECK-NEXT:del 3
#CHECK-NEXT:set slice(1, 2, None) 5
#CHECK-NEXT:Fabc Fx 3 42 4.5 abs ('round', None) ('round', 2) ('dm', 3)
#CHECK-NEXT:1 [1, 2, 9] 9 [1, 2, 9]
