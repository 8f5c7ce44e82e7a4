# Numbers taken out of arrays that are written as literals are Python's own: of any size, usable as shapes.
# RUN: cjaxc run %s | FileCheck %s
# RUN: cjaxc %s -o %t && not %t inf 2>&1 | FileCheck %s --check-prefix=INF
# RUN: not %t 1e30 2>&1 | FileCheck %s --check-prefix=LARGE
import sys
import jax.numpy as jnp

# CHECK: 22539340290692258087863249 0.10000000149011612 2 True 5
print(int(jnp.int32(7)) ** 30, float(jnp.float32(0.1)), int(jnp.array(2.9)), bool(jnp.array(3)), jnp.array(4).item() + 1)
# CHECK-NEXT: (3,)
print(jnp.zeros(int(jnp.array(3))).shape)
# Others are converted by the executable, which checks that they fit.
# INF: literal_scalars.py:[[@LINE+2]]:{{.*}} OverflowError: cannot convert float infinity to integer
# LARGE: literal_scalars.py:[[@LINE+1]]:{{.*}} OverflowError: integer result does not fit in 64 bits
print(int(jnp.array(float(sys.argv[1]) if len(sys.argv) > 1 else 2.5)))
