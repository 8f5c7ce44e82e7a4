# Statements in all their nestings: loops with else, break through try and with, del, pass, chained effects.
# RUN: cjaxc run --interpret %s | diff %S/control_flow.out -

print("== while and for with else")
def find(xs, x):
    for i, v in enumerate(xs):
        if v == x: break
    else: return "absent"
    return i
print(find("abc", "b"), find("abc", "z"), find("", "z"))
n = 0
while n < 3: n += 1
else: print("while else", n)
while True:
    n -= 1
    if n == 0: break
else: print("never")
print(n)

print("== nested loops")
out = []
for i in range(4):
    for j in range(4):
        if j == i: continue
        if i + j > 4: break
        out.append((i, j))
    else:
        out.append(i)
        continue
    out.append("broke")
print(out)

print("== while with a walrus and continue")
data = [1, 2, 0, 3, -1, 4]
total, k = 0, 0
while (v := data[k]) >= 0:
    k += 1
    if not v: continue
    total += v
print(total, k, v)

print("== break through try and finally in nested loops")
log = []
for i in range(3):
    try:
        for j in range(3):
            try:
                if j == 1: continue
                if i == 1: break
                log.append((i, j))
            finally: log.append(f"f{i}{j}")
        else: log.append("else")
    finally:
        if i == 2: log.append("last")
print(log)

print("== return from nested finally and with")
class Cm:
    def __init__(self, n): self.n = n
    def __enter__(self): return self.n
    def __exit__(self, *a): print("exit", self.n)
def deep():
    with Cm(1) as a:
        for b in range(3):
            with Cm(b + 10):
                try:
                    if b == 1: return a, b
                finally: print("finally", b)
    return "end"
print(deep())

print("== if, elif, else")
def grade(x):
    if x >= 90: return "A"
    elif x >= 80: return "B"
    elif x >= 70:
        if x > 75: return "C+"
        return "C"
    else: return "F"
print([grade(x) for x in (95, 85, 77, 70, 3)])

print("== del of names, items, attributes, tuples of them")
a = b = 1
class O: pass
o = O()
o.x, o.l = 1, [1, 2, 3]
del a, (b, o.x), o.l[0]
print(o.l, hasattr(o, "x"))
try:
    a
except NameError as e: print(e)

print("== iteration protocol in for")
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self):
        n = self.n
        while n:
            yield n
            n -= 1
for a, b in zip(Countdown(3), Countdown(5)): print(a, b, end="; ")
print()
try:
    for x in 5: pass
except TypeError as e: print(e)
it = iter([1, 2, 3, 4])
for x in it: print(x, next(it), end="; ")
print()
print(list(iter(lambda s=iter("abcSTOPd"): next(s), "S")))

print("== an error in the middle of a loop")
res = []
for x in ["1", "two", "3", None]:
    try: res.append(int(x))
    except ValueError as e: res.append(str(e))
    except TypeError: res.append("type"); break
    else: res.append("ok")
print(res)

print("== evaluation order in calls, subscripts, comparisons, dicts")
log = []
def t(x):
    log.append(x)
    return x
[t(1), t(2)][t(0)]
t("a") + t("b") * t("c") if False else None
{t(3): t(4)}
t(5) if t(6) else t(7)
x = [0, 0]
x[t(1)] = t(9)
(t(1) < t(2) < t(0)) == t(False)
print(log)

print("== one-line bodies, semicolons, nested conditionals")
if 1: a = 1; b = 2
for i in range(2): a += i; b *= 2
print(a, b, "x" if a else "y" if b else "z", [p if p else q if q else "none" for p, q in ((1, 0), (0, 2), (0, 0))])
class E: pass
def g(): ...
print(g(), (lambda: None)())

print("== recursion with memo and accumulators")
def paths(r, c, memo={}):
    if r == 0 or c == 0: return 1
    if (r, c) not in memo: memo[r, c] = paths(r - 1, c) + paths(r, c - 1)
    return memo[r, c]
print(paths(10, 10), paths(16, 16))
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
print(hanoi(3), len(hanoi(8)))
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3))

print("== RecursionError")
def forever(n): return forever(n + 1)
try:
    forever(0)
except RecursionError as e: print(str(e).startswith("maximum recursion depth exceeded"))
