# Sets of small ints (whose order CPython fixes) and frozensets.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a <= b, {3} < a, a >= {1}, a > a, a == {4, 3, 2, 1}, a != b, a.isdisjoint({9}), {1} | frozenset([2]), frozenset([2]) | {1})
print(a.union([7], (8,)), a.intersection([1, 2], [2]), a.difference([1]), a.symmetric_difference([1, 9]), a.issubset(range(10)), a.issuperset([1]), a.union(), a.copy() == a)
a.add(10); a.discard(1); a.discard(99); a.remove(2); a.update([20], {21}); print(sorted(a), len(a), 10 in a, 1 not in a)
a &= {3, 4, 10}; a |= {5}; a -= {4}; a ^= {3, 6}; print(sorted(a))
a.intersection_update([5, 6]); a.difference_update([6]); a.symmetric_difference_update([7]); print(sorted(a), a.pop() in (5, 7), len(a))
a.clear(); print(a, set(), frozenset(), frozenset({1}), set("a"), set([1, 1, 2]), {*range(3)}, {i % 3 for i in range(10)}, bool(set()))
print({1, 2, 3}, {3, 2, 1}, {0, -1, -2}, {10, 5, 0, 15}, {100, 50, 7, 8, 9, 33, 64}, set(range(20)), {1.0, 1, True}, {2**61, 5})
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): 2}, frozenset([1, 2]) == {1, 2}, {(1, 2), (3,)} == {(3,), (1, 2)}, sorted(set("hello")))
s = set()
for i in range(50):
    s.add(i * 7 % 64)
for i in range(0, 50, 3):
    s.discard(i)
print(s)
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: {1}.remove(2))
err(lambda: set().pop())
err(lambda: {[]})
err(lambda: {1} | [2])
err(lambda: {1} < [2])
err(lambda: {1}[0])
err(lambda: frozenset([1]).add(2))
err(lambda: set(5))
err(lambda: hash({1}))

#CHECK{LITERAL}:{1, 2, 3, 4, 5} {3, 4} {1, 2} {1, 2, 5} False True True False True True True {1, 2} frozenset({1, 2})
#CHECK-NEXT{LITERAL}:{1, 2, 3, 4, 7, 8} {2} {2, 3, 4} {2, 3, 4, 9} True True {1, 2, 3, 4} True
#CHECK-NEXT{LITERAL}:[3, 4, 10, 20, 21] 5 True True
#CHECK-NEXT{LITERAL}:[5, 6, 10]
#CHECK-NEXT{LITERAL}:[5, 7] True 1
#CHECK-NEXT{LITERAL}:set() set() frozenset() frozenset({1}) {'a'} {1, 2} {0, 1, 2} {0, 1, 2} False
#CHECK-NEXT{LITERAL}:{1, 2, 3} {1, 2, 3} {0, -1, -2} {0, 10, 5, 15} {64, 33, 50, 100, 7, 8, 9} {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19} {1.0} {2305843009213693952, 5}
#CHECK-NEXT{LITERAL}:True {frozenset({1}): 2} True True ['e', 'h', 'l', 'o']
#CHECK-NEXT{LITERAL}:{2, 4, 5, 7, 10, 11, 13, 14, 16, 17, 19, 20, 23, 25, 26, 28, 31, 32, 34, 35, 38, 40, 41, 46, 47, 49, 52, 53, 54, 55, 56, 59, 60, 61, 62, 63}
#CHECK-NEXT{LITERAL}:KeyError: 2
#CHECK-NEXT{LITERAL}:KeyError: 'pop from an empty set'
#CHECK-NEXT{LITERAL}:TypeError: unhashable type: 'list'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for |: 'set' and 'list'
#CHECK-NEXT{LITERAL}:TypeError: '<' not supported between instances of 'set' and 'list'
#CHECK-NEXT{LITERAL}:TypeError: 'set' object is not subscriptable
#CHECK-NEXT{LITERAL}:AttributeError: 'frozenset' object has no attribute 'add'
#CHECK-NEXT{LITERAL}:TypeError: 'int' object is not iterable
#CHECK-NEXT{LITERAL}:TypeError: unhashable type: 'set'
