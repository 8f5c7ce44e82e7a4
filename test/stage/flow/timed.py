# A loop that looks at the time, fills a list and may end early: how long the list is does not depend on the clock.
# RUN: cjaxc -O0 %s -o %t && %t | FileCheck %s
# RUN: sed 's/x < 0.01/time.time() - t0 > 9/' %s > %t.py && not cjaxc check %t.py 2>&1 | FileCheck %s --check-prefix=CLOCK
import time

import jax.numpy as jnp

start = time.perf_counter()
losses, x, best = [], jnp.array(1.0), float("inf")
for epoch in range(12):
    t0 = time.time()
    x = x * 0.5
    losses.append(float(x))
    best = min(best, x)
    took = time.time() - t0
    if epoch % 3 == 0:
        print(epoch, "fast" if took < 60 else "slow", f"{time.perf_counter() - start:.0f}"[:0])
    if x < 0.01:
        break
# CHECK: 0 fast
# CHECK: 3 fast
# CHECK: 6 fast
# CHECK: 7 0.0078125 0.0078125 True
# CLOCK: error: [CJ0431] NotImplementedError: how many items a list gets in this loop depends on what only the executable knows
print(len(losses), losses[-1], best, took >= 0)
