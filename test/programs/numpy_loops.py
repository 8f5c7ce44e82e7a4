# NumPy arrays that loops write to, through views too.
# jax: 0.10.2
import numpy as np
import jax, jax.numpy as jnp

n = 40
dp = np.zeros((n + 1, n + 1), dtype=np.int64)
for i in range(1, n + 1):
    prev, cur = dp[i - 1], dp[i]
    for j in range(1, n + 1):
        cur[j] = max(prev[j], cur[j - 1]) + (i * j) % 3
print(dp[-1, -1], dp.sum())

grid = np.zeros((12, 12))
inner = grid[1:-1, 1:-1]
for k in range(30):
    inner += k
    inner[0] -= 1
print(grid.sum(), inner.sum(), grid[1, :3])

x = np.arange(10.0)
half = x[:5]
for k in range(20):
    if x[0] < 50:
        half *= 1.5
        x[0] += 1
    else:
        half[1:] -= 1
print(np.round(x, 3), np.round(half, 3))

m = 0
a = np.array([3, 1, 2, 5, 4])
for i in range(len(a)):
    for j in range(len(a) - 1 - i):
        if a[j] > a[j + 1]:
            a[j], a[j + 1] = a[j + 1], a[j]
            m += 1
print(a, m)
sieve = np.ones(60, dtype=bool)
sieve[:2] = False
for i in range(2, 8):
    if sieve[i]:
        sieve[i * i::i] = False
print(np.nonzero(sieve)[0], sieve.sum())

hist = np.zeros(5, dtype=int)
for v in [0, 1, 1, 3, 3, 3]:
    hist[v] += 1
print(hist)

class Buf:
    def __init__(self, n):
        self.data = np.zeros((n, 2))
        self.at = 0
    def push(self, v):
        self.data[self.at] = v
        self.at = (self.at + 1) % len(self.data)
b = Buf(4)
for i in range(10):
    b.push([i, i * i])
print(b.data, b.at)

@jax.jit
def f(x):
    w = np.zeros(3)
    w[1] = 2
    v = w[1:]
    v += 1
    return x * w
print(f(jnp.ones(3)))
y = np.linspace(0, 1, 5)
y[y < 0.5] *= -1
print(y)
i = int(x[3] * 0) + 2
y[i] = 9
print(y, y[i:].sum())
w = np.array([[1., 2.], [3., 4.]])
for r in w:
    r /= r.sum()
print(w)
for _ in range(12):
    w = w @ w / np.trace(w)
    w[0, 0] += 0.1
print(np.round(w, 4))
