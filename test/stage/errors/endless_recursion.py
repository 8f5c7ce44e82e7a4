# The calls of an endless recursion are told once, however many there were.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
import jax


@jax.jit
def f(x):
    # CHECK: [[@LINE+1]]:12: error: [CJ0100] RecursionError: maximum recursion depth exceeded
    return f(x + 1)


# CHECK: :9:12: note: in the call of f
# CHECK-NOT: :9:12: note
# CHECK: :[[@LINE+2]]:1: note: in the call of f
# CHECK: note: and {{[0-9]+}} more calls
f(1)
