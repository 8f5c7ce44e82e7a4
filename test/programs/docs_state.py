"""Pure functions, state, checkpoints and named axes as the documentation teaches them."""
# modes: interp O3
import jax, jax.numpy as jnp
from jax import lax, jit, grad, vmap, random
import numpy as np
from functools import partial
from typing import NamedTuple
def show(f):
    try:
        r = f()
        print(*r, sep="\n") if isinstance(r, tuple) else print(r)
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])
# thinking in jax, sharp bits, stateful computations
def selu(x, alpha=1.67, lmbda=1.05):
    return lmbda * jnp.where(x > 0, x, alpha * jnp.exp(x) - alpha)
x = jnp.arange(5.0)
print(selu(x), grad(lambda x: jnp.sum(1.0 / (1.0 + jnp.exp(-x))))(jnp.arange(3.)))
print(grad(jit(grad(jit(grad(lambda x: jnp.sum(1.0 / (1.0 + jnp.exp(-x))))))))(1.0))
show(lambda: x.__setitem__(0, 10))
y = x.at[0].set(10)
print(x, y)
@jit
def f(x, y):
    print("Running f():")
    print(f"  x = {x}")
    print(f"  y = {y}")
    result = jnp.dot(x + 1, y + 1)
    print(f"  result = {result}")
    return result
f(jnp.ones((3, 4)), jnp.ones(4))
f(jnp.zeros((3, 4)), jnp.ones(4))
def impure_print_side_effect(x):
    print("Executing function")
    return x
print("First call: ", jit(impure_print_side_effect)(4.))
print("Second call: ", jit(impure_print_side_effect)(5.))
print("Third call, different type: ", jit(impure_print_side_effect)(jnp.array([5.])))
g = 0.
def impure_uses_globals(x):
    return x + g
print("First call: ", jit(impure_uses_globals)(4.))
g = 10.
print("Second call: ", jit(impure_uses_globals)(5.))
print("Third call, different type: ", jit(impure_uses_globals)(jnp.array([4.])))
def pure_uses_internal_state(x):
    state = dict(even=0, odd=0)
    for i in range(10):
        state['even' if i % 2 == 0 else 'odd'] += x
    return state['even'] + state['odd']
print(jit(pure_uses_internal_state)(5.))
print(jnp.arange(10)[11], jnp.arange(10.).at[11].get(mode='fill', fill_value=jnp.nan), jnp.arange(10).at[11].add(23))
show(lambda: jnp.sum([1, 2, 3]))
def permissive_sum(x): return jnp.sum(jnp.array(x))
print(jnp.add(1, 1.0), jnp.array([1, 2, 3], dtype=jnp.float64).dtype)
def nansum(x):
    mask = ~jnp.isnan(x)
    return jnp.where(mask, x, 0).sum()
print(jit(nansum)(jnp.array([1, 2, jnp.nan, 3, 4])))
show(lambda: jit(lambda x: x[~jnp.isnan(x)].sum())(jnp.array([1., jnp.nan])))
print(grad(lambda x: jnp.where(x > 0, jnp.sqrt(x), 0.))(0.), grad(lambda x: jnp.where(x > 0, jnp.sqrt(jnp.where(x > 0, x, 1.)), 0.))(0.))
print(np.float32(1) + jnp.ones(2, jnp.bfloat16), jnp.arange(254.0, 258.0).astype('uint8'), jnp.uint8(200) + jnp.uint8(100))
print(jnp.int32(1) / jnp.int32(2), 3 // jnp.array(2), -7 % jnp.array(3), jnp.array(5) ** 2)
class Counter:
    def __init__(self): self.n = 0
    def count(self):
        self.n += 1
        return self.n
    def reset(self): self.n = 0
counter = Counter()
for _ in range(3): print(counter.count())
counter.reset()
fast_count = jit(counter.count)
for _ in range(3): print(fast_count())
class CounterV2:
    def count(self, n): return n + 1, n + 1
    def reset(self): return 0
c2 = CounterV2(); state = c2.reset()
fast = jit(c2.count)
for _ in range(3):
    value, state = fast(state)
    print(value)
class Params(NamedTuple):
    weight: jnp.ndarray
    bias: jnp.ndarray
def init(rng):
    k1, k2 = random.split(rng)
    return Params(random.normal(k1, ()), random.normal(k2, ()))
def loss(params, x, y):
    pred = params.weight * x + params.bias
    return jnp.mean((pred - y) ** 2)
@jit
def update(params, x, y):
    g = grad(loss)(params, x, y)
    return jax.tree.map(lambda p, g: p - 0.005 * g, params, g)
rng = random.key(42)
true_w, true_b = 2, -1
xs = random.normal(rng, (128, 1))
noise = 0.5 * random.normal(random.fold_in(rng, 1), (128, 1))
ys = xs * true_w + true_b + noise
params = init(random.fold_in(rng, 2))
for _ in range(200):
    params = update(params, xs, ys)
print(params, loss(params, xs, ys))
# checkpointing
def layer(W, x): return jnp.sin(jnp.dot(W, x))
def net(params, x):
    for W in params: x = layer(W, x)
    return jnp.sum(x ** 2)
Ws = [jnp.ones((3, 3)) * s for s in (0.1, 0.2, 0.3)]
v = jnp.arange(3.)
g0 = grad(net)(Ws, v)
g1 = grad(jax.checkpoint(net))(Ws, v)
g2 = grad(lambda p, x: jax.checkpoint(net, policy=jax.checkpoint_policies.dots_saveable)(p, x))(Ws, v)
print(jax.tree.all(jax.tree.map(jnp.allclose, g0, g1)), jax.tree.all(jax.tree.map(jnp.allclose, g0, g2)), g0[0])
@partial(jax.checkpoint, static_argnums=(1,))
def foo(x, is_training):
    return jnp.sin(x) if is_training else jnp.cos(x)
print(grad(foo)(1., True), grad(foo)(1., False))
def recursive(funs):
    if len(funs) == 1: return funs[0]
    if len(funs) == 2: return lambda x: funs[0](funs[1](x))
    f1, f2 = recursive(funs[:len(funs) // 2]), recursive(funs[len(funs) // 2:])
    return lambda x: f1(jax.checkpoint(f2)(x))
print(grad(recursive([jnp.sin, jnp.cos, jnp.sin, jnp.tanh, jnp.exp]))(0.3))
@jax.remat
def body(c, x): return jnp.sin(c) * x, c
print(grad(lambda c: lax.scan(body, c, jnp.arange(1., 4.))[0])(0.5))
with jax.checking_leaks() if hasattr(jax, 'nope') else jax.named_scope('x'):
    print(vmap(lambda a: a + lax.axis_index('i'), axis_name='i')(jnp.zeros(3)))
print(vmap(lambda a: lax.psum(a, 'i') / lax.pmean(a, 'i'), axis_name='i')(jnp.arange(1., 4.)))
print(vmap(lambda a: (lax.all_gather(a, 'i'), lax.ppermute(a, 'i', [(0, 1), (1, 2), (2, 0)]), lax.pmax(a, 'i')), axis_name='i')(jnp.arange(3)))
print(vmap(vmap(lambda a: lax.psum(a, ('i', 'j')), axis_name='i'), axis_name='j')(jnp.ones((2, 3))))
convolve = vmap(lambda x, w: jnp.stack([jnp.dot(x[i - 1:i + 2], w) for i in range(1, 4)]))
print(convolve(jnp.stack([jnp.arange(5.), jnp.arange(5.)]), jnp.stack([jnp.array([2., 3., 4.])] * 2)))
