"""take_along_axis in every mode, gather and scatter whose axes go with axes of their indices."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import lax

x = jnp.arange(24.).reshape(2, 3, 4)
i = jnp.array([[0], [2]])[:, :, None]
print(jnp.take_along_axis(x, i, 1))
print(jnp.take_along_axis(x, jnp.array([[[1, 2], [3, -1], [5, 0]]]), 2))
print(jnp.take_along_axis(x, jnp.argsort(-x, axis=1), 1))
print(jnp.take_along_axis(x[:1], jnp.array([[[1, 2], [3, -1], [5, 0]]] * 3), 2))
print(jnp.take_along_axis(x, jnp.array([3, 40]), None))
print(jnp.take_along_axis(x, jnp.array([3, 40]), None, mode="clip"))
print(jnp.take_along_axis(x, jnp.array([3, -4]), None, wrap_negative_indices=False))
print(jnp.take_along_axis(x, jnp.array([[[1, 2], [3, -1], [2, 0]]]), 2, mode="one_hot"))
print(jnp.take_along_axis(x, jnp.array([[[1, 2], [3, -1], [2, 0]]]), 2, mode="promise_in_bounds")[..., 0])
print(jnp.take_along_axis(x, jnp.array([[[1, 2], [3, -1], [9, 0]]]), 2, fill_value=7.))
f = lambda x: jnp.sum(jnp.take_along_axis(x, jnp.array([[[1, 1], [3, -1], [9, 0]]]), 2, fill_value=7.) ** 2)
print(jax.grad(f)(x))
print(jax.vmap(lambda x, i: jnp.take_along_axis(x, i, 0))(x, jnp.array([[[0, 1, 1, 1]], [[2, 1, 0, 1]]])))
print(jax.jvp(lambda x: jnp.take_along_axis(x, jnp.argsort(-x, axis=1), 1), (x,), (x * 2,)))
print(jax.hessian(lambda x: jnp.sum(jnp.take_along_axis(x, jnp.array([[1], [0]]), 1) ** 3))(x[:, :2, 0]))
print(jnp.take_along_axis(jnp.zeros((0, 3)), jnp.zeros((0, 2), int), 1).shape, jnp.take_along_axis(jnp.zeros((2, 0)), jnp.zeros((2, 2), int), 1))
print(jnp.take_along_axis(jnp.array([1+2j, 3]), jnp.array([1, 0, 0], jnp.uint8), 0))
for g in (lambda: jnp.take_along_axis(x, jnp.array([[[1.]]]), 1), lambda: jnp.take_along_axis(x, i[0], 1), lambda: jnp.take_along_axis(x, jnp.zeros((2, 5, 4), int), 0), lambda: jnp.take_along_axis(x, i, None)):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
d = lax.GatherDimensionNumbers(offset_dims=(), collapsed_slice_dims=(1,), start_index_map=(1,), operand_batching_dims=(0,), start_indices_batching_dims=(0,))
print(lax.gather(x[0], jnp.array([[1], [2], [0]]), d, (1, 1)))
e = lax.ScatterDimensionNumbers(update_window_dims=(), inserted_window_dims=(1,), scatter_dims_to_operand_dims=(1,), operand_batching_dims=(0,), scatter_indices_batching_dims=(0,))
print(lax.scatter_add(x[0], jnp.array([[1], [2], [0]]), jnp.array([10., 20, 30]), e))
print(jax.grad(lambda y: jnp.sum(lax.scatter_mul(x[0], jnp.array([[1], [2], [0]]), y, e, unique_indices=True) ** 2))(jnp.array([10., 20, 30])))
