# Ints of any size as bounds, and in loops that print; not of run-time values.
# RUN: cjaxc run --interpret %s 3 | FileCheck %s --match-full-lines --strict-whitespace
import sys

b = 10 ** 20
print([1].index(1, 0, b), "a".find("a", -b, b), "abc".count("a", -b), "a".startswith("a", -b), (1,).index(1, -b))
f = 1
for i in range(1, 31):
    f *= i
    if i > 28: print(i, f)
i, v = 0, 1
while i < 40:
    i += 1
    v *= 7
    if i > 38: print(i, v)
w = 1
for i in range(3000):
    w = (w * 7 + i) % 11
    print(end="")
print(w << 70, w ** w)
n = int(sys.argv[1])
print(not n, not (n > 5), not not n)
if not n > 5: print("small")

#CHECK:0 0 1 True 0
#CHECK-NEXT:29 8841761993739701954543616000000
#CHECK-NEXT:30 265252859812191058636308480000000
#CHECK-NEXT:39 909543680129861140820205019889143
#CHECK-NEXT:40 6366805760909027985741435139224001
#CHECK-NEXT:8264141345021879123968 823543
#CHECK-NEXT:False True True
#CHECK-NEXT:small
