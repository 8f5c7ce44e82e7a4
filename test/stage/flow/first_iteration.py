# What the first iteration puts into a dict or an object is there in the second: that one is unrolled.
# RUN: cjaxc run %s | FileCheck %s
# RUN: cjaxc run --interpret %s | FileCheck %s
import collections

import jax.numpy as jnp

p = jnp.array(1.0)
history = {}
for e in range(12):
    p = p + 1
    history.setdefault("loss", []).append(float(p))
# CHECK: 12 4.0
print(len(history["loss"]), history["loss"][2])


def until(limit):
    kept = collections.defaultdict(list)
    q, bad = jnp.array(1.0), 0
    for e in range(12):
        q = q + 1
        kept["loss"].append(float(q))
        if q > limit:
            bad += 1
        if bad >= 3:
            break
    return kept


# CHECK-NEXT: 8
print(len(until(6)["loss"]))
d = {}
for e in range(20):
    p = p + 1
    d["a"] = p + e
    d["n"] = d.get("n", 0) + 1
# CHECK-NEXT: 20
print(d["n"])


class Bag:
    pass


bag = Bag()
for e in range(20):
    p = p + 1
    if hasattr(bag, "x"):
        bag.x = bag.x + 1
    else:
        bag.x = 10
    if not hasattr(bag, "items"):
        bag.items = []
    bag.items.append(p)
# CHECK-NEXT: 29 20
print(bag.x, len(bag.items))
for e in range(20):
    p = p + 1
    try:
        z += 1
    except NameError:
        z = p
# CHECK-NEXT: 73.0 73.0
print(z, p)
