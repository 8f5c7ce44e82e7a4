"""jax.numpy with empty arrays, weights, 16-bit steps."""
# modes: interp O3
import jax.numpy as jnp
import numpy as np

x = jnp.array([[1., 2, 4, 0], [3, 1, 0, 5], [2, 2, 7, 1]])


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (jnp.cov(x), jnp.cov(x, rowvar=False), jnp.cov(x, x), jnp.cov(x[0], x[1]), jnp.cov(x[0]),))
show(lambda: (
    jnp.cov(x, fweights=jnp.array([1,2,0,3])),
    jnp.cov(x, aweights=jnp.array([0.5,2,1,3])),
    jnp.cov(x, fweights=jnp.array([1,2,0,3]), aweights=jnp.array([0.5,2,1,3]), ddof=0),
    jnp.cov(x, bias=True, dtype=jnp.float16),))
show(lambda: (jnp.cov(x[:, :0]), jnp.cov(x[:0]), jnp.corrcoef(x), jnp.cov(x, x[:1], rowvar=True),))
show(lambda: (
    jnp.gradient(x),
    jnp.gradient(x, 2.),
    jnp.gradient(x[0],
    jnp.array([1., 2, 4, 5])),
    jnp.gradient(x, axis=(0,)),
    jnp.gradient(x[:1]),))
show(lambda: (jnp.gradient(x, axis=1), jnp.gradient(jnp.float32(1)),))
show(lambda: (
    jnp.setdiff1d(jnp.array([True, False]),
    jnp.zeros((0,),
    jnp.uint8)),
    jnp.setdiff1d(jnp.arange(5),
    jnp.array([1, 2.5, 3])),))
show(lambda: (
    jnp.intersect1d(jnp.zeros((0,),
    jnp.bfloat16),
    jnp.array([-1.25, 3.125],
    jnp.float16)),
    jnp.intersect1d(jnp.arange(3),
    jnp.arange(2, 5)),))
show(lambda: (
    jnp.logspace(1, 2.0, num=3, base=10.0, dtype=jnp.float16),
    jnp.logspace(0, 3, 4, dtype=int),
    jnp.linspace(0, 10, 5, dtype=int),
    jnp.linspace(0, 1, 3, dtype=jnp.float16),))
show(lambda: (
    repr(jnp.iscomplex(True)), repr(jnp.isreal(1.)), repr(jnp.iscomplex(jnp.array([1+1j, 2]))), repr(jnp.isreal(jnp.arange(2))),))
show(lambda: (
    jnp.unique_all(jnp.array(3.0)),
    jnp.unique(jnp.array(3)),
    jnp.unique(jnp.array([3, 1, 3]), return_inverse=True),))
show(lambda: (jnp.take(jnp.zeros((0, 2)), jnp.array([], int), axis=0), jnp.split(jnp.arange(6), [2, 4]),))
show(lambda: (jnp.take(jnp.zeros((0, 2)), jnp.array([1]), axis=0),))
show(lambda: (jnp.split(jnp.arange(6), [4, 2]),))
show(lambda: (jnp.split(jnp.arange(6), [2, 9]),))
show(lambda: (np.array_split(np.arange(6), [4, 2]), np.split(np.arange(6), [2, 9]),))
show(lambda: (np.cov(np.array([[1., 2, 4], [3, 1, 0]])),))
