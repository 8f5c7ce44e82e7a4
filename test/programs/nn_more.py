# Attention, orthogonal matrices, convolution of signals.
# jax: 0.10.2
import jax
import jax.numpy as jnp
from jax.scipy import integrate, signal

k = jax.random.split(jax.random.key(0), 4)
q, key, v = (jax.random.normal(k[i], (2, 5, 4, 3)) for i in range(3))
print(jax.nn.dot_product_attention(q, key, v)[0, :2])
print(jax.nn.dot_product_attention(q, key, v, is_causal=True, scale=0.5)[1, 0])
print(jax.nn.dot_product_attention(q, key[:, :, :2], v[:, :, :2], local_window_size=1)[0, 1])
print(jax.nn.dot_product_attention(q[0], key[0], v[0], mask=jnp.tril(jnp.ones((1, 5, 5), bool)))[2])
print(jax.nn.dot_product_attention(q, key, v, bias=jnp.ones((2, 4, 5, 5)), key_value_seq_lengths=jnp.array([2, 5]))[0, 0])
print(jax.grad(lambda q: jax.nn.dot_product_attention(q, key, v, is_causal=True).sum())(q)[0, 1])
x = jnp.linspace(-2.0, 2.0, 7)
print(jax.nn.sparse_plus(x), jax.nn.sparse_sigmoid(x), jax.nn.identity(x)[0])
print(jax.random.orthogonal(k[0], 3), jax.random.orthogonal(k[1], 2, m=4), jax.random.orthogonal(k[1], 2, (2,)).shape)
print(jax.nn.initializers.orthogonal(2.0)(k[2], (2, 3, 4)), jax.nn.initializers.orthogonal()(k[2], (5, 2)))
print(jax.nn.initializers.delta_orthogonal()(k[3], (3, 2, 3))[:, 0])
print(integrate.trapezoid(x ** 2, x))
a, b = jnp.arange(1.0, 7.0), jnp.array([1.0, -2.0, 0.5, 3.0])
for mode in ("full", "same", "valid"):
    for method in ("direct", "fft"):
        print(mode, signal.convolve(a, b, mode, method), signal.correlate(a, b, mode, method))
    print(signal.convolve2d(a.reshape(2, 3), b.reshape(2, 2), mode), signal.fftconvolve(a.reshape(3, 2), b.reshape(2, 2), mode))
print(signal.detrend(a ** 2), signal.detrend(a, type="constant"))
