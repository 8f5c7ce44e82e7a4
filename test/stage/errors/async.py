# What is parsed but not run is refused in its place.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
# CHECK: async.py:[[@LINE+1]]:1: error: [CJ0101] NotImplementedError: 'async def' is not supported
async def f():
    pass
