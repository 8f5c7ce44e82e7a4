# Complex arrays and bfloat16 as arguments and results of a library.
# RUN: rm -rf %t && mkdir %t
# RUN: cjaxc %s --entry rotate --sig 'c64[3], f32[], c64[], bf16[2]' --emit=lib -o %t/librot.a
# RUN: gcc -I%t %S/Inputs/library_complex.c %t/librot.a -o %t/client && %t/client | FileCheck %s
import jax.numpy as jnp


def rotate(z, a, w, h):
    return z * jnp.exp(1j * a), jnp.abs(z).sum(), w * 1j, h * 2


# CHECK: -2.00 1.00 1.00 0.00 -0.00 -1.00
# CHECK-NEXT: 4.24 -4.00 3.00 4000 c080
