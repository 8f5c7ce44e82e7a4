"""heapq: a list as a priority queue, the smallest item first (Floyd's bottom-up sifting)."""

from itertools import islice


def heappush(heap, item):
    heap.append(item)
    _down(heap, 0, len(heap) - 1)


def heappop(heap):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    least, heap[0] = heap[0], last
    _up(heap, 0)
    return least


def heapreplace(heap, item):
    least, heap[0] = heap[0], item
    _up(heap, 0)
    return least


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _up(heap, 0)
    return item


def heapify(x):
    for i in reversed(range(len(x) // 2)):
        _up(x, i)


def _down(heap, start, pos):
    """heap[pos] moves towards the root, to its place."""
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        if not item < heap[parent]:
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def _up(heap, pos):
    """The smaller children move up until a leaf is free; then the item goes down from there."""
    end, start, item = len(heap), pos, heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _down(heap, start, pos)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    """Sorted inputs as one sorted sequence; equal items in the order of the inputs."""
    heads = []
    for it in map(iter, iterables):
        for first in islice(it, 1):
            heads.append([first if key is None else key(first), first, it])
    while heads:
        best = 0
        for i in range(1, len(heads)):
            a, b = heads[i][0], heads[best][0]
            if (b < a) if reverse else (a < b):
                best = i
        yield heads[best][1]
        for following in islice(heads[best][2], 1):
            heads[best][:2] = [following if key is None else key(following), following]
            break
        else:
            del heads[best]
