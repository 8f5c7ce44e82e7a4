# What would not fit the machine is an exception at once, at its place.
# RUN: cjaxc run --interpret %s | FileCheck %s
import math



def show(f):
    try:
        f()
        print("done")
    except (MemoryError, OverflowError, ValueError, RecursionError) as e:
        print(f"{type(e).__name__}: {e}")


# CHECK: OverflowError: an integer of more than 1048576 bits is too large
show(lambda: 10 ** 10 ** 7)
# CHECK-NEXT: OverflowError: an integer of more than 1048576 bits is too large
show(lambda: 3 ** 10 ** 30)
# CHECK-NEXT: OverflowError: too many digits in integer
show(lambda: 1 << 10 ** 10)
# CHECK-NEXT: OverflowError: an integer of more than 1048576 bits is too large
show(lambda: (1 << 10 ** 6) * (1 << 10 ** 6))
# CHECK-NEXT: OverflowError: factorial() of 10000000 is too large
show(lambda: math.factorial(10 ** 7))
# CHECK-NEXT: OverflowError: a product of 5000000 integers is too large
show(lambda: math.comb(10 ** 7, 5 * 10 ** 6))
# CHECK-NEXT: ValueError: Exceeds the limit (4300 digits) for integer string conversion
show(lambda: str(10 ** 4300))
# CHECK-NEXT: done
show(lambda: str(10 ** 4299))
# CHECK-NEXT: MemoryError: a sequence of 1000000000000 times 1 items is too large
show(lambda: "a" * 10 ** 12)
# CHECK-NEXT: MemoryError: a sequence of 1000000000000 times 1 items is too large
show(lambda: [0] * 10 ** 12)
# CHECK-NEXT: OverflowError: cannot fit 'int' into an index-sized integer
show(lambda: (0,) * 10 ** 30)
# CHECK-NEXT: MemoryError: a text of 999999999999 characters is too large
show(lambda: "a".ljust(10 ** 12))
# CHECK-NEXT: MemoryError: a text of 999999999999 characters is too large
show(lambda: "a".zfill(10 ** 12))
# CHECK-NEXT: MemoryError: a text of 1000000000000 characters is too large
show(lambda: "\t".expandtabs(10 ** 12))
# CHECK-NEXT: MemoryError: a text of 1000000000000 characters is too large
show(lambda: "%*d" % (10 ** 12, 1))
# CHECK-NEXT: ValueError: Too many decimal digits in format string
show(lambda: f"{1:1000000000000}")
# CHECK-NEXT: MemoryError: a sequence of 1000000000000 items is too large
show(lambda: list(range(10 ** 12)))
# CHECK-NEXT: MemoryError: a sequence of 1000000000000 items is too large
show(lambda: tuple(range(10 ** 12)))
# CHECK-NEXT: OverflowError
show(lambda: range(10 ** 30))


def nested_iterators():
    it = iter([1])
    for i in range(100000):
        it = map(abs, it)
    list(it)


def nested_classes():
    classes = int
    for i in range(100000):
        classes = (classes,)
    isinstance("a", classes)


def nested_sets():
    x = frozenset()
    for i in range(100000):
        x = frozenset([x])
    hash(x)


# CHECK-NEXT: RecursionError: maximum recursion depth exceeded
show(nested_iterators)
# CHECK-NEXT: RecursionError: maximum recursion depth exceeded
show(nested_classes)
# CHECK-NEXT: done
show(nested_sets)
# CHECK-NEXT: [] cba
print([1, 2, 3][10 ** 30:10 ** 40], "abc"[10 ** 30::-1])
