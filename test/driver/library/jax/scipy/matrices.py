"""Structured matrices and cosine transforms of jax.scipy; recorded from jax 0.10.2."""
# modes: interp O3
import jax
import jax.numpy as jnp

from jax.scipy import linalg, fft
v = jnp.array([1., 4., 2., 8.])
x = jnp.arange(6.).reshape(2, 3)


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    linalg.circulant(jnp.array([1, 2, 3])), linalg.circulant(jnp.array([[1, 2, 3], [4, 5, 6]])).shape, linalg.companion(v), linalg.convolution_matrix(jnp.array([1, 2, 3]), 4), linalg.convolution_matrix(jnp.array([1, 2, 3]), 4, mode="same"), linalg.convolution_matrix(jnp.array([1, 2, 3]), 5, mode="valid"),))
show(lambda: (
    jnp.abs(linalg.dft(3)).round(3), linalg.fiedler(jnp.array([1, 4, 9])), linalg.hadamard(4), linalg.hankel(jnp.array([1, 2, 3])), linalg.hankel(jnp.array([1, 2]),
    jnp.array([2, 5, 6])), linalg.helmert(3), linalg.helmert(3, full=True),))
show(lambda: (
    linalg.leslie(jnp.array([1., 2, 3]),
    jnp.array([.1, .2])), linalg.pascal(3).round(2), linalg.pascal(3, "lower").round(2), linalg.invpascal(3, "upper").round(2), linalg.invhilbert(2).round(2),))
show(lambda: (linalg.polar(jnp.array([[1., 2.], [3., 4.]])),))
show(lambda: (
    fft.dct(v), fft.dct(v, norm="ortho"), fft.idct(fft.dct(v)), fft.idct(v), fft.dct(x, axis=0), fft.dct(v, n=3), fft.dct(v, n=6), fft.idct(v, norm="ortho"), fft.dctn(x), fft.idctn(fft.dctn(x)), fft.dctn(x, axes=[0], norm="ortho"), fft.dct(jnp.arange(5.)),))
show(lambda: (
    jnp.frombuffer(b"\x00\x01\x02\x03", dtype=jnp.uint8, offset=1),
    jnp.frombuffer(b"\x00\x00\x80\x3f\x00\x00\x00\xc0", dtype=jnp.float32),
    jnp.frombuffer(b"\xff\xff\x01\x00", dtype=jnp.int16),))
