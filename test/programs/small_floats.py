"""Floats of at most 8 bits: all conversions, and what computes with them."""
import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

NAMES = ["float8_e3m4", "float8_e4m3", "float8_e4m3b11fnuz", "float8_e4m3fn", "float8_e4m3fnuz", "float8_e5m2",
         "float8_e5m2fnuz", "float8_e8m0fnu", "float4_e2m1fn"]
points = jnp.concatenate([(jnp.arange(57) - 28) / 8, jnp.float32(2.0) ** jnp.linspace(-140, 127.9, 101),
                          jnp.array([0.0, -0.0, jnp.inf, -jnp.inf, 464.0, 465.0, -500.0, 5.0, 0.25, 61440.0, 61439.0])])


def total(codes):
    """A sum that each code and its place change."""
    codes = codes.astype(jnp.uint32)
    return (codes * (jnp.arange(codes.size, dtype=jnp.uint32) * 40503 + 1)).sum()


def shown(x):
    return jnp.where(jnp.isnan(x), -7777, x)


for name in NAMES:
    t = jnp.dtype(name)
    n = 16 if t == "float4_e2m1fn" else 256
    scale = name == "float8_e8m0fnu"
    every = lax.bitcast_convert_type(jnp.arange(n, dtype=jnp.uint8).at[0].set(1 * scale), t) if n == 256 else jnp.linspace(-6, 6, 25).astype(t)
    wide = every.astype(jnp.float32)
    print(name, repr(t), t.itemsize, t.kind, t.str, jnp.issubdtype(t, jnp.floating), getattr(jnp, name) == t)
    print(jnp.where(jnp.isfinite(wide), wide, 3).max(), shown(every.astype(jnp.float16))[3:9], shown(every.astype(jnp.bfloat16))[-9:], every[n // 8: n // 8 + 4])
    print((wide.astype(t).astype(jnp.float32) == wide).sum(), every[n // 2:].astype(jnp.int32)[1:3], every[1:].astype(bool)[:3])
    for source in (jnp.float32, jnp.float16, jnp.bfloat16):
        codes = points.astype(source).astype(t)
        print(total(codes.view(jnp.uint8)) if n == 256 else codes[::8], codes[-11:])
    a, b = every[::7], every[::-7]
    for f in (lambda: a + b, lambda: a * b, lambda: a / b, lambda: a - 1.5, lambda: -a, lambda: abs(a), lambda: a * 2 + 1):
        y = f()
        print(y.dtype == t, shown(y.astype(jnp.float32))[:12])
    print(jnp.exp(a[:5]), jnp.sqrt(abs(a[:5])), a[:5] > b[:5], jnp.where(a > b, a, b)[:6])
    x = jnp.array([0.25, 1, 2, 3.2, -1.5, 0.01]).astype(t)
    print(repr(x), scale or x[:3].sum(), x.max(), x[::-1], x.reshape(2, 3), x[0].item(), float(x[1]), f"{x[2]}", x.tolist())
    print(scale or jnp.argmax(x), jnp.concatenate([x, x])[4:8], x.at[1].set(2), lax.scan(lambda c, v: (c + v, c * v), x[0], x[1:4]))
    print(jnp.finfo(name), repr(jnp.finfo(name)), jnp.finfo(name).max, jnp.finfo(name).precision, jnp.finfo(name).negep)
    print(jnp.zeros((2,), t), jnp.full((2,), 2, t), jnp.arange(1, 4, dtype=t)[:2], jnp.asarray([1, 2.5], name))
print(repr(x.astype("float8_e5m2").astype("float8_e4m3fn")), jnp.float8_e5m2(2.3), np.asarray(x.astype(jnp.float8_e5m2)).dtype)

x = jnp.array([1.0, 2.0]).astype(jnp.float8_e4m3fn)
print(jax.make_jaxpr(lambda x: x * x + 1)(x))
print(jax.grad(lambda x: (x * x).sum())(x), jax.vmap(lambda v: v * 2)(x), jax.jit(lambda v: v @ v)(x))
print(lax.dot_general(x, x, (((0,), (0,)), ((), ())), preferred_element_type=jnp.float32))
print(jnp.promote_types(jnp.float8_e4m3fn, jnp.int8), jnp.result_type(x, 1.5), jnp.result_type(x, True))
for f in (lambda: x + jnp.float32(1), lambda: x + x.astype(jnp.float8_e5m2), lambda: x + 1j,
          lambda: jnp.promote_types(jnp.float4_e2m1fn, jnp.bfloat16)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e)[-215:])
