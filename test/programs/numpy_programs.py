# Programs as people write them with numpy.random: minibatches, draws under jit and grad, loops, classes.
# jax: 0.10.2
import numpy as np
import jax
import jax.numpy as jnp

rng = np.random.default_rng(0)
X = rng.normal(size=(64, 3)).astype(np.float32)
true_w = np.array([1.0, -2.0, 0.5], dtype=np.float32)
y = X @ true_w + 0.1 * rng.normal(size=64).astype(np.float32)
print(X.shape, X.dtype, y.dtype, X[0])

def loss(w, xb, yb):
    return jnp.mean((xb @ w - yb) ** 2)

step = jax.jit(lambda w, xb, yb: w - 0.1 * jax.grad(loss)(w, xb, yb))
w = jnp.zeros(3)
for epoch in range(10):
    perm = rng.permutation(len(X))
    for s in range(0, len(X), 16):
        idx = perm[s:s + 16]
        w = step(w, X[idx], y[idx])
    if epoch % 3 == 0:
        print(epoch, f"{float(loss(w, X, y)):.5f}")
print(np.round(np.asarray(w), 3))

np.random.seed(42)
def noisy(x):
    return x + np.random.normal()
f = jax.jit(noisy)
print(f(1.0), f(1.0), noisy(1.0))
g = jax.grad(lambda x: x * np.random.rand())
print(g(1.0), g(1.0), np.random.rand())
print(jax.vmap(lambda x: x + np.random.randint(10))(jnp.arange(3)))
total = 0.0
for i in range(200):
    u = np.random.rand()
    if u > 0.5:
        total += u
    else:
        total -= np.random.uniform(0, 1)
print(f"{total:.10f}")
# Monte Carlo pi
pts = np.random.uniform(-1, 1, (10000, 2))
inside = (pts ** 2).sum(axis=1) <= 1
print(4 * inside.mean(), np.count_nonzero(inside))
# random walk
steps = np.where(np.random.rand(1000) < 0.5, -1, 1)
walk = np.cumsum(steps)
print(walk.min(), walk.max(), walk[-1], np.abs(walk).mean())
# histogram text
counts, edges = np.histogram(np.random.randn(1000), bins=5, range=(-3, 3))
for c, lo, hi in zip(counts, edges[:-1], edges[1:]):
    print(f"{lo:5.2f} .. {hi:5.2f} {'#' * (int(c) // 20)} {c}")
class Data:
    def __init__(self, n, seed=0):
        self.rng = np.random.RandomState(seed)
        self.n = n
    def batch(self):
        return self.rng.randn(self.n, 2), self.rng.randint(0, 3, size=self.n)
d = Data(4)
for _ in range(3):
    xb, yb = d.batch()
print(xb, yb)
one = np.eye(3)[yb]
print(one, one.argmax(axis=1))
acc = {"a": np.zeros(2)}
for i in range(12):
    acc["a"][i % 2] += np.random.rand() > 2
    acc["a"] += i
print(acc)
order = np.argsort(np.random.rand(6))
print(order, sorted(order.tolist()))
k = jax.random.key(int(np.random.randint(0, 1000)))
print(jax.random.uniform(k))
idx = np.random.choice(10, size=3, replace=False)
print(idx, [int(i) for i in idx])
mask = np.random.rand(5) > 0.3
vals = np.arange(5.0)
vals[~mask] = np.nan
print(np.nanmean(vals), mask.sum())
M = np.random.rand(3, 3)
M = (M + M.T) / 2
np.fill_diagonal(M, 1.0)
print(np.linalg.eigvalsh(M), M)
np.testing.assert_allclose(M, M.T)
np.testing.assert_array_equal(np.arange(3), jnp.arange(3))
