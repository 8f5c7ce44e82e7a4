# Short programs: algorithms on numbers, texts and containers.
# RUN: cjaxc run --interpret %s | diff %S/programs.out -

print("== sieve and factors")
def sieve(n):
    ok = [True] * (n + 1)
    ok[:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if ok[i]: ok[i * i::i] = [False] * len(ok[i * i::i])
    return [i for i, v in enumerate(ok) if v]
def factors(n, p=2):
    while n > 1:
        if n % p == 0:
            yield p
            n //= p
        else: p += 1
print(sieve(50), list(factors(360360)), list(factors(2 ** 31 - 1 - 2 ** 31 + 97)))

print("== gcd, modular power, Newton's square root of large ints")
def g(a, b): return a if b == 0 else g(b, a % b)
def isqrt(n):
    x = n
    while (y := (x + n // x) // 2) < x: x = y
    return x
print(g(1071, 462), pow(7, 10 ** 20, 1000007), isqrt(10 ** 40), isqrt(2 * 10 ** 30))

print("== sorting by hand")
def quick(a): return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])
def merge(a):
    if len(a) < 2: return a
    l, r, out = merge(a[:len(a) // 2]), merge(a[len(a) // 2:]), []
    while l and r: out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        v, j = a[i], i
        while j and a[j - 1] > v:
            a[j] = a[j - 1]
            j -= 1
        a[j] = v
    return a
d = [(i * 7919) % 101 for i in range(30)]
print(quick(d) == merge(d) == insertion(d) == sorted(d), quick(d)[:5], merge(list("python")))

print("== a linear generator, statistics, a histogram")
def lcg(seed):
    while True:
        seed = (1664525 * seed + 1013904223) % 2 ** 32
        yield seed / 2 ** 32
r = lcg(42)
xs = [next(r) for _ in range(1000)]
mean = sum(xs) / len(xs)
var = sum((x - mean) ** 2 for x in xs) / (len(xs) - 1)
print(f"{mean:.6f} {var:.6f} {min(xs):.4f} {max(xs):.4f}")
bins = [0] * 10
for x in xs: bins[int(x * 10)] += 1
print(bins, sum(bins))

print("== words")
text = "the quick brown fox jumps over the lazy dog the fox"
freq = {}
for w in text.split(): freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:3]: print(f"{w:<6}{n:>3}")
print(" ".join(w[::-1].title() for w in text.split()[:4]), "".join(chr((ord(c) - 97 + 13) % 26 + 97) if c.isalpha() else c for c in text[:9]))

print("== roman numerals and bases")
def roman(n):
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        while n >= v: out, n = out + s, n - v
    return out
def base(n, b): return (base(n // b, b) if n >= b else "") + "0123456789abcdef"[n % b]
print([roman(n) for n in (4, 1994, 2026)], base(255, 16), base(10, 2), int(base(12345, 7), 7))

print("== parsing and evaluating expressions")
def tokens(s):
    i = 0
    while i < len(s):
        if s[i].isdigit():
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."): j += 1
            yield float(s[i:j]) if "." in s[i:j] else int(s[i:j])
            i = j
            continue
        if not s[i].isspace(): yield s[i]
        i += 1
class Parser:
    def __init__(self, s): self.t = [*tokens(s), None]
    def take(self): return self.t.pop(0)
    def expr(self):
        v = self.term()
        while self.t[0] in ("+", "-"): v = v + self.term() if self.take() == "+" else v - self.term()
        return v
    def term(self):
        v = self.atom()
        while self.t[0] in ("*", "/"): v = v * self.atom() if self.take() == "*" else v / self.atom()
        return v
    def atom(self):
        t = self.take()
        if t == "(":
            v = self.expr()
            if self.take() != ")": raise SyntaxError("missing )")
            return v
        if t == "-": return -self.atom()
        if not isinstance(t, (int, float)): raise SyntaxError(f"unexpected {t!r}")
        return t
for s in ("1 + 2 * 3", "(1 + 2) * 3 - 4 / 2", "-(2.5 * 2)", "(1", "2 +", "7 / 0"):
    try: print(s, "=", Parser(s).expr())
    except (SyntaxError, ZeroDivisionError) as e: print(s, "->", type(e).__name__, e)

print("== breadth first and shortest paths")
graph = {"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}
def bfs(s):
    seen, q = {s: 0}, [s]
    for u in q:
        for v in graph[u]:
            if v not in seen: seen[v] = seen[u] + 1; q.append(v)
    return seen
def dijkstra(s):
    dist, todo = {s: 0}, {s}
    while todo:
        u = min(todo, key=dist.get)
        todo.remove(u)
        for v, w in graph[u].items():
            if dist[u] + w < dist.get(v, float("inf")):
                dist[v] = dist[u] + w
                todo.add(v)
    return dist
print(bfs("a"), dijkstra("a"))

print("== queens, permutations, subsets, coins")
def queens(n, row=0, cols=()):
    if row == n: yield cols
    for c in range(n):
        if all(c != k and abs(c - k) != row - r for r, k in enumerate(cols)): yield from queens(n, row + 1, cols + (c,))
def subsets(s): return [[]] if not s else (t := subsets(s[1:])) + [[s[0]] + u for u in t]
def coins(n, kinds): return 1 if n == 0 else 0 if n < 0 or not kinds else coins(n - kinds[0], kinds) + coins(n, kinds[1:])
print(next(queens(6)), len(list(queens(6))), subsets([1, 2, 3]), coins(50, [25, 10, 5, 1]))

print("== game of life on a set")
cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4):
    near = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: near[x + dx, y + dy] = near.get((x + dx, y + dy), 0) + 1
    cells = {p for p, n in near.items() if n == 3 or n == 2 and p in cells}
print(sorted(cells))

print("== edit distance and longest common subsequence")
def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1): prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]
def lcs(a, b):
    if not a or not b: return ""
    if a[0] == b[0]: return a[0] + lcs(a[1:], b[1:])
    return max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
print(edit("kitten", "sitting"), edit("", "abc"), lcs("abcbdab", "bdcaba"))

print("== numerical integration and Newton")
import math
def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * sum((1 if i in (0, n) else 4 if i % 2 else 2) * f(a + i * h) for i in range(n + 1))
def newton(f, df, x):
    for _ in range(50):
        step = f(x) / df(x)
        x -= step
        if abs(step) < 1e-14: break
    return x
print(f"{simpson(math.sin, 0, math.pi):.10f} {newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0):.12f} {simpson(lambda x: x ** 3, 0, 2)}")

print("== run lengths, anagrams, a caesar cipher, palindromes")
def rle(s):
    out = []
    for c in s:
        if out and out[-1][0] == c: out[-1][1] += 1
        else: out.append([c, 1])
    return "".join(f"{c}{n}" if n > 1 else c for c, n in out)
groups = {}
for w in ("tea", "eat", "tan", "ate", "nat", "bat"): groups.setdefault("".join(sorted(w)), []).append(w)
print(rle("aaabccd"), list(groups.values()), [s for s in ("level", "abc", "Noon") if s.lower() == s.lower()[::-1]])
