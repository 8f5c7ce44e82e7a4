# modes: interp
import bisect
import heapq

heap = []
for x in (5, 1, 8, 3, 9, 2, 7):
    heapq.heappush(heap, x)
print(heap, heapq.heappop(heap), heap, heapq.heapreplace(heap, 4), heapq.heappushpop(heap, 0), heap)
data = [(3, "c"), (1, "a"), (2, "b"), (1, "z")]
heapq.heapify(data)
print(data, [heapq.heappop(data) for _ in range(4)])
words = ["pear", "fig", "banana", "kiwi"]
print(heapq.nsmallest(2, words, key=len), heapq.nlargest(3, [4, 1, 9, 7]), heapq.nlargest(0, [1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge([9, 3], [8, 1], reverse=True)))
print(list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)

a = [1, 2, 2, 2, 5, 8]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 9), bisect.bisect_left(a, 5, 2, 4))
bisect.insort(a, 4)
bisect.insort_left(a, 2)
print(a, bisect.bisect_left([(1, "x"), (3, "y")], 3, key=lambda p: p[0]))


def grade(score, points=(60, 70, 80, 90), letters="FDCBA"):
    return letters[bisect.bisect(points, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
