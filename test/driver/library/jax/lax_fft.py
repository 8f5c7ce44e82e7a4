# jax: 0.10.2
# modes: interp O3
import jax, jax.numpy as jnp
from jax import lax
x = (jnp.sin(jnp.arange(24.) * 0.7) * 3).reshape(2, 3, 4)
print(lax.fft(x.astype(jnp.complex64), lax.FftType.FFT, (3, 4)))
print(lax.fft(x, "rfft", (4,)))
print(lax.fft(x, lax.FftType.RFFT, (3, 4)))
print(lax.fft(x.astype(jnp.complex64), "IRFFT", (3, 6)))
print(jax.grad(lambda x: jnp.abs(lax.fft(x, "rfft", (3, 4))).sum())(x))
for f in (lambda: lax.fft(x, "fft", (4,)), lambda: lax.fft(x, "rfft", (5,)), lambda: lax.fft(x, "dct", (4,)), lambda: lax.fft(x.astype(complex), "irfft", (2, 6))):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
a = jnp.arange(6, dtype=jnp.int8).reshape(2, 3)
for d in (jnp.float16, jnp.bfloat16, jnp.uint8, jnp.int16, jnp.complex64, jnp.bool_):
    y = lax.dot_general(a, jnp.ones((3, 2), d), (((1,), (0,)), ((), ())))
    print(y.dtype, y)
    print(lax.dot(a, jnp.ones((3, 2), d), preferred_element_type=jnp.float32).dtype)
