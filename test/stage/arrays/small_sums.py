# Sums of small integers have the default width, without a warning; finfo and iinfo print.
# RUN: cjaxc run %s 2>&1 | FileCheck %s --match-full-lines
import jax.numpy as jnp

u8 = jnp.array([1, 255], dtype=jnp.uint8)
# CHECK: 256 128.0 [1 0] 255 uint32
print(u8.sum(), u8.mean(), jnp.cumsum(u8), u8.prod(), u8.sum().dtype)
# CHECK-NEXT: finfo(resolution=0.001, min=-6.55040e+04, max=6.55040e+04, dtype=float16)
print(repr(jnp.finfo(jnp.float16)))
# CHECK-NEXT: iinfo(min=0, max=18446744073709551615, dtype=uint64)
print(jnp.iinfo("uint64"))
# CHECK-NEXT: Machine parameters for bfloat16
# CHECK-NEXT: {{-+}}
# CHECK-NEXT: precision = 2 resolution = 0.0100098
# CHECK-NEXT: machep = -7 eps = 0.0078125
print(jnp.finfo(jnp.bfloat16))
