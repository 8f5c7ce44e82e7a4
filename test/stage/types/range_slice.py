# range and slice objects.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
r = range(2, 20, 3)
print(r, len(r), r[0], r[-1], r[1:3], r[::-1], list(r), 5 in r, 6 in r, 5.0 in r, "a" in r, r.index(8), r.count(5), r.start, r.stop, r.step, list(reversed(r)))
print(range(5), range(0), list(range(5, 0, -2)), range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 5), bool(range(0)), hash(range(3)) == hash(range(0, 3)), sum(range(101)), max(range(3, 9, 2)))
print(range(10)[2:8:2], range(10)[-3:], range(10, 0, -3)[1], list(range(-5, 5, 4)), list(range(3, 3)), range(1, 10)[::-2], range(10**15)[10**14])
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None, None, -1), s.indices(5), slice(None).indices(4), slice(-3, None).indices(5), slice(None, None, -1).indices(3), slice(10, -10, -2).indices(5), s == slice(1, 10, 2), "abcdefghijk"[s], list(range(20))[s])
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: range(1, 2, 0))
err(lambda: range(3)[5])
err(lambda: range(1.5))
err(lambda: range("a"))
err(lambda: range(5).index(9))
err(lambda: [1, 2][::0])
err(lambda: [1, 2]["a":])
err(lambda: slice(1).indices(-1))

#CHECK{LITERAL}:range(2, 20, 3) 6 2 17 range(5, 11, 3) range(17, -1, -3) [2, 5, 8, 11, 14, 17] True False True False 2 1 2 20 3 [17, 14, 11, 8, 5, 2]
#CHECK-NEXT{LITERAL}:range(0, 5) range(0, 0) [5, 3, 1] True True True False True 5050 7
#CHECK-NEXT{LITERAL}:range(2, 8, 2) range(7, 10) 7 [-5, -1, 3] [] range(9, 0, -2) 100000000000000
#CHECK-NEXT{LITERAL}:slice(1, 10, 2) 1 10 2 slice(None, 5, None) slice(None, None, -1) (1, 5, 2) (0, 4, 1) (2, 5, 1) (2, -1, -1) (4, -1, -2) True bdfhj [1, 3, 5, 7, 9]
#CHECK-NEXT{LITERAL}:ValueError: range() arg 3 must not be zero
#CHECK-NEXT{LITERAL}:IndexError: range object index out of range
#CHECK-NEXT{LITERAL}:TypeError: 'float' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:TypeError: 'str' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:ValueError: 9 is not in range
#CHECK-NEXT{LITERAL}:ValueError: slice step cannot be zero
#CHECK-NEXT{LITERAL}:TypeError: slice indices must be integers or None or have an __index__ method
#CHECK-NEXT{LITERAL}:ValueError: length should not be negative
