# RUN: rm -rf %t && mkdir %t
# RUN: cjaxc %s --entry predict --sig 'f32[2,3], shift=f32[]' --emit=lib -o %t/libmodel.a
# RUN: gcc -I%t %S/Inputs/library_client.c %t/libmodel.a -o %t/client && %t/client | FileCheck %s
# RUN: not cjaxc %s --entry predict --emit=lib -o %t/libnone.a 2>&1 | FileCheck %s --check-prefix=MISSING
# RUN: not cjaxc %s --entry predcit --sig 'f32[2]' --emit=lib -o %t/libnone.a 2>&1 | FileCheck %s --check-prefix=UNKNOWN
# RUN: not cjaxc %s --entry predict --sig 'f33[2]' --emit=lib -o %t/libnone.a 2>&1 | FileCheck %s --check-prefix=TYPE
# RUN: not ls %t/libnone.a
import jax.numpy as jnp

weights = jnp.arange(6.0).reshape(3, 2)


def predict(x, shift):
    return x @ weights + shift, jnp.argmax(x, axis=1)


# CHECK: 10.5 13.5 28.5 40.5
# CHECK-NEXT: 2 2
# MISSING: TypeError: --sig: predict() has no type for 'x'
# UNKNOWN: NameError: --entry: the program has no function named 'predcit'
# TYPE: ValueError: --sig: unknown element type at 'f33[2]'
