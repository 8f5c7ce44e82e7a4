# An exception raised in a loop of the executable leaves it for a `try` around the loop.
# RUN: cjaxc -O0 %s -o %t && env N=3 %t | FileCheck %s && env N=30 %t | FileCheck %s --check-prefix=MORE
import os

n, k = int(os.environ.get("N", "5")), 0
try:
    while True:
        k += 1
        if k > n + 3:
            raise ValueError("too many")
        if k == 20:
            break
    # MORE: left the loop at 20
    print("left the loop at", k)
except ValueError as e:
    # CHECK: too many 7
    print(e, k)


def total(limit):
    sum = 0
    try:
        for i in range(20):
            sum += i
            if sum > limit:
                raise OverflowError(f"at {i}")
    except OverflowError as e:
        return f"stopped {e} {sum}"
    return f"whole {sum}"


# CHECK: stopped at 8 36
# MORE: whole 190
print(total(10 * n))
