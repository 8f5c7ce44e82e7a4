"""Keys, masks, windows, references: corners that JAX's own examples show."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import random
import numpy as np

x = jnp.arange(5.)
i = jnp.arange(10)
a = np.array([0, 2, 1, 0])
b = np.array([1., 5, 0, 3])
k = random.key(3)


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (repr(x.at[-1].set(99, wrap_negative_indices=False, mode='drop')),))
show(lambda: (repr(x.at[-1].set(99, wrap_negative_indices=False, mode='clip')),))
show(lambda: (repr(x.at[jnp.array([-1, 2])].add(99, wrap_negative_indices=False)),))
show(lambda: (repr(x.at[jnp.array([-1, 2])].get(wrap_negative_indices=False)),))
show(lambda: (repr(x.at[jnp.array([-1, 2])].get(wrap_negative_indices=False, mode='fill')),))
show(lambda: (repr(x.at[-1].get(wrap_negative_indices=False, mode='fill', fill_value=7)),))
show(lambda: (repr(x.at[-1].get(wrap_negative_indices=False)),))
show(lambda: (repr(x.at[-1].multiply(2, wrap_negative_indices=False)),))
show(lambda: (repr(x.at[-2:].set(2, wrap_negative_indices=False)),))
show(lambda: (repr(jax.jit(lambda x: x.at[x > 2].set(0))(x)),))
show(lambda: (repr(x.at[x > 2].set(0)),))
show(lambda: (repr(jax.grad(lambda x: x.at[x > 2].set(0).sum())(x)),))
show(lambda: (repr(jax.vmap(lambda x: x.at[x > 2].set(0).sum())(x[None])),))
show(lambda: (repr(k == k), repr(k != k), repr(random.split(k, 3) == k),))
show(lambda: (repr(jax.random.wrap_key_data(random.key_data(k), dtype=k.dtype)),))
show(lambda: (repr(x.compress(x > 2)), repr(x.compress(condition=x > 2)),))
show(lambda: (
    isinstance(np.float32(1), np.ndarray), isinstance(np.array(1), np.generic), isinstance(np.array(1.), np.ndarray),))
show(lambda: (repr(random.split(k, 3)), repr(k.reshape(1)), str(k),))
show(lambda: (jnp.c_['r', [1,2], [3,4]], jnp.r_['c', [1,2]], jnp.r_['r', [1,2], [3,4]], jnp.r_['0,2,0', [1,2], [3,4]],))
show(lambda: (jax.device_get({'a': 1, 'b': x}),))
show(lambda: (
    i[jax.ds(1,3,2)], i[jax.ds(3)], i[jax.ds(None)], i[jax.ds(8,5)], jax.jit(lambda k: i[jax.ds(k,3,2)])(1), i.at[jax.ds(1,3,2)].set(0),))
show(lambda: (
    repr(np.convolve(a, a)), repr(np.correlate(a, b)), repr(np.correlate(a, a, 'full')), repr(np.convolve(a, b, 'same')),))
show(lambda: (
    repr(np.polymul(a, a)), repr(np.polymul(a, b)), repr(np.polydiv(a[1:], [1, 1])), repr(np.polydiv([1, 3, 2], [1, 1])),))
show(lambda: (
    repr(np.promote_types('uint8', int)), repr(np.result_type(np.uint8, int)), repr(np.result_type(np.uint8(1), 3)), repr(np.result_type(a, 'float32')), repr(np.result_type(float, np.float32)),))
show(lambda: (jax.tree.reduce_associative(lambda a, b: f"({a}{b})", ["a", ("b", "c"), ["d", "e"]]),))
show(lambda: (repr(jax.new_ref(x)), repr(jax.new_ref(1)), repr(jax.new_ref(jnp.ones((2, 2)))),))
show(lambda: (
    repr(jnp.linspace(1.3, 7.7, 24)), repr(jnp.linspace(0, 25, 6)), repr(jnp.linspace(0, 25, 12)),
    jnp.linspace(3, 5, 1),
    jnp.linspace(0., 1, 5, endpoint=False),))
show(lambda: (
    jnp.linspace(jnp.array([0, 1]),
    jnp.array([5, 3]), 4, axis=1),
    jnp.linspace(jnp.array([0, 1]),
    jnp.array([5, 3]), 4, axis=-1),))
show(lambda: (
    jnp.fromfunction(lambda i, j: jnp.where(i > j, i, 10 * j), (3, 4), dtype=int),
    jnp.fromfunction(lambda x: (x + 1) * jnp.arange(3), shape=(2,)),))
show(lambda: (repr(jnp.allclose(1., 1.)), repr(jnp.any(jnp.equal(1., 2.))), repr(jnp.all(jnp.array(2))),))
show(lambda: (jnp.array_split(i, 3),))
show(lambda: (
    jax.jit(lambda x: np.mean(x, axis=0))(x),
    jax.jit(lambda x: np.reshape(x, (5, 2)))(i),
    jax.jit(lambda x: np.split(x, 2))(i),))
show(lambda: (jax.grad(lambda x: np.sum(x * x))(jnp.arange(3.)),))
show(lambda: (jax.lax.reduce_window(jnp.arange(6.), 1., jax.lax.mul, (2,)),))
show(lambda: (
    jax.scipy.linalg.toeplitz(jnp.arange(6).reshape(2, 3)),
    jax.scipy.linalg.toeplitz(jnp.arange(3),
    jnp.arange(8).reshape(2, 4)),))
show(lambda: (jax.scipy.signal.correlate2d(jnp.arange(12.).reshape(3, 4), jnp.array([[1., 2], [3, 5]]), 'same'),))
show(lambda: (
    np.argmax(jnp.array([[1, 5], [7, 2]]), axis=1), repr(np.mean(jnp.arange(4))), repr(np.cumsum(jnp.arange(3))), repr(np.max([jnp.float32(1),
    jnp.float32(2)])),))
