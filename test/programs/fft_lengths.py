# Fourier transforms of every way that the runtime has: short, many lines, axes in the middle, long lines, prime lengths.
# jax: 0.10.2
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)


def complex_normal(shape, dtype):
    k, l = jax.random.split(jax.random.key(sum(shape)))
    return (jax.random.normal(k, shape) + 1j * jax.random.normal(l, shape)).astype(dtype)


def close(x, y):
    return bool(jnp.linalg.norm((x - y).ravel()) <= 30 * jnp.finfo(x.dtype).eps * jnp.linalg.norm(y.ravel()))


def matrix(n):
    i = jnp.arange(n)
    return jnp.exp(-2j * jnp.pi * ((i[:, None] * i) % n) / n)


for n in (1, 12, 37, 143, 256, 1001):
    w = matrix(n)
    for dtype in (jnp.complex64, jnp.complex128):
        for shape in ((n,), (21, n), (3, n)):
            x = complex_normal(shape, dtype)
            y = jnp.fft.fft(x)
            print(close(y, (x.astype(jnp.complex128) @ w).astype(dtype)), close(jnp.fft.ifft(y), x), end=" ")
        x = complex_normal((2, n, 19), dtype)
        print(n, close(jnp.fft.fft(x, axis=1), jnp.einsum("ank,nm->amk", x.astype(jnp.complex128), w).astype(dtype)), close(jnp.fft.ifft(jnp.fft.fft(x, axis=1), axis=1), x))
for n in (4096, 6561, 8192 * 7, 30030):
    i = jnp.arange(n)
    x = jnp.exp(2j * jnp.pi * ((5 * i) % n) / n) + 0.5
    y = jnp.fft.fft(x)
    print(n, jnp.round(jnp.abs(y[jnp.array([0, 1, 5, n - 5])]) / n, 6), bool(jnp.abs(y[6:]).max() < 1e-9 * n))
    x = complex_normal((2, n), jnp.complex64)
    print(close(jnp.fft.ifft(jnp.fft.fft(x)), x), close(jnp.fft.fft(x), jnp.fft.fft(x.astype(jnp.complex128)).astype(jnp.complex64)))
x = complex_normal((5, 18, 40), jnp.complex128)
y = jnp.einsum("abc,ai,bj,ck->ijk", x, matrix(5), matrix(18), matrix(40))
print(close(jnp.fft.fftn(x), y), close(jnp.fft.ifftn(y), x), close(jnp.fft.fft2(x[0]), matrix(18) @ x[0] @ matrix(40)))
print(close(jnp.fft.irfft(jnp.fft.rfft(x.real)), x.real), close(jnp.fft.irfftn(jnp.fft.rfftn(x.real), x.shape), x.real))
