# Outside of loops that are staged, indices, keys and comparisons that can be known are: the loop over s is unrolled
# (its list has other items each time), and what it does to a set and a dict with them works.
# RUN: cjaxc --explain-loops %s -o %t 2>&1 | FileCheck %s --check-prefix=WHY
# RUN: %t | FileCheck %s
import numpy as np

moves, rng = {0: (0, 1), 1: (1, 0)}, np.random.RandomState(1)
seen, spot, log = set(), (0, 0), {}
# WHY: walk_unrolled.py:[[#@LINE+1]]:10: note: this loop is unrolled
for s in range(12):
    dr, dc = moves[int(rng.randint(2))]
    spot = ((spot[0] + dr) % 3, (spot[1] + dc) % 3)
    if spot in seen:
        log[spot] = log.get(spot, 0) + 1
    seen.add(spot)
    if spot == (0, 0):
        seen.clear()
# CHECK{LITERAL}: [(0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)] {(2, 2): 1, (0, 2): 1, (1, 2): 1, (1, 0): 1, (2, 1): 1}
print(sorted(seen), log)
