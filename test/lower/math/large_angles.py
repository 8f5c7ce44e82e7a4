# Sine, cosine and tangent of huge arguments are reduced exactly, alone and among many.
# RUN: cjaxc run %s | FileCheck %s
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc --emit=llvm %s -o - | FileCheck --check-prefix=COLD %s
import jax
jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp

x = jnp.array([1e22, -1e22, 2.0**50, 1.7976931348623157e308, 6381956970095103.0 * 2.0**797, jnp.inf, jnp.nan])
print(jnp.sin(x).tolist())
# CHECK: [-0.8522008497671888, 0.8522008497671888, 0.49639651520894085, 0.004961954789184062, 1.0, nan, nan]
print(jnp.cos(x).tolist())
# CHECK: [0.523214785395139, 0.523214785395139, 0.8680959046605506, -0.9999876894265599, -4.68716592425462e-19, nan, nan]
print(jnp.tan(x).tolist())
# CHECK: [-1.6287782256068{{[0-9]+}}, 1.6287782256068{{[0-9]+}}, 0.5718222059843{{[0-9]+}}, -0.0049620158744448{{[0-9]+}}, -2.1334853857537{{[0-9]+}}e+18, nan, nan]

many = jnp.where(jnp.arange(1000) == 77, 1e30, jnp.arange(1000)).astype(jnp.float32)
y = jnp.sin(many)
print(y[77], y[78], jnp.sum(jnp.isnan(y)))
# CHECK: -0.79116344 0.5139785 0

# The reduction of huge arguments stands once for all sines of a shape of values, however many there are.
for i in range(20):
    y = jnp.sin(y + jnp.sin(y[::-1]))
print(jnp.max(y) <= 1)
# CHECK: True
# COLD-COUNT-1: define {{.*}}@rare_sin_large_16xf32(
# COLD-NOT: define {{.*}}@rare_sin_large_16xf32(
