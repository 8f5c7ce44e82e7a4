# sys.exit and assert on run-time conditions.
# RUN: cjaxc %s -o %t
# RUN: not %t 2 | FileCheck %s --check-prefix=TWO
# RUN: not %t 30 2>&1 | FileCheck %s --check-prefix=THIRTY
# RUN: %t | FileCheck %s --check-prefix=NONE
import sys

n = int(sys.argv[1]) if len(sys.argv) > 1 else 5
print("n is", n)
# TWO: n is 2
# TWO-NOT: going
if n < 3:
    sys.exit(3)
# NONE: n is 5
# NONE: going on
print("going on")
# THIRTY: going on
# THIRTY: AssertionError: n is 30
assert n < 20, f"n is {n}"
# NONE: end 10
total = 0
for i in range(n):
    total += i
print("end", total)
