# A value nested deeper than the compiler's own stack is a RecursionError, not a crash.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
x = ()
for i in range(100000):
    x = (x,)
# CHECK: deep_hash.py:[[@LINE+1]]:1: error: [CJ0100] RecursionError: maximum recursion depth exceeded
hash(x)
