# Fourier transforms of many lengths, real and in several dimensions, their derivatives.
# jax: 0.10.2
import jax
import jax.numpy as jnp

for n in [1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 30, 37, 49, 64, 97, 100, 101]:
    x = jnp.sin(jnp.arange(n) * 1.3) + jnp.cos(jnp.arange(n) ** 2.0)
    z = x + 1j * jnp.cos(jnp.arange(n) * 0.7)
    y = jnp.fft.fft(z)
    print(n, y[:3], jnp.allclose(jnp.fft.ifft(y), z, atol=1e-5), jnp.abs(y).sum())
    r = jnp.fft.rfft(x)
    print(r[-2:], jnp.allclose(jnp.fft.irfft(r, n), x, atol=1e-5), jnp.fft.hfft(z, n)[:2], jnp.fft.ihfft(x)[:2])
m = jnp.arange(24.0).reshape(2, 3, 4) ** 1.5
for f in (jnp.fft.fftn, jnp.fft.ifftn, jnp.fft.fft2, jnp.fft.ifft2, jnp.fft.rfftn, jnp.fft.rfft2):
    print(f(m)[1])
print(jnp.fft.irfftn(jnp.fft.rfftn(m), m.shape)[0], jnp.fft.irfft2(m[0]))
for norm in ("backward", "ortho", "forward"):
    print(jnp.fft.fft(m, norm=norm)[0, 0], jnp.fft.irfft(m, norm=norm)[0, 0])
print(jnp.fft.fft(m, n=2)[0, 0], jnp.fft.fft(m, n=6, axis=1)[0, :, 0], jnp.fft.rfft(m, n=7)[0, 0])
print(jnp.fft.fft2(m, s=(2, 2), axes=(0, 2))[:, 1])
print(jnp.fft.fftfreq(5), jnp.fft.fftfreq(6, d=0.1), jnp.fft.rfftfreq(6), jnp.fft.rfftfreq(7, 0.5))
print(jnp.fft.fftshift(jnp.arange(5)), jnp.fft.ifftshift(jnp.arange(5)), jnp.fft.fftshift(m)[0, 0])

x = jnp.arange(1.0, 7.0)
print(jax.grad(lambda x: jnp.sum(jnp.abs(jnp.fft.fft(x)) ** 3))(x))
print(jax.grad(lambda x: jnp.sum(jnp.abs(jnp.fft.rfft(x)) ** 3))(x))
print(jax.grad(lambda x: jnp.sum(jnp.fft.irfft(x) ** 3))(x + 0j), jax.grad(lambda x: jnp.sum(jnp.fft.irfft(x, 9) ** 3))(x * 1j))
print(jax.jvp(lambda x: jnp.fft.ifft(x)[1], (x + 1j,), (x * 2j,))[1])
print(jax.vmap(jnp.fft.fft, in_axes=1)(m[0])[2], jax.jit(jax.vmap(jnp.fft.irfft))(m[0] * 1j)[0])
