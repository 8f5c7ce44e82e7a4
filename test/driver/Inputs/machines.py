# What a machine's code, its runtime and its libc do: kernels, loops, factorisations, float16, texts, random bits.
import sys

import jax
import jax.numpy as jnp

n = int(sys.argv[1])
x = jnp.linspace(0.1, 3.0, 50) * n


@jax.jit
def loss(w):
    return jnp.mean(jnp.tanh(jnp.outer(x, w)) ** 2 - jnp.exp(-w) * jnp.log(x)[:, None])


w = jnp.array([0.1, -0.5, 2.0])
for i in range(5):
    w = w - 0.1 * jax.grad(loss)(w)
print("w", w, f"{float(loss(w)):.4f}")
a = jnp.cos(jnp.outer(jnp.arange(6.0), jnp.arange(6.0))) + 6 * n * jnp.eye(6)
print("solve", jnp.linalg.solve(a, jnp.arange(6.0)), jnp.linalg.det(a))
print("fft", jnp.fft.rfft(x)[:3])
print("sort", jnp.sort(jnp.sin(x))[:4], jnp.argmax(jnp.sin(x)), x.sum())
print("half", (x[:5].astype(jnp.float16) / 3), x[:3].astype(jnp.bfloat16))
print("random", jax.random.normal(jax.random.key(n), (3,)), jax.random.randint(jax.random.key(1), (4,), 0, 100))
print("integers", jnp.arange(5) * n // 3, (jnp.arange(5, dtype=jnp.uint8) - n) >> 1, 10**15 // n)
print("small", jnp.float32(1e-38) * jnp.float32(1e-5 * n) == 0)
total, k = 0.0, 1
while total < 2.5:
    total, k = total + 1 / (k * n), k + 1
print("while", k, total)
