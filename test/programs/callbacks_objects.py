# Callbacks that change objects of the program: what JAX calls on the host runs beside the program here.
import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.experimental import io_callback

losses, seen = [], {}


@jax.jit
def step(w, x):
    def loss(w):
        l = jnp.mean((x @ w - 1.0) ** 2)
        jax.debug.callback(lambda v: losses.append(float(v)), l)
        return l
    return w - 0.1 * jax.grad(loss)(w)


w = jnp.zeros(2)
for i in range(20):
    w = step(w, jnp.ones((3, 2)) * (1 + i % 2))
print(len(losses), [round(v, 4) for v in losses[:5]], w)


class History:
    def __init__(self):
        self.rows, self.best = [], float("inf")

    def add(self, i, v):
        self.rows.append((int(i), float(v)))
        self.best = min(self.best, float(v))


history = History()


@jax.jit
def run(x0):
    def body(i, x):
        x = jnp.where(i % 3 == 0, x * 0.5, x * 1.1)
        lax.cond(i % 2 == 0, lambda: jax.debug.callback(history.add, i, x, ordered=True), lambda: None)
        return x
    return lax.fori_loop(0, 30, body, x0)


print(run(8.0))
jax.effects_barrier()
print(len(history.rows), history.rows[:3], round(history.best, 4))


def host_count(x):
    seen[int(x)] = seen.get(int(x), 0) + 1
    return np.int32(len(seen))


def scan_body(c, x):
    n = io_callback(host_count, jax.ShapeDtypeStruct((), jnp.int32), x, ordered=True)
    return c + n, n * 10


total, ns = lax.scan(scan_body, 0, jnp.array([3, 1, 3, 2, 1]))
print(total, ns, seen)
out = lax.while_loop(lambda c: c < 100.0, lambda c: (io_callback(lambda v: losses.append(v.item()), None, c), c * 2.0)[1], 3)
print(out, losses[-2:], len(losses))
trace = []
print(jax.jit(lambda i, x: lax.switch(i, [lambda x: x + 1, lambda x: (jax.debug.callback(lambda v: trace.append("one"), x), x * 2)[1]], x))(1, 5.0), trace)


def generator(shape, seed=[0]):
    seed[0] += 1
    return np.full(shape, seed[0], np.float32)


draw = jax.jit(lambda n: io_callback(lambda: generator((n,)), jax.ShapeDtypeStruct((n,), jnp.float32)), static_argnums=0)
print(draw(2), draw(3))
