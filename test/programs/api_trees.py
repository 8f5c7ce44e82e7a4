# jax.tree and jax.tree_util: key paths, registration, Partial, ravel_pytree.
# modes: interp
import jax, jax.numpy as jnp, functools, collections, dataclasses
from jax import tree_util as tu
from jax.flatten_util import ravel_pytree
def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, str(e).split('\n')[0])
P = collections.namedtuple('P', 'x y')
t = {'b': [1, (2, None)], 'a': P(3, 4)}
print(jax.tree.leaves(t), jax.tree.structure(t))
print(jax.tree.map(lambda x: x * 2, t))
print(jax.tree.map(lambda x, y: x + y, [1, 2], [3, 4]), jax.tree.map(lambda x: x, None), jax.tree.map(lambda x: 0 if x is None else x, [None, 1], is_leaf=lambda x: x is None))
print(jax.tree.reduce(lambda a, b: a + b, t), jax.tree.reduce(lambda a, b: a + b, t, 10), jax.tree.all([True, 1]), jax.tree.all([0]))
print(jax.tree.flatten(t)[0], jax.tree.unflatten(jax.tree.structure([0, 0]), ['p', 'q']))
print(jax.tree.transpose(jax.tree.structure([0, 0]), jax.tree.structure({'a': 0}), [{'a': 1}, {'a': 2}]))
for p, v in jax.tree.leaves_with_path(t): print(jax.tree_util.keystr(p), v, p)
print(tu.tree_map_with_path(lambda p, x: f"{tu.keystr(p)}={x}", {'a': 1, 'b': [2]}))
print(tu.keystr(jax.tree.leaves_with_path(t)[1][0], simple=True, separator='/'))
err(jax.tree.map, lambda x, y: x, [1, 2], [1])
err(jax.tree.map, lambda x, y: x, {'a': 1}, {'b': 1})
err(jax.tree.unflatten, jax.tree.structure([0, 0]), [1])
@tu.register_pytree_node_class
class V:
    def __init__(self, a, n): self.a, self.n = a, n
    def tree_flatten(self): return (self.a,), self.n
    @classmethod
    def tree_unflatten(cls, n, c): return cls(c[0], n)
    def __repr__(self): return f"V({self.a}, {self.n})"
print(jax.tree.map(lambda x: x + 1, V(1, 'n')), jax.tree.structure(V(1, 2)))
@functools.partial(tu.register_dataclass, data_fields=['w', 'b'], meta_fields=['name'])
@dataclasses.dataclass
class L:
    w: float
    b: float
    name: str
l = L(1., 2., 'lin')
print(jax.tree.map(lambda x: x * 2, l), jax.tree.leaves(l), jax.grad(lambda l: l.w * l.b)(l))
@tu.register_static
class S:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return hash(self.v)
print(jax.tree.leaves([S(1), 2]), jax.jit(lambda s, x: x * s.v)(S(3), 2.))
f = tu.Partial(lambda a, b: a * b, 3.)
print(jax.tree.leaves(f), f(2.), jax.jit(lambda f, x: f(x))(f, 4.), jax.grad(lambda f: f(2.))(f).args)
v, un = ravel_pytree({'a': jnp.arange(3.), 'b': [jnp.ones((2, 2)), 5]})
print(v, un(v * 2))
print(jax.tree.map(jnp.shape, {'a': jnp.ones((2, 3))}), tu.tree_structure([1, (2, 3)]).num_leaves, tu.treedef_children(tu.tree_structure([1, (2, 3)])))
print(tu.tree_structure({'a': 1}) == tu.tree_structure({'a': 2}), tu.all_leaves([1, 2]), tu.all_leaves([1, [2]]), tu.treedef_is_leaf(tu.tree_structure(1)))
print(tu.tree_leaves_with_path([1, {'k': 2}]), tu.tree_flatten_with_path((1,)))
print(jax.tree.broadcast({'a': 1}, {'a': [1, 2]}))
print(tu.DictKey('a'), tu.SequenceKey(1), tu.GetAttrKey('x'), tu.FlattenedIndexKey(0), repr(tu.DictKey('a')))
print(jax.tree.leaves(collections.defaultdict(int, a=1)))
print(jax.tree_util.tree_structure(None), jax.tree.structure(()), jax.tree.structure({}), jax.tree.structure(3))
