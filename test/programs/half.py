# float16 and bfloat16, and small integers, of values that only the executable knows.
import sys

import jax
import jax.numpy as jnp
from jax import grad, lax, random

n = len(sys.argv)  # 1
h = jnp.array([1.5, -2.25, 1000.0, 1e-7, 6550.0, 0.1], dtype=jnp.float16) * n
b = jnp.array([1.5, -2.25, 1000.0, 1e-7, 3e38, 0.1], dtype=jnp.bfloat16) * n
i8 = jnp.array([1, -128, 127, 0, -1, 5], dtype=jnp.int8) * n
u8 = jnp.array([1, 255, 128, 0, 7, 5], dtype=jnp.uint8) * n
u32 = jnp.array([1, 2**32 - 1, 2**31, 0, 7, 5], dtype=jnp.uint32) * n
for x in (h, b):
    print(repr(x), x + x, x * x, x / 3, x - 1, x**2, -x, abs(x))
    print(jnp.exp(x), jnp.log(x), jnp.tanh(x), jnp.sqrt(x), jnp.sign(x), jnp.floor(x), jnp.round(x), sep="\n")
    print(x.sum(), x.mean(), x.max(), x.min(), jnp.var(x[:4]), jnp.cumsum(x), x.dtype)
    print(x[:4] @ x[:4], jnp.outer(x, x)[1], lax.dot(x[:4], x[:4], preferred_element_type=jnp.float32))
    print(x > 1, jnp.where(x > 0, x, 0), jnp.argmax(x), jnp.sort(x), jnp.clip(x, -1, 1), jnp.nextafter(x, x * 0))
    print(x.astype(jnp.float32), x.astype(jnp.int32), x.astype(bool), x[0].item(), float(x[5]), f"{x[5]:.3f}")
    print(grad(lambda v: jnp.sum(jnp.sin(v) * v))(x[:2]), jax.nn.sigmoid(x[:2]), jax.nn.softmax(x[:2]))
    print(lax.scan(lambda c, v: (c + v, c * v), x[0] * 0, x[:4]))
    print(random.uniform(random.key(n), (4,), x.dtype), random.normal(random.key(n), (4,), x.dtype))
    print(repr(jnp.finfo(x.dtype)), jnp.finfo(x.dtype), sep="\n")
print((h + b).dtype, (h + 1).dtype, (b * 2.5).dtype, (h + i8).dtype, b.astype(jnp.float16), h.astype(jnp.bfloat16))
print(i8 + i8, i8 * i8, i8 // 3, i8 % 3, i8**2, abs(i8), i8 >> 1, i8 << 1, i8 // 0, i8 % 0, i8.sum(), i8.max())
print(lax.div(i8, i8 * 0 - 1), lax.rem(i8, i8 * 0), lax.shift_left(i8, i8 * 0 + 9), jnp.power(i8, u8.astype(jnp.int8) & 7))
print(u8 + u8, u8 * u8, u8 // 3, u8 % 3, -u8, ~u8, u8 >> 1, u8 << 1, u8.sum(), u8.mean(), u8 - 7, jnp.sort(u8))
print(u32 * u32, u32 // 3, u32 / 2, u32 > 7, u32.astype(jnp.int32), u32.astype(jnp.float32), lax.clz(u32), lax.population_count(u32))
print(h.astype(jnp.int8), b.astype(jnp.uint8), i8.astype(jnp.uint32), i8.astype(jnp.float16), i8 @ i8, jnp.iinfo(u8.dtype))
