# Small classes as programs have them: vectors, fractions, stacks, matrices, units, trees.
# RUN: cjaxc run --interpret %s | diff %S/own_types.out -

print("== a vector")
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return self.x * k.x + self.y * k.y if isinstance(k, Vec) else Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return Vec(-self.x, -self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __eq__(self, o): return isinstance(o, Vec) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): yield self.x; yield self.y
    def __repr__(self): return f"Vec({self.x!r}, {self.y!r})"
    def __bool__(self): return bool(self.x or self.y)
    def __format__(self, spec): return f"<{self.x:{spec}}, {self.y:{spec}}>"
    def __getitem__(self, i): return (self.x, self.y)[i]
v, w = Vec(3, 4), Vec(1, -1)
print(v + w, v - w, v * 2, 2 * v, v * w, -v, abs(v), v == Vec(3, 4), v != w, {v: 1}[Vec(3, 4)], list(v), bool(Vec(0, 0)), f"{v:.1f}", v[1])
x, y = v
print(x, y, sum([v, w], Vec(0, 0)), max([v, w], key=abs), sorted([v, w], key=abs), [*w])

print("== a fraction")
from math import gcd
class Q:
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError(f"Q({n}, 0)")
        g = gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g
    def _of(f):
        def op(self, o):
            if isinstance(o, int): o = Q(o)
            if not isinstance(o, Q): return NotImplemented
            return f(self, o)
        return op
    __add__ = __radd__ = _of(lambda a, b: Q(a.n * b.d + b.n * a.d, a.d * b.d))
    __mul__ = __rmul__ = _of(lambda a, b: Q(a.n * b.n, a.d * b.d))
    __sub__ = _of(lambda a, b: a + b * -1)
    __rsub__ = _of(lambda a, b: b - a)
    __truediv__ = _of(lambda a, b: Q(a.n * b.d, a.d * b.n))
    __rtruediv__ = _of(lambda a, b: b / a)
    __eq__ = _of(lambda a, b: (a.n, a.d) == (b.n, b.d))
    __lt__ = _of(lambda a, b: a.n * b.d < b.n * a.d)
    def __pow__(self, k): return Q(self.n ** k, self.d ** k) if k >= 0 else 1 / self ** -k
    def __float__(self): return self.n / self.d
    def __str__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
    __repr__ = __str__
    del _of
print(Q(1, 2) + Q(1, 3), 1 - Q(1, 3), Q(2, -4), 3 / Q(1, 2), Q(1, 2) ** -3, Q(4, 2) == 2, Q(1, 2) < 1, float(Q(1, 8)), sum([Q(1, 2), Q(1, 3)]))
for f in (lambda: Q(1, 0), lambda: Q(1) + 0.5, lambda: Q(1) / 0, lambda: Q(1) < "a"):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(sorted([Q(1, 2), Q(1, 3), Q(2, 3)]))

print("== a polynomial")
class Poly:
    def __init__(self, *c):
        c = list(c)
        while c and c[-1] == 0: c.pop()
        self.c = c
    def __call__(self, x):
        r = 0
        for a in reversed(self.c): r = r * x + a
        return r
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        get = lambda p, i: p.c[i] if i < len(p.c) else 0
        return Poly(*(get(self, i) + get(o, i) for i in range(n)))
    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): out[i + j] += a * b
        return Poly(*out)
    def __str__(self):
        return " + ".join(f"{a}" if i == 0 else f"{a}x" if i == 1 else f"{a}x^{i}" for i, a in enumerate(self.c) if a) or "0"
p = Poly(1, 2) * Poly(-1, 0, 3) + Poly(5)
print(p, p(2), p(0.5), Poly(), (Poly(1, 1) * Poly(1, -1)).c)

print("== a stack and a linked list")
class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
class Stack:
    def __init__(self, it=()):
        self.head, self.n = None, 0
        for v in it: self.push(v)
    def push(self, v): self.head, self.n = Node(v, self.head), self.n + 1
    def pop(self):
        if self.head is None: raise IndexError("pop from an empty Stack")
        v, self.head, self.n = self.head.v, self.head.next, self.n - 1
        return v
    def __len__(self): return self.n
    def __iter__(self):
        k = self.head
        while k:
            yield k.v
            k = k.next
    def __contains__(self, v): return any(u == v for u in self)
    def __repr__(self): return f"Stack({list(self)})"
s = Stack("abc")
print(s, len(s), s.pop(), "a" in s, "z" in s, list(s), bool(s), bool(Stack()))
try: Stack().pop()
except IndexError as e: print(e)

print("== a binary tree")
class Tree:
    def __init__(self, key, left=None, right=None): self.key, self.left, self.right = key, left, right
    def insert(self, k):
        side = "left" if k < self.key else "right"
        sub = getattr(self, side)
        if sub: sub.insert(k)
        else: setattr(self, side, Tree(k))
        return self
    def __iter__(self):
        if self.left: yield from self.left
        yield self.key
        if self.right: yield from self.right
    @property
    def depth(self): return 1 + max(self.left.depth if self.left else 0, self.right.depth if self.right else 0)
t = Tree(5)
for k in (3, 8, 1, 4, 9, 7): t.insert(k)
print(list(t), t.depth, sum(t), 4 in t)

print("== a matrix with tuple indices")
class Mat:
    def __init__(self, r, c, f=lambda i, j: 0): self.r, self.c, self.d = r, c, [[f(i, j) for j in range(c)] for i in range(r)]
    def __getitem__(self, k): return self.d[k[0]][k[1]] if isinstance(k, tuple) else self.d[k]
    def __setitem__(self, k, v): self.d[k[0]][k[1]] = v
    def __matmul__(self, o): return Mat(self.r, o.c, lambda i, j: sum(self[i, k] * o[k, j] for k in range(self.c)))
    def __eq__(self, o): return self.d == o.d
    @property
    def T(self): return Mat(self.c, self.r, lambda i, j: self[j, i])
    @classmethod
    def eye(cls, n): return cls(n, n, lambda i, j: int(i == j))
m = Mat(2, 3, lambda i, j: i * 3 + j)
m[0, 0] = 9
m[1, 2] += 1
print(m.d, m.T.d, (m @ m.T).d, m @ Mat.eye(3) == m, m[1])

print("== a bank with exceptions and a log")
class Broke(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need, self.have = need, have
class Account:
    count = 0
    def __init__(self, owner, money=0):
        type(self).count += 1
        self.owner, self.money, self.log = owner, money, []
    def take(self, n):
        if n > self.money: raise Broke(n, self.money)
        self.money -= n
        self.log.append(-n)
    def give(self, n, to):
        self.take(n)
        to.money += n
a, b = Account("a", 10), Account("b")
a.give(4, b)
try: b.give(5, a)
except Broke as e: print(e, e.need - e.have)
print(a.money, b.money, a.log, Account.count)
