# with: several managers, swallowed exceptions, ways out.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

class CM:
    def __init__(self, n, swallow=False):
        self.n, self.swallow = n, swallow
    def __enter__(self):
        print("enter", self.n)
        return self.n * 2
    def __exit__(self, t, v, tb):
        print("exit", self.n, t is None, v)
        return self.swallow
with CM(1) as a, CM(2) as b:
    print(a, b)
with CM(3, True):
    raise ValueError("x")
try:
    with CM(4):
        raise KeyError("y")
except KeyError as e:
    print("ke", e)
def w():
    with CM(5):
        return "from with"
print(w())
for i in range(3):
    with CM(i):
        if i == 1:
            break
        continue

#CHECK:enter 1
#CHECK-NEXT:enter 2
#CHECK-NEXT:2 4
#CHECK-NEXT:exit 2 True None
#CHECK-NEXT:exit 1 True None
#CHECK-NEXT:enter 3
#CHECK-NEXT:exit 3 False x
#CHECK-NEXT:enter 4
#CHECK-NEXT:exit 4 False 'y'
#CHECK-NEXT:ke 'y'
#CHECK-NEXT:enter 5
#CHECK-NEXT:exit 5 True None
#CHECK-NEXT:from with
#CHECK-NEXT:enter 0
#CHECK-NEXT:exit 0 True None
#CHECK-NEXT:enter 1
#CHECK-NEXT:exit 1 True None
