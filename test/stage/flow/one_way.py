# What only one way of a branch makes: a variable stays bound, a key of a dict is found out while compiling.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
import jax.numpy as jnp

v = jnp.arange(6.0)
found = {}
if v[3] > 2:
    found["a"] = v[3]
    w = v[3] * 2
# CHECK: {'a': Array(3., dtype=float32)} 6.0
print(found, w)

state, last = None, None
if v[3] > 20:
    state = "high"
elif v[3] > 2:
    state = "mid"
# CHECK: mid True False True False
print(state, state == "mid", state == "high", state != "high", state == None)
for i in range(20):
    if v.sum() * i > 100:
        last = i
# CHECK: 19 True False
print(last, last == 19, last != 19)


def first(limit):
    for s in range(10):
        if v.sum() * s > limit:
            return s
    return "none"


# CHECK: 7 none
print(first(100), first(1000))
