# No `except Exception` hides a construct that is not supported.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
try:
    # CHECK: refused.py:[[@LINE+1]]:5: error: [CJ0120] NotImplementedError: breakpoint() is not supported
    breakpoint()
except Exception:
    print("hidden")
