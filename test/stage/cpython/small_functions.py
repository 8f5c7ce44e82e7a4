# Small functions as programs have them, one a snippet.
# RUN: cjaxc run --interpret %s | diff %S/small_functions.out -

print("== clamp and lerp")
clamp = lambda x, lo=0.0, hi=1.0: max(lo, min(hi, x))
print([clamp(x) for x in (-1, 0.5, 2)], [a + (b - a) * t for a, b, t in [(0, 10, 0.25), (5, -5, 0.5)]])
print("== chunks")
def chunks(xs, n): return [xs[i:i + n] for i in range(0, len(xs), n)]
print(chunks(list(range(7)), 3), chunks("abcdef", 2), chunks([], 2))
print("== windows")
def windows(xs, n): return list(zip(*[xs[i:] for i in range(n)]))
print(windows([1, 2, 3, 4], 2), windows("abcd", 3))
print("== flatten a tree")
def leaves(t): return [x for v in t.values() for x in (leaves(v) if isinstance(v, dict) else [v])]
print(leaves({"a": 1, "b": {"c": 2, "d": {"e": 3}}}))
print("== map a tree")
def tmap(f, t):
    if isinstance(t, dict): return {k: tmap(f, v) for k, v in t.items()}
    if isinstance(t, (list, tuple)): return type(t)(tmap(f, v) for v in t)
    return f(t)
print(tmap(lambda x: x * 2, {"w": [1, 2], "b": (3, {"c": 4})}))
print("== a moving average")
def moving(xs, n): return [round(sum(xs[max(0, i - n + 1):i + 1]) / min(n, i + 1), 3) for i in range(len(xs))]
print(moving([1, 2, 3, 4, 5], 3))
print("== schedules")
def warmup(step, peak=0.1, warm=4, total=10): return peak * step / warm if step < warm else peak * (total - step) / (total - warm)
print([f"{warmup(s):.4f}" for s in range(0, 11, 2)])
print("== a table")
rows = [("name", "loss", "n"), ("a", 0.12345, 3), ("long name", 12.5, 100)]
for r in rows: print(" | ".join(f"{c:<10}" if isinstance(c, str) else f"{c:>10.3f}" if isinstance(c, float) else f"{c:>10d}" for c in r))
print("== a progress bar")
for i in (0, 3, 10): print(f"[{'#' * i:<10}] {i * 10:>3}%")
print("== counting and grouping")
from collections import Counter, defaultdict
d = defaultdict(list)
for w in "one two three four five".split(): d[len(w)].append(w)
print(dict(d), Counter(len(w) for w in "a bb cc d".split()).most_common())
print("== configuration by keywords")
def config(**kw):
    base = {"lr": 0.1, "steps": 10, "layers": (2, 3)}
    unknown = set(kw) - set(base)
    if unknown: raise TypeError(f"unknown: {', '.join(sorted(unknown))}")
    return {**base, **kw}
print(config(lr=1), config(steps=2)["layers"])
try: config(rate=1, z=2)
except TypeError as e: print(e)
print("== a timer that counts")
class Calls:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
sq = Calls(lambda x: x * x)
print(sum(map(sq, range(5))), sq.n)
print("== a registry")
registry = {}
def register(name):
    def add(f):
        registry[name] = f
        return f
    return add
@register("relu")
def relu(x): return max(x, 0)
@register("id")
def same(x): return x
print({k: [f(-1), f(2)] for k, f in registry.items()})
print("== string building")
def table(n): return "\n".join(" ".join(f"{i * j:3}" for j in range(1, n + 1)) for i in range(1, n + 1))
print(table(3))
print("== dates as numbers")
def leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
print([y for y in (1900, 2000, 2023, 2024) if leap(y)], sum(366 if leap(y) else 365 for y in range(2000, 2010)))
print("== matrices as lists")
def mul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def power(m, n): return m if n == 1 else mul(power(m, n - 1), m)
print(power([[1, 1], [1, 0]], 10), mul([[1, 2]], [[3], [4]]))
print("== binary search and bisection")
def search(xs, v):
    lo, hi = 0, len(xs)
    while lo < hi:
        mid = (lo + hi) // 2
        lo, hi = (mid + 1, hi) if xs[mid] < v else (lo, mid)
    return lo
def bisect(f, a, b):
    for _ in range(60):
        m = (a + b) / 2
        a, b = (m, b) if f(a) * f(m) > 0 else (a, m)
    return a
print(search([1, 3, 5, 7], 5), search([1, 3], 9), f"{bisect(lambda x: x ** 3 - 2, 0, 2):.10f}")
print("== a simple state machine")
state, log = "idle", []
for event in ["start", "pause", "start", "stop", "bad"]:
    match state, event:
        case ("idle", "start") | ("paused", "start"): state = "running"
        case "running", ("pause" | "stop") as e: state = {"pause": "paused", "stop": "idle"}[e]
        case s, e: log.append(f"{e} in {s}")
    log.append(state)
print(log)
print("== random walks by a hand-made generator")
def rnd(seed):
    while True:
        seed = seed * 1103515245 + 12345 & 0x7fffffff
        yield seed >> 16
g, pos = rnd(1), 0
path = [pos := pos + (1 if next(g) % 2 else -1) for _ in range(12)]
print(path)
print("== json-like printing")
def show(v, indent=0):
    pad = "  " * indent
    if isinstance(v, dict):
        for k, x in v.items():
            if isinstance(x, (dict, list)): print(f"{pad}{k}:"); show(x, indent + 1)
            else: print(f"{pad}{k}: {x!r}")
    elif isinstance(v, list):
        for x in v: print(f"{pad}- {x}")
show({"a": 1, "b": {"c": [1, 2], "d": "x"}, "e": None})
