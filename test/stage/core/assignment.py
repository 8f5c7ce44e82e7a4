# Targets of every kind, order of evaluation, starred calls and their errors.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

print(sorted([("b", 2), ("a", 2), ("c", 1)], key=lambda t: t[1]), sorted("hello", reverse=True))
a = [1, 2, 3, 4, 5]
a[1:3], a[-1] = ["x"], "last"
print(a)
i = 0
lst = [0] * 3
i, lst[i] = 1, 9
print(lst)
m = {}
m["a"], m["b"] = 1, 2
for m["k"] in range(3): pass
print(m)
for i, (a, b) in enumerate([(1, 2), (3, 4)]): print(i, a, b, end=" ")
print()
def va(*args, sep="-", **kw): return sep.join(str(x) for x in args) + str(kw)
print(va(1, 2, sep="+"), va(*"ab", **{"z": 1}), va(*[], *[1], *(2,), **{}, **{"q": 3}))
try:
    va(**{"sep": 1}, **{"sep": 2})
except TypeError as e:
    print(e)
try:
    va(**5)
except TypeError as e:
    print(e)
try:
    va(*5)
except TypeError as e:
    print(e)

#CHECK:[('c', 1), ('b', 2), ('a', 2)] ['o', 'l', 'l', 'h', 'e']
#CHECK-NEXT:[1, 'x', 4, 'last']
#CHECK-NEXT:[0, 9, 0]
#CHECK-NEXT:{'a': 1, 'b': 2, 'k': 2}
#CHECK-NEXT:0 1 2 1 3 4 
#CHECK-NEXT:1+2{} a-b{'z': 1} 1-2{'q': 3}
#CHECK-NEXT:__main__.va() got multiple values for keyword argument 'sep'
#CHECK-NEXT:__main__.va() argument after ** must be a mapping, not int
#CHECK-NEXT:__main__.va() argument after * must be an iterable, not int
