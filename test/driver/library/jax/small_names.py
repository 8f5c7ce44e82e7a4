"""Abstract types, ragged products, random sparse matrices, registry, names for annotations."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import lax, tree_util
from jax.experimental import sparse
from jax.extend import core as extend_core

for kind in (jnp.character, jnp.flexible, jnp.object_, jnp.generic):
    print(kind, jnp.issubdtype(jnp.float32, kind), jnp.issubdtype(jnp.character, kind))

x = jnp.arange(12.0).reshape(4, 3)
w = jnp.sin(jnp.arange(18.0)).reshape(2, 3, 3)
sizes = jnp.array([3, 1])
numbers = lax.RaggedDotDimensionNumbers((((1,), (1,)), ((), ())), [0], [0])
print(numbers == lax.RaggedDotDimensionNumbers((((1,), (1,)), ((), ())), (0,), (0,)), numbers.rhs_group_dimensions)
print(lax.ragged_dot_general(x, w, sizes, numbers))
print(lax.ragged_dot_general(x, w.transpose(1, 0, 2), sizes, lax.RaggedDotDimensionNumbers((((1,), (0,)), ((), ())), [0], [1])))
print(lax.ragged_dot_general(x, x * 2, sizes, lax.RaggedDotDimensionNumbers((((0,), (0,)), ((), ())), [0], [])))
print(jax.grad(lambda a: lax.ragged_dot_general(a, w, sizes, numbers).sum())(x))

m = sparse.random_bcoo(jax.random.key(3), (4, 5), nse=0.3)
print(m.data, m.indices, m.nse)
m = sparse.random_bcoo(jax.random.key(3), (4, 5, 2), nse=3, n_dense=1, sorted_indices=True, indices_dtype=jnp.int16)
print(m.data, m.indices)

print(lax.random_gamma_grad(jnp.array([0.5, 2.0, 3.0, 10.0]), jnp.array([1.0, 0.3, 6.0, 0.0])))

leaves, tree = tree_util.default_registry.flatten({"a": (1, 2), "b": None})
print(leaves, tree)
print(issubclass(extend_core.JaxprTypeError, TypeError), issubclass(extend_core.InconclusiveDimensionOperation, Exception))


def f(value: jax.core.Value) -> jax.core.ParamDict:
    return {"v": value}


print(f(3))
