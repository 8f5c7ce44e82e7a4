"""Functions of jax.numpy: ufunc methods, polynomials, windows, bits, grids, sets; recorded from jax 0.10.2."""
# modes: interp O3
import operator

import jax
import jax.numpy as jnp

x = jnp.arange(6.).reshape(2,3)
i = jnp.array([5,2,9,2,7])
v = jnp.array([1.,4.,2.,8.])


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (jnp.add, jnp.add.reduce(x), jnp.add.reduce(x, axis=1), jnp.add.accumulate(i), jnp.add.outer(i, i[:2]),))
show(lambda: (
    jnp.add.at(i, jnp.array([0,0,2]), 10, inplace=False),
    jnp.multiply.reduce(v),
    jnp.maximum.reduce(i),
    jnp.maximum.accumulate(i),))
show(lambda: (
    jnp.minimum.reduce(x, axis=None),
    jnp.subtract.reduce(i),
    jnp.logical_and.reduce(i > 2),
    jnp.bitwise_xor.reduce(i),))
show(lambda: (
    jnp.add.reduceat(i, jnp.array([0, 2, 3])),
    jnp.multiply.outer(v, v),
    jnp.add.reduce(x, keepdims=True),
    jnp.add.reduce(x, initial=10., where=x > 2),))
show(lambda: (
    jnp.frompyfunc(lambda a, b: a * b + 1, 2, 1)(i, 2),
    jnp.frompyfunc(lambda a, b: a * b + 1, 2, 1).reduce(i),
    jnp.frompyfunc(operator.add, 2, 1, identity=0).accumulate(i),))
show(lambda: (jnp.logaddexp.reduce(v), jnp.negative(v), jnp.add(1, 2), jnp.maximum(v, 3),))
show(lambda: (
    jnp.polyval(v, 2.),
    jnp.polyval(jnp.array([1,2,3]),
    jnp.arange(3)),
    jnp.polyadd(v, jnp.array([1, 2])),
    jnp.polysub(jnp.array([1,2]), v),
    jnp.polymul(v, jnp.array([2., 1.])),))
show(lambda: (
    jnp.polydiv(v, jnp.array([1., 2.])),
    jnp.polyder(v),
    jnp.polyder(v, 2),
    jnp.polyint(v),
    jnp.polyint(v, 2),
    jnp.polyint(v, 2, k=jnp.array([3, 4])),))
show(lambda: (
    jnp.poly(jnp.array([1., 2., 3.])),
    jnp.poly(jnp.array([])),
    jnp.polymul(jnp.array([0, 1, 2]),
    jnp.array([0, 0, 3]), trim_leading_zeros=True),))
show(lambda: (jnp.bartlett(5), jnp.blackman(6), jnp.hamming(5), jnp.hanning(4), jnp.hanning(1),))
show(lambda: (
    jnp.gcd(48, jnp.array([18, 36, 7])),
    jnp.lcm(4, 6),
    jnp.gcd(0, 0),
    jnp.lcm(jnp.array([0, 3]),
    jnp.array([5, -6])),
    jnp.gcd(-12, 18),))
show(lambda: (
    jnp.packbits(jnp.array([1, 0, 1, 1, 0, 0, 0, 1, 1])),
    jnp.packbits(jnp.eye(3, dtype=int), axis=1),
    jnp.packbits(jnp.array([True, False]), bitorder="little"),))
show(lambda: (
    jnp.unpackbits(jnp.array([[2], [7]], dtype=jnp.uint8), axis=1),
    jnp.unpackbits(jnp.array([5, 3], dtype=jnp.uint8), count=11),
    jnp.unpackbits(jnp.array([5], dtype=jnp.uint8), count=-3, bitorder="little"),))
show(lambda: (
    jnp.frexp(jnp.array([0., 1., -3.5, jnp.inf, 1024., 0.1])),
    jnp.ldexp(jnp.array([1.5, -2.]),
    jnp.array([3, -2])),
    jnp.ldexp(2, 10),))
show(lambda: (jnp.modf(jnp.array([1.5, -2.25, 3.])), jnp.spacing(jnp.array([1., 1e10, -3.])),))
show(lambda: (jnp.mgrid[0:3, 0:2], jnp.mgrid[0:1:4j], jnp.ogrid[0:3, 0:2], jnp.mgrid[0:4],))
show(lambda: (
    jnp.r_[1:4, 7, 2.5],
    jnp.r_[-1:1:5j, 0, 1],
    jnp.r_['0,2', [1,2,3], [4,5,6]],
    jnp.r_['1,2,0', [1,2,3], [4,5,6]],
    jnp.r_['c', [1,2,3]],
    jnp.r_['r', [1, 2]],))
show(lambda: (
    jnp.c_[v, v],
    jnp.c_[1:3, 4:6],
    jnp.c_[x, jnp.zeros(2)],
    jnp.s_[1:3, 2],
    jnp.index_exp[::2],
    jnp.c_[[1,2,3], [4,5,6]],
    jnp.c_['1,2', [1,2], [3,4]],))
show(lambda: (
    jnp.r_['1,2', [1,2], [3,4]],
    jnp.r_['0,3,1', [[1,2]], [[3,4]]].shape, jnp.r_['1,3,0', [[1,2]], [[3,4]]].shape,))
show(lambda: (
    jnp.tril_indices_from(jnp.ones((2, 3))),
    jnp.triu_indices_from(jnp.ones((3, 3)), k=1),
    jnp.mask_indices(3, jnp.triu),
    jnp.diag_indices_from(jnp.ones((3, 3))),
    jnp.diag_indices(2, 3),))
show(lambda: (
    jnp.histogram2d(v, v[::-1], bins=3),
    jnp.histogramdd(jnp.stack([v, v * 2], 1), bins=[2, 3]),
    jnp.histogram2d(v, v, bins=2, density=True),))
show(lambda: (jnp.unique_all(i), jnp.unique_counts(i), jnp.unique_inverse(i), jnp.unique_values(i),))
show(lambda: (
    jnp.put(i, jnp.array([0, 2, 6]),
    jnp.array([10, 20, 30]), inplace=False),
    jnp.put(i, jnp.array([0, 2, 6]),
    jnp.array([10, 20]), inplace=False, mode="clip"),
    jnp.put(x, jnp.array([5, -1, 1]), 7, mode="wrap", inplace=False),))
show(lambda: (jnp.place(i, i > 4, jnp.array([1, 2]), inplace=False), jnp.place(x, x > 1, -1, inplace=False),))
show(lambda: (
    jnp.block([[jnp.eye(2),
    jnp.zeros((2, 1))], [jnp.ones((1, 2)),
    jnp.full((1, 1), 7)]]),
    jnp.block([1, 2, 3]),
    jnp.block(5),
    jnp.block([x, x]),))
show(lambda: (
    jnp.cumulative_prod(v),
    jnp.cumulative_prod(v, include_initial=True),
    jnp.cumulative_sum(v, include_initial=True),
    jnp.cumulative_sum(x),))
show(lambda: (
    jnp.unwrap(jnp.array([0., 3., 6.5, 9., -3.])),
    jnp.unwrap(jnp.array([0, 7, 2, 9]), period=8),
    jnp.unwrap(x, axis=0),))
show(lambda: (
    jnp.apply_over_axes(jnp.sum, jnp.ones((2, 3, 4)), [0, 2]), [a.shape for a in jnp.dsplit(jnp.ones((2, 2, 4)), 2)],))
show(lambda: (jnp.add.reduce(jnp.array([]), axis=0), jnp.put(i, 0, 1), jnp.place(i, i > 3, 0), jnp.gcd(1.5, 2),))
show(lambda: (jnp.add(i, None), jnp.maximum(i), jnp.add.outer(i, i, i),))
show(lambda: (jax.vmap(jnp.add)(v, v), jax.grad(lambda a: jnp.add.reduce(a ** 2))(v), jnp.add.__name__,))
