# sorted, zip, enumerate, map, filter, slices.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

s = [3, 1, 2]
print(sorted(s), sorted(s, reverse=True), sorted(s, key=lambda x: -x), min(s), max(s, key=lambda x: -x), sum(s, 10))
print(list(zip([1, 2], "ab")), list(enumerate("ab", 1)), list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(None, [0, 1, 2])), list(reversed([1, 2, 3])))
print(any([0, 1]), all([]), abs(-3), divmod(7, -2), pow(2, 10), pow(3, 4, 5), round(2.5), round(3.14159, 2), round(1234, -2))
print(ord("a"), chr(97), hex(255), oct(8), bin(5), repr("a'b"), str(5), int("12"), float("1.5"), bool(0), complex(1, 2), int("ff", 16))
print([1, 2, 3][::-1], (1, 2, 3)[1:], "hello"[1:4], "hello"[::-2], list(range(10))[2:8:3], range(10)[2:5])
l = list(range(10)); l[2:5] = [9]; del l[0]; l[-1] = 100; print(l); l[::2] = [0] * len(l[::2]); print(l); del l[::3]; print(l)
x = [1, [2, 3]]; x[1][0] += 5; x += [4]; print(x, x * 2, [0] * 3, "ab" * 2, (1,) * 2)

#CHECK:[1, 2, 3] [3, 2, 1] [3, 2, 1] 1 1 16
#CHECK-NEXT:[(1, 'a'), (2, 'b')] [(1, 'a'), (2, 'b')] [4, 6] [1, 2] [3, 2, 1]
#CHECK-NEXT:True True 3 (-4, -1) 1024 1 2 3.14 1200
#CHECK-NEXT:97 a 0xff 0o10 0b101 "a'b" 5 12 1.5 False (1+2j) 255
#CHECK-NEXT:[3, 2, 1] (2, 3) ell olh [2, 5] range(2, 5)
#CHECK-NEXT:[1, 9, 5, 6, 7, 8, 100]
#CHECK-NEXT:[0, 9, 0, 6, 0, 8, 0]
#CHECK-NEXT:[9, 0, 0, 8]
#CHECK-NEXT:[1, [7, 3], 4] [1, [7, 3], 4, 1, [7, 3], 4] [0, 0, 0] abab (1, 1)
