"""itertools: building blocks for iteration."""


def count(start=0, step=1):
    while True:
        yield start
        start = start + step


def cycle(iterable):
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


class chain:
    """Iterables one after the other."""

    def __init__(self, *iterables):
        self._items = _chain(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        self = cls()
        self._items = _chain(iterables)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


def _chain(iterables):
    for iterable in iterables:
        yield from iterable


def accumulate(iterable, func=None, *, initial=None):
    items = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(items)
        except StopIteration:
            return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total


def batched(iterable, n):
    if n < 1:
        raise ValueError("n must be at least one")
    batch = []
    for item in iterable:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def compress(data, selectors):
    for item, chosen in zip(data, selectors):
        if chosen:
            yield item


def dropwhile(predicate, iterable):
    items = iter(iterable)
    for item in items:
        if not predicate(item):
            yield item
            break
    yield from items


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            break
        yield item


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def groupby(iterable, key=None):
    """Runs of items with equal keys.  A group is read from a list, so it may also be used late."""
    group, current, started = [], None, False
    for item in iterable:
        k = item if key is None else key(item)
        if started and k == current:
            group.append(item)
            continue
        if started:
            yield current, iter(group)
        group, current, started = [item], k, True
    if started:
        yield current, iter(group)


def islice(iterable, *args):
    s = slice(*args)
    start, stop, step = s.start or 0, s.stop, 1 if s.step is None else s.step
    if start < 0 or step < 1 or (stop is not None and stop < 0):
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if stop is not None and stop <= start:
        return
    for i, item in enumerate(iterable):
        if i >= start and (i - start) % step == 0:
            yield item
        if stop is not None and i + 1 >= stop:
            return


def pairwise(iterable):
    items = iter(iterable)
    previous = next(items, None)
    for item in items:
        yield previous, item
        previous = item


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def tee(iterable, n=2):
    items = list(iterable)
    return tuple(iter(items) for _ in range(n))


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(i) for i in iterables]
    done = [False] * len(iterators)
    while True:
        row = []
        for k, it in enumerate(iterators):
            value = fillvalue
            if not done[k]:
                try:
                    value = next(it)
                except StopIteration:
                    done[k] = True
            row.append(value)
        if all(done):
            return
        yield tuple(row)


def product(*iterables, repeat=1):
    pools = [tuple(pool) for pool in iterables] * repeat
    sizes = [len(p) for p in pools]
    if 0 in sizes:
        return
    index = [0] * len(pools)
    while True:
        yield tuple([pool[i] for pool, i in zip(pools, index)])
        for k in range(len(pools) - 1, -1, -1):
            index[k] += 1
            if index[k] < sizes[k]:
                break
            index[k] = 0
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    r = n if r is None else r
    if r > n:
        return
    for index in product(range(n), repeat=r):
        if len(set(index)) == r:
            yield tuple([pool[i] for i in index])


def combinations(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if r > n:
        return
    index = list(range(r))
    while True:
        yield tuple([pool[i] for i in index])
        k = r - 1
        while k >= 0 and index[k] == k + n - r:
            k -= 1
        if k < 0:
            return
        index[k] += 1
        for j in range(k + 1, r):
            index[j] = index[j - 1] + 1


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if not n and r:
        return
    index = [0] * r
    while True:
        yield tuple([pool[i] for i in index])
        k = r - 1
        while k >= 0 and index[k] == n - 1:
            k -= 1
        if k < 0:
            return
        index[k:] = [index[k] + 1] * (r - k)
