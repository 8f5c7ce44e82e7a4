# order[s:s + B] in a rolled loop has the static length B; a shorter last slice is an iteration of its own behind the loop.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
# RUN: cjaxc --explain-loops --emit=cjax %s -o %t 2>&1 | FileCheck %s --check-prefix=WHY
import jax
import jax.numpy as jnp

n, B = 100, 9
x, order = jnp.arange(100.0), jnp.arange(100)[::-1]
shapes, total = [], jnp.array(0.0)
# WHY: minibatch.py:[[#@LINE+1]]:10: note: this loop is one loop
for s in range(0, n, B):
    idx = order[s : s + B]
    total = total + x[idx].sum() * len(idx)
    last = idx.shape, s
# CHECK: ((1,), 99) 44550.0
print(last, total)

# WHY-DAG: minibatch.py:[[#@LINE+2]]:14: note: this loop is one loop
for epoch in range(20):
    for s in range(0, n, B):
        stop = min(s + B, n)
        total = total + x[s:stop].mean() / (stop - s)
# CHECK: 47727.{{[0-9]+}} 99 100
print(total, s, stop)


# WHY-DAG: minibatch.py:[[#@LINE+2]]:14: note: this loop is one loop
def until(limit):
    for s in range(0, n, B):
        total = x[s : s + B].sum()
        if total > limit:
            return s, total
    else:
        return "none", total


# The loop's result decides what follows, the short slice included.
for limit in [100.0, 850.0]:
    s, total = until(limit)
    # CHECK: 9 117.0
    # CHECK-NEXT: 99 -1.0
    print(s if limit == 100 else 99, total if limit == 100 else -1.0)


@jax.jit
def loss(w):
    for s in range(0, n, B):
        w = w + (x[s : s + B] * w).sum() * 1e-6
    return w


# CHECK: 1.0049{{[0-9]+}} 1.0049{{[0-9]+}}
print(loss(1.0), jax.grad(loss)(1.0))
