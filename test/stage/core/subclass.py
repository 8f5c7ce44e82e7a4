# Iterators, and subclasses of builtin types.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), sum(It()), [x for x in It()], 2 in It())
class L(list):
    def total(self): return sum(self)
l = L([1, 2, 3]); l.tag = "t"
print(l, l.total(), l.tag, isinstance(l, list), type(l).__name__, l == [1, 2, 3], len(l))
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
print(T(1, 2), T(1, 2).first, T(1, 2) == (1, 2))
class I(int):
    def __repr__(self): return f"I({int(self)})"
print(I(5) + 1, I(5), [I(2)], I(7) > 6, I(3) * I(4))
class DD(dict):
    def __missing__(self, k): return "miss" + k
dd = DD(a=1); print(dd["a"], dd["b"], dd)
print(isinstance(True, int), issubclass(bool, int), isinstance(1, (str, int)), type(1) is int, type("") == str)

#CHECK:[1, 2, 3] 6 [1, 2, 3] True
#CHECK-NEXT:[1, 2, 3] 6 t True L True 3
#CHECK-NEXT:(1, 2) 1 True
#CHECK-NEXT:6 I(5) [I(2)] True 12
#CHECK-NEXT:1 missb {'a': 1}
#CHECK-NEXT:True True True True True
