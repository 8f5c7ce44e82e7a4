"""More functions of jax.numpy and jax.lax; recorded from jax 0.10.2."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import lax

x = jnp.arange(6.).reshape(2,3)
i = jnp.array([5,2,9,2,7])
v = jnp.array([1.,4.,2.,8.])


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    jnp.einsum(x, [0, 1], x, [2, 1], [0, 2]),
    jnp.einsum(v, [0], v, [0]),
    jnp.einsum(x, [0, 1], [1, 0]),
    jnp.einsum(x, [Ellipsis, 1]),))
show(lambda: (
    jnp.median(i),
    jnp.median(jnp.array([[1, 2], [3, 4]]), axis=0),
    jnp.quantile(v, 0.3, method="inverted_cdf"),
    jnp.quantile(v, jnp.array([0.1, 0.9]), weights=jnp.array([1., 1., 5., 1.]), method="inverted_cdf"),
    jnp.percentile(i, 30), repr(jnp.nanmedian(jnp.array([1, 2, 3]))),))
show(lambda: (jnp.quantile(v, 0.5, weights=v), jnp.quantile(v, 0.5, method="foo"),))
show(lambda: (
    jnp.convolve(i, jnp.array([1, 2])),
    jnp.correlate(i, jnp.array([1, 2])),
    jnp.convolve(v, v, mode="same"),))
show(lambda: (
    jnp.interp(jnp.array([-1., 0.5, 5.]),
    jnp.arange(3.),
    jnp.array([0., 2., 3.]), left="extrapolate", right="extrapolate"),))
show(lambda: (
    jnp.partition(jnp.array([6, 8, 4, 3, 1, 9, 7, 5, 2, 3]), 4),
    jnp.argpartition(jnp.array([6, 8, 4, 3, 1, 9, 7, 5, 2, 3]), 4),
    jnp.partition(x[::-1], 1, axis=0),))
show(lambda: (
    jnp.setdiff1d(i, jnp.array([2])),
    jnp.setdiff1d(i, jnp.array([2]), size=4),
    jnp.setdiff1d(i, jnp.array([2]), size=4, fill_value=-1),
    jax.jit(jnp.setdiff1d, static_argnames=["size"])(i, jnp.array([9]), size=2),))
show(lambda: (
    jnp.intersect1d(i, jnp.array([2, 7, 8]), return_indices=True),
    jnp.intersect1d(i, jnp.array([9, 2])),
    jnp.intersect1d(i, jnp.array([9, 2]), size=3, fill_value=0),))
show(lambda: (
    jnp.piecewise(v, jnp.array([False, True, False]), [lambda x: x * 0, lambda x: x * 10, lambda x: x * 100]),
    jnp.piecewise(v, [v < 2, v > 5], [0, 1, 2]),))
show(lambda: (
    jnp.compress(jnp.array([True, False]), x, axis=0),
    jnp.compress(jnp.array([0, 1, 1]), x, axis=1, size=3, fill_value=9),
    jnp.extract(i > 3, i, size=5),
    jnp.compress(jnp.array([1, 0, 1]), i),))
show(lambda: (
    jnp.delete(i, 1),
    jax.jit(jnp.delete, static_argnames=["assume_unique_indices"])(i, jnp.array([0, -1]), assume_unique_indices=True),
    jnp.delete(x, jnp.array([0, 2]), axis=1, assume_unique_indices=True),
    jnp.delete(i, slice(1, 3)),))
show(lambda: (
    jnp.insert(i, slice(None, None, 2), -1),
    jnp.fill_diagonal(jnp.zeros((4, 4), int),
    jnp.array([3, 4]), inplace=False),))
show(lambda: (
    jnp.trim_zeros(jnp.array([0, 0, 3, 0, 1, 0])),
    jnp.trim_zeros(jnp.array([[0, 0], [0, 5], [0, 0]])),
    jnp.trim_zeros(jnp.array([[0, 0], [0, 5], [0, 0]]), axis=0),
    jnp.trim_zeros(i, "f"),))
show(lambda: (
    jnp.pad(i, 2, mode="mean"),
    jnp.pad(v, (1, 2), mode="maximum"),
    jnp.pad(x, 1, mode="minimum"),
    jnp.pad(v, 2, mode="linear_ramp", end_values=0),
    jnp.pad(v, 2, mode="median", stat_length=2),
    jnp.pad(x, ((1, 0), (0, 2)), mode="mean"),))
show(lambda: (
    jnp.pad(i, 2, lambda row, w, ax, kw: row.at[:w[0]].set(kw["a"]).at[len(row) - w[1]:].set(-1), a=77),
    jnp.pad(v, 1, mode="huh"),))
show(lambda: ([jax.grad(jnp.sinc)(t) for t in (0., 0.5)], jax.grad(jax.grad(jnp.sinc))(0.), jnp.sinc(v),))
show(lambda: (
    repr(jnp.isinf(1.0)), repr(jnp.asarray(2.0) > 1), repr(jnp.heaviside(1., 0.5)), repr(jnp.isneginf(jnp.asarray(1.))),))
show(lambda: (
    lax.tile(x, (2, 1)),
    lax.stack([v, v], axis=1),
    lax.unstack(x),
    lax.collapse(jnp.ones((2, 3, 4)), 1).shape, lax.broadcast_to_rank(v, 3).shape, lax.broadcast_like(v, jnp.zeros((2, 4))),))
show(lambda: (
    lax.composite(lambda x: x + 1, name="my.f")(v),
    lax.optimization_barrier((v, 1)),
    lax.platform_dependent(v, cpu=jnp.sin, default=jnp.cos),
    lax.shape_as_value((2, 3)),))
show(lambda: (
    lax.mulhi(jnp.array([2**30, -5, 7],
    jnp.int32),
    jnp.array([16, 3, -2**31],
    jnp.int32)),
    lax.mulhi(jnp.array([2**31],
    jnp.uint32),
    jnp.array([2**31 + 5],
    jnp.uint32)),
    lax.dtype(1.0),
    lax.empty((2,),
    jnp.float32),))
show(lambda: (
    lax.approx_max_k(v, 2),
    lax.approx_min_k(v, 2),
    jnp.fromstring("1 2 3", dtype=int, sep=" "),
    jnp.fromstring("0.1, 0.2, 0.3", dtype=float, count=2, sep=","),))
show(lambda: (
    jnp.polyadd(jnp.array([[2, 3, 1]]),
    jnp.array([[5, 7, 3], [8, 2, 6]])),
    jnp.polyadd(jnp.array([[5, 7, 9], [8, 6, 4]]),
    jnp.array([2])),
    jnp.cov(x),
    jnp.sort_complex(jnp.array([[5, 3, 4], [6, 9, 2]])),))
show(lambda: (
    jnp.union1d(i, jnp.array([1, 2]), size=7),
    jnp.union1d(i, jnp.array([1, 2]), size=8, fill_value=-5),
    jnp.setxor1d(i, jnp.array([2, 3])),))
