# Convolutions whose windows are read where they are, and their derivatives: of whole numbers, as with windows that are copied.
# RUN: cjaxc --cpu=x86-64-v3 %s -o %t && %t > %t.1
# RUN: cjaxc --cpu=x86-64-v3 --without=windows %s -o %t.w && %t.w > %t.copied && cmp %t.1 %t.copied
# RUN: cjaxc --emit=expanded %s -o - | FileCheck %s
# RUN: cjaxc --emit=expanded --without=windows %s -o - | FileCheck %s --check-prefix=COPIED
# CHECK-COUNT-6: cjax.patches %arg
# COPIED-NOT: cjax.patches %arg
import jax
import jax.numpy as jnp
from jax import lax

jax.config.update("jax_enable_x64", True)


def whole(i, *shape):
    return jax.random.randint(jax.random.key(i), shape, -3, 4)


def check(dtype, image, kernel, strides, padding, dilation=None):
    spec = {3: ("NWC", "WIO", "NWC"), 4: ("NHWC", "HWIO", "NHWC"), 5: ("NDHWC", "DHWIO", "NDHWC")}[len(image)]
    x, w = whole(1, *image).astype(dtype), whole(2, *kernel).astype(dtype)
    f = lambda x, w: lax.conv_general_dilated(x, w, strides, padding, rhs_dilation=dilation, dimension_numbers=spec)
    z, back = jax.vjp(f, x, w)
    dx, dw = back(whole(3, *z.shape).astype(dtype))
    print(z.shape, jnp.sum(z), jnp.sum(z * z), jnp.sum(dx * dx), jnp.sum(dw), dw.ravel()[:4], z.ravel()[-4:])


check(jnp.float64, (3, 14, 15, 8), (3, 2, 8, 20), (2, 1), "VALID")
check(jnp.float32, (2, 50, 8), (3, 8, 17), (1,), "VALID", (2,))
check(jnp.float64, (1, 6, 7, 8, 8), (2, 3, 2, 8, 5), (1, 2, 1), "SAME")
