# Unpacking, with a star, and its errors.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

a, *b, c = range(6)
print(a, b, c)
(a, b), [c, *d] = (1, 2), "xyz"
print(a, b, c, d)
try:
    a, b = 1, 2, 3
except ValueError as e:
    print(e)
try:
    a, b = 1,
except ValueError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)

#CHECK:0 [1, 2, 3, 4] 5
#CHECK-NEXT:1 2 x ['y', 'z']
#CHECK-NEXT:too many values to unpack (expected 2)
#CHECK-NEXT:not enough values to unpack (expected 2, got 1)
#CHECK-NEXT:cannot unpack non-iterable int object
#CHECK-NEXT:not enough values to unpack (expected at least 2, got 1)
