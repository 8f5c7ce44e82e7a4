# Objects, named tuples and histories carried by rolled loops; loops that stay unrolled.
import jax, jax.numpy as jnp
from dataclasses import dataclass, replace
from typing import NamedTuple
class State(NamedTuple):
    x: jax.Array
    v: jax.Array
    t: float = 0.0
@dataclass
class Config:
    lr: float = 0.1
    decay: float = 0.9
class SGD:
    def __init__(self, config):
        self.config = config
        self.m = None
        self.steps = 0
    def update(self, p, g):
        if self.m is None:
            self.m = jax.tree.map(jnp.zeros_like, p)
        self.m = jax.tree.map(lambda m, d: self.config.decay * m + d, self.m, g)
        self.steps += 1
        return jax.tree.map(lambda a, m: a - self.config.lr * m, p, self.m)
s = State(jnp.array([1.0, 0.0]), jnp.array([0.0, 1.0]))
for i in range(100):
    a = -s.x
    v = s.v + 0.01 * a
    s = s._replace(x=s.x + 0.01 * v, v=v, t=s.t + 0.01)
print(s.x, s.v, f"{s.t:.2f}")
opt = SGD(Config())
p = {"w": jnp.ones(2), "b": jnp.zeros(())}
loss = lambda p: jnp.sum((p["w"] * 3 + p["b"] - 1) ** 2)
for epoch in range(40):
    l, g = jax.value_and_grad(loss)(p)
    p = opt.update(p, g)
    if epoch % 10 == 0 or epoch == 39:
        print(f"epoch {epoch} loss {l:.6f} |g| {jnp.sqrt(sum(jnp.sum(v**2) for v in jax.tree.leaves(g))):.4f}")
print(p, opt.steps)
history = {"loss": [], "acc": []}
w = jnp.zeros(3)
for epoch in range(15):
    w = w + 0.1
    history["loss"].append(jnp.sum(w))
    history["acc"].append(float(w[0]) > 0.75)
print(history["loss"][-1], sum(history["acc"]), len(history["acc"]))
best = jnp.inf
patience = 0
x = jnp.array(5.0)
for step in range(200):
    x = x - 0.1 * jax.grad(lambda z: (z - 1) ** 2)(x)
    l = (x - 1) ** 2
    if l < best - 1e-4:
        best = l
        patience = 0
    else:
        patience += 1
    if patience >= 5:
        print(f"stop at {step}, best {best:.6f}")
        break
def count_calls(f):
    calls = 0
    def wrapped(*a):
        nonlocal calls
        calls += 1
        return f(*a)
    wrapped.calls = lambda: calls
    return wrapped
@count_calls
def area(r): return 3.14 * r * r
t = jnp.array(0.0)
for r in range(1, 12):
    t = t + area(jnp.float32(r))
print(t, area.calls())
for i in range(10):
    try:
        if i == 7: raise KeyError("seven")
        t = t + 1
    except KeyError as e:
        print("caught", e)
print(t)
def gen(n):
    x = jnp.array(1.0)
    for i in range(n):
        x = x * 1.5
        yield i, x
for i, y in gen(9):
    t = t + y
print(t, i)
total = sum(jnp.sum(x * i) for i in range(10))
print(total)
acc = [0.0] * 3
for i in range(30):
    acc[i % 3] += float(jnp.sin(i))
print(["%.4f" % a for a in acc])
