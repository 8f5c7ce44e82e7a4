# What CPython can nest within its limit of 1,000 calls, also through C.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

def nest(n):
    if n: yield from nest(n - 1)
    yield n
print(len(list(nest(900))))
class A:
    def __init__(self, n): self.n = n
    def __add__(self, o): return A(self.n - 1) + o if self.n else 5
    def __repr__(self): return f"A{A(self.n - 1)!r}" if self.n else "end"
    def __len__(self): return len(A(self.n - 1)) if self.n else 3
print(A(400) + 1, len(repr(A(400))), len(A(400)))
def down(n): return max(map(down, [n - 1])) if n else 0
for n in (200, 20000):
    try:
        print(down(n))
    except RecursionError:
        print("RecursionError")

#CHECK:901
#CHECK-NEXT:5 403 3
#CHECK-NEXT:0
#CHECK-NEXT:RecursionError
