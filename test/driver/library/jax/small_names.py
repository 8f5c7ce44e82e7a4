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
from jax import lax
from jax.experimental import pallas
from jax.extend import core

dims = lax.ScatterDimensionNumbers(update_window_dims=(), inserted_window_dims=(0,), scatter_dims_to_operand_dims=(0,))
print(lax.scatter_apply(jnp.arange(5.0), jnp.array([[1], [3], [1], [9]]), lambda x: x * 3 + 1, dims, update_shape=(4,)))
print(jax.random.key_dtype(), jax.random.key_dtype("threefry2x32") == jax.random.key(0).dtype)


def mapped(x):
    print(core.unsafe_am_i_under_a_vmap_DO_NOT_USE(), core.unsafe_get_axis_names_DO_NOT_USE(),
          core.nonempty_axis_env_DO_NOT_USE())
    return x


mapped(1.0)
jax.vmap(mapped)(jnp.ones(2))
jax.vmap(mapped, axis_name="i")(jnp.ones(2))
jax.vmap(jax.vmap(mapped, axis_name="i"))(jnp.ones((2, 2)))
mapped(2.0)
pallas.debug_check(False, "not looked at")
print(pallas.debug_checks_enabled())
with pallas.enable_debug_checks(True):
    print(pallas.debug_checks_enabled())
print(lax.reduce_window(jnp.full((3, 3), 1j).at[0].set(2), jnp.complex64(0), lax.max, (2, 2), (1, 1), "VALID"))
