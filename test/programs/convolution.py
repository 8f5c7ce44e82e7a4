# Convolutions with strides, dilations, groups and layouts; pooling; their derivatives.
# jax: 0.10.2
import jax
import jax.numpy as jnp
from jax import lax

x = jnp.sin(jnp.arange(2 * 4 * 7 * 6, dtype=jnp.float32)).reshape(2, 4, 7, 6)
w = jnp.cos(jnp.arange(6 * 4 * 3 * 2, dtype=jnp.float32)).reshape(6, 4, 3, 2)


def show(name, y):
    print(name, y.shape, jnp.sum(y), jnp.sum(y * jnp.arange(y.size).reshape(y.shape) / y.size))


show("valid", lax.conv(x, w, (1, 1), "VALID"))
show("same", lax.conv(x, w, (2, 1), "SAME"))
show("lower", lax.conv(x, w, (2, 2), "SAME_LOWER"))
show("pads", lax.conv_general_dilated(x, w, (1, 2), [(1, 2), (0, -1)]))
show("dilated", lax.conv_general_dilated(x, w, (1, 1), [(1, 1), (0, 2)], lhs_dilation=(2, 1), rhs_dilation=(1, 2)))
show("general", lax.conv_with_general_padding(x, w, (1, 1), [(0, 1), (1, 1)], (1, 2), (2, 1)))
show("groups", lax.conv_general_dilated(x, w[:, :2], (1, 1), "SAME", feature_group_count=2))
show("depthwise", lax.conv_general_dilated(x, jnp.tile(w[:, :1], (2, 1, 1, 1))[:8], (1, 1), "VALID", feature_group_count=4))
show("batch groups", lax.conv_general_dilated(x, w, (1, 1), "VALID", batch_group_count=2))
nhwc, hwio = x.transpose(0, 2, 3, 1), w.transpose(2, 3, 1, 0)
layout = ("NHWC", "HWIO", "NHWC")
y = lax.conv_general_dilated(nhwc, hwio, (1, 1), "SAME", dimension_numbers=layout)
show("nhwc", y)
print(y[0, 0])
show("line", lax.conv_general_dilated(x[:, :, 0], w[:, :, 0], (1,), [(1, 0)]))
show("transpose", lax.conv_transpose(nhwc, hwio, (2, 2), "SAME"))
show("transpose valid", lax.conv_transpose(nhwc, hwio, (2, 3), "VALID"))
show("transpose kernel", lax.conv_transpose(nhwc[..., :4], w.transpose(2, 3, 1, 0)[..., :4].swapaxes(2, 3), (1, 2), "SAME", transpose_kernel=True))
show("large kernel", lax.conv(x, jnp.cos(jnp.arange(3 * 4 * 49.0)).reshape(3, 4, 7, 7), (1, 1), [(3, 3), (3, 3)]))
show("patches", lax.conv_general_dilated_patches(x, (2, 2), (1, 1), "VALID"))

loss = lambda x, w: jnp.sum(lax.conv_general_dilated(x, w, (2, 1), "SAME", rhs_dilation=(1, 2)) ** 2)
for g in jax.grad(loss, (0, 1))(x, w):
    show("grad", g)
show("jvp", jax.jvp(lambda x: lax.conv(x, w, (1, 1), "VALID"), (x,), (x * 2,))[1])
show("vmap", jax.vmap(lambda a: lax.conv(a[None], w, (1, 1), "VALID"))(x))
show("vmap w", jax.jit(jax.vmap(lambda a: lax.conv(x, a, (1, 1), "VALID")))(jnp.stack([w, w * 2])))

m = jnp.round(x * 3)
show("max", lax.reduce_window(m, -jnp.inf, lax.max, (1, 1, 2, 2), (1, 1, 2, 2), "VALID"))
show("min", lax.reduce_window(m, jnp.inf, lax.min, (1, 1, 3, 2), (1, 1, 1, 2), "SAME"))
show("sum", lax.reduce_window(m, 0.0, lax.add, (1, 1, 3, 3), (1, 1, 1, 1), "SAME"))
show("mul", lax.reduce_window(m, 1.0, lax.mul, (1, 1, 2, 2), (1, 1, 1, 1), [(0, 0), (0, 0), (1, 0), (0, 2)]))
show("window dilation", lax.reduce_window(m, 0.0, lax.add, (1, 1, 2, 2), (1, 1, 1, 1), [(0, 0)] * 4, (1, 1, 2, 1), (1, 1, 2, 2)))
print(lax.reduce_window(jnp.arange(8), 0, lax.add, (3,), (2,), "VALID"), lax.reduce_window(jnp.arange(8), 5, lax.max, (3,), (2,), "SAME"))
show("max grad", jax.grad(lambda m: jnp.sum(lax.reduce_window(m, -jnp.inf, lax.max, (1, 1, 2, 2), (1, 1, 2, 2), "VALID") ** 2))(m))
show("mean grad", jax.grad(lambda m: jnp.sum(lax.reduce_window(m, 0.0, lax.add, (1, 1, 2, 2), (1, 1, 1, 1), "SAME") ** 2))(m))
print(lax.reduce_precision(jnp.array([1.00390625, 3.14159, 1e6, 1e-9]), 5, 10), lax.reduce_precision(jnp.float32(2.7182818), 8, 7))
