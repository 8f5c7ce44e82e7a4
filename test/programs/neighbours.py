# Elementwise code over slices, rolls and padded arrays, whose elements kernels read at other indices; convolutions with a window per feature.
import jax
import jax.numpy as jnp
from jax import lax
import sys

one = jnp.float32(len(sys.argv))


def show(name, *xs):
    for x in xs:
        print(name, x.shape, x.sum(), jnp.abs(x).ravel()[::3].sum(), x.ravel()[:3], x.ravel()[-3:])


def grid(*shape):
    return (jnp.sin(jnp.arange(1.0, 1 + jnp.zeros(shape).size)) * one).reshape(shape)


for shape in ((3, 5), (9, 40), (33, 101), (2, 3, 70), (4, 128)):
    u = grid(*shape)
    show("slices", u[..., :-1] + 2 * u[..., 1:], u[1:] * u[:-1], (u[..., 2:] - u[..., :-2])[1:] * 0.5, u[::2, ..., 1:] - 1)
    show("rolls", u - jnp.roll(u, 1, -1), u - jnp.roll(u, -2, 0) * jnp.roll(u, 2, -1), jnp.roll(u, (1, -1), (0, -1)) + u)
    show("rolls of slices", jnp.roll(u[..., 1:], 1, -1) * 2 + u[..., :-1], jnp.roll(u, 1, -1)[..., 1:] + jnp.roll(u, -1, -1)[..., :-1])
    show("sums", (u[..., 1:] - u[..., :-1]).sum(-1), (u[1:] * 2).max(0), ((u - jnp.roll(u, 1, -1)) ** 2).sum(), jnp.exp(u[..., 1:]).mean())
    p = jnp.pad(u, 1, constant_values=0.5)
    show("pads", p * 2, p[..., 2:] - p[..., :-2], p[:-2] + p[2:], jnp.pad(u, [(0, 0)] * (u.ndim - 1) + [(3, 0)]) - 1)
    show("negative", lax.pad(u, 1.5 * one, [(-1, 1, 0)] + [(0, 0, 0)] * (u.ndim - 2) + [(2, -1, 0)]) * 3)
    show("pad of roll", jnp.pad(jnp.roll(u, 1, -1), 1) + 1, jnp.roll(jnp.pad(u, 1), 2, -1) * 2, jnp.pad(u + 1, 2)[..., 1:] * 2)
    show("softmax", jax.nn.softmax(u[..., 1:] * 2 - u[..., :1]), u[..., 1:] - u[..., 1:].mean(-1, keepdims=True))

n = jnp.arange(100) * len(sys.argv)
print((n[1:] - n[:-1]).sum(), (jnp.roll(n, 3) ^ n).sum(), jnp.pad(n > 50, 2).sum(), (~jnp.pad(n > 50, 2, constant_values=True))[:60:7])
x = grid(100)
show("one axis", x[1:] - x[:-1], x + jnp.roll(x, 5), jnp.pad(x, (2, 3)) * 2, jnp.exp(x[3:]) + jnp.tanh(x[:-3]))

for spec, shape in (("NHWC", (2, 9, 37, 5)), ("NCHW", (2, 5, 9, 37)), ("NHWC", (1, 12, 40, 1)), ("NCHW", (1, 1, 12, 40)), ("CNHW", (5, 2, 9, 37))):
    for strides, padding, dilation in (((1, 1), "SAME", (1, 1)), ((2, 1), "VALID", (1, 2)), ((1, 2), ((2, 0), (1, 3)), (1, 1))):
        y = grid(*shape)
        c = shape[spec.index("C")]
        w = jnp.cos(jnp.arange(9.0 * c)).reshape(3, 3, 1, c) * one

        def conv(y, w):
            return lax.conv_general_dilated(y, w, strides, padding, rhs_dilation=dilation, dimension_numbers=(spec, "HWIO", spec), feature_group_count=c)

        show("conv " + spec, conv(y, w), *jax.grad(lambda y, w: (conv(y, w) ** 2).sum(), (0, 1))(y, w))


def heat(_, u):
    return u.at[1:-1, 1:-1].add(0.1 * (u[2:, 1:-1] + u[:-2, 1:-1] + u[1:-1, 2:] + u[1:-1, :-2] - 4 * u[1:-1, 1:-1]))


u = grid(40, 50)
show("heat", lax.fori_loop(0, 10, heat, u), jax.grad(lambda u: lax.fori_loop(0, 3, heat, u).max())(u))
show("vmap", jax.vmap(lambda v: jnp.roll(v, 1) - v[::-1])(u), jax.vmap(jnp.gradient)(u))
