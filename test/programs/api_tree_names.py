# jax.tree and jax.tree_util: what api_trees.py does not call; offloading policies; transposes of functions of Python numbers.
from functools import partial

import jax
import jax.numpy as jnp
from jax import tree_util as tu
from jax.custom_derivatives import linear_call

tree = {"a": [1, 2, None], "b": (3.0, {"c": jnp.arange(3)})}
print(jax.tree.leaves(tree), jax.tree.structure(tree))
print(jax.tree.reduce(lambda x, y: x + y, [1, (2, 3), {"k": 4}]), tu.tree_reduce(lambda x, y: x * y, [2, (3,)], 10))
print(jax.tree.all([True, (1, {"x": 2})]), tu.tree_all({"a": 0}), jax.tree.all([]))
outer, inner = jax.tree.structure([0, 0]), jax.tree.structure({"x": 0, "y": 0})
print(jax.tree.transpose(outer, inner, [{"x": 1, "y": 2}, {"x": 3, "y": 4}]))
print(tu.tree_transpose(outer, None, [{"x": 1, "y": 2}, {"x": 3, "y": 4}]))
print(tu.treedef_children(inner), tu.treedef_tuple([outer, inner]), tu.treedef_is_leaf(jax.tree.structure(1)))
print(jax.tree.map(lambda x: None, [1, 2]), jax.tree.map(lambda x, y: (x, y), [1, None], [2, None]))
print(jax.tree.map(lambda x: x is None, [1, None], is_leaf=lambda x: x is None))
print(jax.tree.leaves_with_path({"a": (1, 2)}), jax.tree.flatten_with_path([5])[0])
print(jax.tree.map_with_path(lambda p, x: f"{tu.keystr(p, simple=True, separator='/')}={x}", {"a": [1, {"b": 2}]}))
print(jax.tree.broadcast(1, {"a": 0, "b": [0, 0]}), jax.tree.unflatten(inner, [7, 8]))
print(tu.tree_leaves(None), tu.tree_flatten(())[1], tu.all_leaves([1, 2]), tu.all_leaves([1, [2]]))
for policy in (jax.checkpoint_policies.offload_dot_with_no_batch_dims("device", "pinned_host"),
               jax.checkpoint_policies.save_and_offload_only_these_names(names_which_can_be_saved=["s"], names_which_can_be_offloaded=[],
                                                                          offload_src="device", offload_dst="pinned_host")):
    f = jax.checkpoint(lambda w, x: jnp.sum(jnp.sin(w @ jnp.sin(x))), policy=policy)
    print(jax.grad(f)(jnp.eye(2), jnp.array([0.5, 1.0])))


def div_add(x, denom):
    return x + linear_call(lambda r, x: x / r, lambda r, t: t / r, denom, x)


print(repr(jax.linear_transpose(partial(div_add, denom=3.0), 1.0)(18.0)[0]), jax.linear_transpose(lambda x: 2 * x, jnp.ones(2))(jnp.ones(2)))
try:
    jax.linear_transpose(partial(div_add, denom=3.0), 1)
except TypeError as e:
    print(e)


def seven(x):
    return linear_call(lambda _, x: x, lambda _, t: 7.0, (), x)


def transposed(f):
    return lambda y: jax.linear_transpose(f, 1.0)(y)[0]


print([float(f(1.0)) for f in (seven, transposed(seven), transposed(transposed(seven)), transposed(transposed(transposed(seven))))])
