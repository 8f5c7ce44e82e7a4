# Kernels that take long have a copy for newer processors, with all that they call; the others, and
# programs for one level, have none. The digits are the same.
# RUN: cjaxc --emit=llvm %s -o - | FileCheck %s
# RUN: cjaxc --emit=llvm %s --cpu=x86-64-v3 -o - | FileCheck --check-prefix=ONE %s
# RUN: cjaxc --emit=llvm %s --no-dispatch -o - | FileCheck --check-prefix=ONE %s
# RUN: cjaxc --emit=llvm %s -O0 -o - | FileCheck --check-prefix=ONE %s
# RUN: cjaxc %s -o %t && env CJAX_CPU=x86-64-v3 %t > %t.3 && env CJAX_CPU=x86-64-v4 %t > %t.4 && cmp %t.3 %t.4
# RUN: cjaxc run %s | diff - %t.3
import jax
import jax.numpy as jnp
from jax import lax


@jax.jit
def long(x):  # in a loop, and by threads
    return lax.fori_loop(0, 40, lambda i, x: jnp.sin(x) + jnp.exp(-x * x) @ jnp.ones((256, 256)) / 256, x)


@jax.jit
def short(x):
    return jnp.cumsum(jnp.sin(x))


x = jnp.linspace(0, 1, 2048 * 256).reshape(2048, 256)
y = long(x)
print(y.sum(), y[::500, ::100].tolist())
print(short(x[0])[-1])

# CHECK-DAG: @cjax_cpu_needed = {{.*}}constant i32 3
# CHECK-DAG: @cjax_cpu_most = {{.*}}constant i32 4
# CHECK-DAG: define internal fastcc void [[K:@k[0-9]+_fusion]].v4({{.*}} #[[V4:[0-9]+]]
# CHECK-DAG: load i32, ptr @cjax_rt_cpu_level
# CHECK-DAG: call fastcc void [[K]].v4(
# CHECK-DAG: call fastcc void [[K]].v3(
# CHECK-DAG: define {{.*}} @rare_sin_large_16xf32.v4(
# CHECK-DAG: attributes #[[V4]] = {{.*}}"prefer-vector-width"="512" "target-cpu"="x86-64-v4"
# CHECK-NOT: cumsum.v4
# ONE-DAG: @cjax_cpu_needed = {{.*}}constant i32 3
# ONE-NOT: .v4
