# Displays with stars, comprehensions, short circuits, deletion.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

print([*range(3), *"ab"], {*[1, 2], 3}, {**{1: 2}, 3: 4}, (*[1],))
x = [i for i in range(10) if i % 2 if i > 3]
print(x, {i: i * i for i in range(3)}, {i % 3 for i in range(10)})
print([[j for j in range(i)] for i in range(4)], [(i, j) for i in range(3) for j in range(i)])
print((lambda *a, **k: (a, k))(1, 2, z=3))
print(1 if [] else 2, not 3, 1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, "a" in "abc", 3 not in [1, 2])
print(0 or "x", 1 and "y", None or 0 or [])
del x
try:
    x
except NameError as e:
    print(e)

#CHECK:[0, 1, 2, 'a', 'b'] {1, 2, 3} {1: 2, 3: 4} (1,)
#CHECK-NEXT:[5, 7, 9] {0: 0, 1: 1, 2: 4} {0, 1, 2}
#CHECK-NEXT:{{\[\[}}], [0], [0, 1], [0, 1, 2]] [(1, 0), (2, 0), (2, 1)]
#CHECK-NEXT:((1, 2), {'z': 3})
#CHECK-NEXT:2 False True False True True True
#CHECK-NEXT:x y []
#CHECK-NEXT:name 'x' is not defined
