"""Donated arguments: what is deleted, uses of it, and loops that donate."""
# modes: interp O3
import functools
import jax, jax.numpy as jnp
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split('\n')[0][:200])
def dead():
    x = jnp.ones(3)
    jax.jit(lambda x: x + 1, donate_argnums=0)(x)
    return x
x = dead()
for f in [lambda: x + 1, lambda: jnp.sin(x), lambda: x.sum(), lambda: jnp.dot(x, x), lambda: x[0], lambda: jax.jit(lambda y: y)(x), lambda: jax.grad(lambda y: y.sum())(x), lambda: float(x[0]), lambda: x.at[0].set(1), lambda: print(x), lambda: f"{x}", lambda: repr(x), lambda: x.T, lambda: jnp.asarray(x), lambda: jnp.array(x), lambda: x.dtype, lambda: len(x), lambda: x.tolist(), lambda: jax.lax.add(x, x), lambda: list(x), lambda: jax.tree.map(lambda a: a, x), lambda: [x][0].shape, lambda: jnp.stack([x]), lambda: x == x, lambda: -x, lambda: jax.vmap(lambda a: a)(x), lambda: jax.lax.scan(lambda c, a: (c, a), 0, x), lambda: bool(x is x), lambda: x.is_deleted(), lambda: x.astype(int), lambda: jnp.zeros_like(x)]:
    show(f)
p = {'w': jnp.ones(2), 'b': jnp.zeros(2)}
g = jax.jit(lambda p, x: ({'w': p['w'] + x, 'b': p['b']}, x), donate_argnums=0)
q, _ = g(p, 1.)
print(p['w'].is_deleted(), p['b'].is_deleted())
h = jax.jit(lambda a, b: a + b, donate_argnums=(0, 1))
a, b = jnp.ones(2), jnp.ones(2)
h(a, b); print(a.is_deleted(), b.is_deleted())
a = jnp.ones(2)
h(a, a) if False else None
k = jax.jit(lambda a: a.astype(jnp.int32), donate_argnums=0)
a = jnp.ones(2); k(a); print(a.is_deleted())
k = jax.jit(lambda a: a.reshape(2, 1), donate_argnums=0)
a = jnp.ones(2); k(a); print(a.is_deleted())
k = jax.jit(lambda a: 1, donate_argnums=0)
a = jnp.ones(2); k(a); print(a.is_deleted())
k = jax.jit(lambda a: jnp.ones(2), donate_argnums=0)
a = jnp.ones(2); k(a); print(a.is_deleted())
@functools.partial(jax.jit, donate_argnums=(0, 1))
def step(params, opt, x):
    g = jax.grad(lambda p: ((p['w'] * x + p['b']) ** 2).sum())(params)
    opt = jax.tree.map(lambda m, g: 0.9 * m + g, opt, g)
    return jax.tree.map(lambda p, m: p - 0.01 * m, params, opt), opt
params = {'w': jnp.ones(3), 'b': jnp.zeros(3)}
opt = jax.tree.map(jnp.zeros_like, params)
for i in range(20):
    params, opt = step(params, opt, jnp.arange(3.) + i)
    if i % 5 == 0:
        print(i, params['w'])
print(params, opt)
history = []
state = jnp.zeros(2)
inc = jax.jit(lambda s: s + 1, donate_argnums=0)
while float(state[0]) < 5:
    state = inc(state)
    history.append(float(state.sum()))
print(history, state)
init = jnp.ones(2)
cp = jnp.array(init)
inc(cp)
print(init, init is jnp.asarray(init), cp.is_deleted(), init.is_deleted())
cp = jnp.copy(init)
inc(cp)
print(init)
cp = init + 0
inc(cp); print(init)
s2 = jax.device_get(init)
inc(init)
print(s2)
a = jnp.ones(2)
if float(a[0]) > 0.5:
    b = inc(a)
else:
    b = a * 2
print(b)
def train(n):
    s = jnp.zeros(2)
    for _ in range(n):
        s = inc(s)
    return s
print(train(3))
class T:
    def __init__(self): self.s = jnp.zeros(2)
    def go(self): self.s = inc(self.s)
t = T()
for _ in range(10): t.go()
print(t.s)
