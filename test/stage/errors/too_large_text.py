# A text that grows beyond all bounds inside one function: an error at its place.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
# CHECK: too_large_text.py:[[@LINE+1]]:1: error: [CJ0100] MemoryError: out of memory while compiling
("a" * 10**6).replace("a", "b" * 10**7)
# RUN: not cjaxc check --format=json %s 2>&1 | FileCheck %s
