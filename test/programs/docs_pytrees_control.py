"""Pytrees and control flow as the documentation teaches them."""
# modes: interp O3
import jax, jax.numpy as jnp
from jax import lax, jit, grad, vmap, random, tree_util
import numpy as np
from jax.flatten_util import ravel_pytree
from functools import partial
from typing import NamedTuple, Any
def show(f):
    try:
        r = f()
        print(*r, sep="\n") if isinstance(r, tuple) else print(r)
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])
# pytrees
example_trees = [[1, 'a', object], (1, (2, 3), ()), [1, {'k1': 2, 'k2': (3, 4)}, 5], {'a': 2, 'b': (2, 3)}, jnp.array([1, 2, 3]), None, [None, 1], {}]
for pytree in example_trees[1:]:
    leaves = jax.tree.leaves(pytree)
    print(f"{repr(pytree):<45} has {len(leaves)} leaves: {leaves}")
list_of_lists = [[1, 2, 3], [1, 2], [1, 2, 3, 4]]
print(jax.tree.map(lambda x: x * 2, list_of_lists))
another = [[5, 6], [7, 8]]
show(lambda: jax.tree.map(lambda x, y: x + y, list_of_lists, another))
print(jax.tree.map(lambda x, y: x + y, [[1, 2], [3]], [[5, 6], [7]]))
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self): return f"Point(x={self.x}, y={self.y})"
jax.tree_util.register_pytree_node(Point, lambda p: ((p.x, p.y), None), lambda aux, c: Point(*c))
print(jax.tree.leaves([Point(1, 2), Point(3, 4)]), jax.tree.map(lambda x: x + 1, Point(1, 2)))
print(jax.tree.structure(Point(1, [2, 3])))
class RegisteredSpecial:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"Special({self.x}, {self.y})"
def flat(v): return (v.x, v.y), None
def flat_keys(v): return ((jax.tree_util.GetAttrKey('x'), v.x), (jax.tree_util.GetAttrKey('y'), v.y)), None
jax.tree_util.register_pytree_with_keys(RegisteredSpecial, flat_keys, lambda a, c: RegisteredSpecial(*c), flat)
show(lambda: jax.tree_util.tree_leaves_with_path([RegisteredSpecial(1, {'q': 2})]))
for path, leaf in jax.tree_util.tree_flatten_with_path({'a': [1, RegisteredSpecial(2, 3)], 'b': (4,)})[0]:
    print(f"Value of tree{jax.tree_util.keystr(path)}: {leaf}")
class MyTuple(NamedTuple):
    name: str
    value: Any
print(jax.tree.map(lambda x: x, MyTuple('a', 1)), jax.tree.leaves(MyTuple('Peter', 3)))
from dataclasses import dataclass, field
@jax.tree_util.register_dataclass
@dataclass
class Params:
    w: jax.Array
    b: jax.Array
    name: str = field(metadata=dict(static=True), default='p')
p = Params(jnp.ones(2), jnp.zeros(()), 'q')
print(jax.tree.leaves(p), jax.tree.structure(p))
print(grad(lambda p: (p.w * 3).sum() + p.b)(p))
print(jax.jit(lambda p: p)(p))
def init_mlp(key, widths):
    params = []
    for n_in, n_out in zip(widths[:-1], widths[1:]):
        key, k = random.split(key)
        params.append(dict(weights=random.normal(k, (n_in, n_out)) * np.sqrt(2 / n_in), biases=jnp.ones(n_out)))
    return params
params = init_mlp(random.key(0), [1, 16, 16, 1])
print(jax.tree.map(lambda x: x.shape, params))
def forward(params, x):
    *hidden, last = params
    for layer in hidden:
        x = jax.nn.relu(x @ layer['weights'] + layer['biases'])
    return x @ last['weights'] + last['biases']
@jit
def update(params, x, y):
    grads = grad(lambda p: jnp.mean((forward(p, x) - y) ** 2))(params)
    return jax.tree.map(lambda p, g: p - 0.001 * g, params, grads)
xs = jnp.linspace(-1, 1, 16)[:, None]
for _ in range(50):
    params = update(params, xs, xs ** 2)
print(jnp.mean((forward(params, xs) - xs ** 2) ** 2))
print(jax.tree.map(lambda x: float(x.mean()), params[2]))
print(jax.tree.transpose(jax.tree.structure([0, 0]), jax.tree.structure({'a': 0}), [{'a': 1}, {'a': 2}]))
print(jax.tree.map(lambda *xs: list(xs), *[{'t': 1, 'o': 2}, {'t': 3, 'o': 4}]))
print(jax.tree.reduce(lambda a, b: a + b, [1, (2, 3)]), jax.tree.all([True, False]))
a_tree = [jnp.zeros((2, 3)), jnp.zeros((3, 4))]
shapes = jax.tree.map(lambda x: x.shape, a_tree)
show(lambda: jax.tree.map(jnp.ones, shapes))
print(jax.tree.leaves([None, None]), jax.tree.leaves([None, None], is_leaf=lambda x: x is None))
print(jax.tree.map(lambda x, y: (x, y), [1, None], [2, None]))
show(lambda: vmap(lambda d, x: d['a'] * x, in_axes=({'a': None}, 0))({'a': 2.}, jnp.arange(3.)))
show(lambda: vmap(lambda d: d['a'] + d['b'], in_axes=({'a': 0, 'b': 1},))({'a': jnp.ones((2, 3)), 'b': jnp.ones((3, 2))}))
show(lambda: vmap(lambda a, b: a, in_axes=(0, (0, None)))(jnp.ones(3), jnp.ones(3)))
flat_p, unravel = ravel_pytree({'a': jnp.arange(2.), 'b': [jnp.ones((2, 2)), 3]})
print(flat_p, unravel(flat_p * 2))
# control flow
def f(x):
    if x < 3:
        return 3. * x ** 2
    else:
        return -4 * x
print(grad(f)(2.), grad(f)(4.))
show(lambda: jit(f)(2.))
print(jit(f, static_argnames='x')(2.))
def g(x, n):
    y = 0.
    for i in range(n):
        y = y + x[i]
    return y
print(jit(g, static_argnames='n')(jnp.array([2., 3., 4.]), 2))
def example_fun(length, val):
    return jnp.ones((length,)) * val
show(lambda: jit(example_fun)(10, 4))
print(jit(example_fun, static_argnums=0)(10, 4))
print(lax.cond(False, lambda x: x + 1, lambda x: x - 1, jnp.array([0.])))
print(lax.while_loop(lambda x: x < 10, lambda x: x + 1, 0), lax.fori_loop(5, 10, lambda i, x: x + i, 0))
def logical(x):
    return jnp.where((x > 0) & (x < 2), x, -x)
print(jit(logical)(jnp.arange(4.)))
show(lambda: jit(lambda x: x > 0 and x < 3)(1))
print(lax.scan(lambda c, x: (c * 0.9 + x, c), 0., jnp.arange(5.)))
def cumsum(res, el):
    res = res + el
    return res, res
final, result = lax.scan(cumsum, 0, jnp.array([1, 2, 3, 5, 7, 11, 13, 17, 19]))
print(result, final)
def power_iteration(A, n):
    def body(i, v):
        v = A @ v
        return v / jnp.linalg.norm(v)
    v = lax.fori_loop(0, n, body, jnp.ones(A.shape[0]))
    return v @ A @ v
A = jnp.array([[2., 1.], [1., 3.]])
print(power_iteration(A, 20), jax.grad(power_iteration)(A, 20))
print(jax.jacfwd(lambda a: lax.while_loop(lambda s: s[0] < 3, lambda s: (s[0] + 1, s[1] * a), (0, a))[1])(2.))
show(lambda: jax.grad(lambda a: lax.while_loop(lambda s: s[0] < 3, lambda s: (s[0] + 1, s[1] * a), (0, a))[1])(2.))
show(lambda: jax.vmap(lambda i, x: lax.switch(i, [jnp.sin, jnp.cos, lambda x: x * 0], x))(jnp.array([0, 1, 2, 5]), jnp.ones(4)))
