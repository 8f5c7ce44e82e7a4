# Depth of recursion is limited, however one recurses.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

class A:
    def __init__(self, n): self.n = n
    def __add__(self, o): return A(self.n) + (o - 1) if o else self
    def __getattr__(self, k): return getattr(self, k + "x")
    def __repr__(self): return "A" + repr([self])
try:
    A(1) + 5000
except RecursionError as e:
    print("rec1", e)
try:
    A(1).foo
except RecursionError as e:
    print("rec2")
try:
    repr(A(1))
except RecursionError as e:
    print("rec3")
def g(n):
    if n: yield from g(n - 1)
    yield n
try:
    print(sum(g(100)))
    print(sum(g(5000)))
except RecursionError as e:
    print("rec4")
def srt(n): return sorted([1], key=lambda x: srt(n + 1))
try:
    srt(0)
except RecursionError:
    print("rec5")
l = []
for i in range(100000): l = [l]
try:
    repr(l)
except RecursionError: print("rec6")
try:
    l == [l]
    m = []
    for i in range(100000): m = [m]
    l == m
except RecursionError: print("rec7")

#CHECK:rec1 maximum recursion depth exceeded
#CHECK-NEXT:rec2
#CHECK-NEXT:rec3
#CHECK-NEXT:5050
#CHECK-NEXT:rec4
#CHECK-NEXT:rec5
#CHECK-NEXT:rec6
#CHECK-NEXT:rec7
