# Builtins over many values that only the executable knows, as loops that become one.


def total(items, start):
    for v in items:
        start = start + v
    return start


def least(items):
    best = items[0]
    for v in items:
        if v < best:
            best = v
    return best


def greatest(items):
    best = items[0]
    for v in items:
        if v > best:
            best = v
    return best
