# Functions of f64 that only f32 is made of, by products: shorter polynomials, the same f32 but for a few that lie in the middle.
# RUN: cjaxc %s -o %t && %t > %t.1 && FileCheck %s < %t.1
# RUN: cjaxc --cpu=x86-64-v3 %s -o %t.v3 && %t.v3 | cmp %t.1 -
# RUN: cjaxc --emit=linalg %s -o %t.mlir && FileCheck --check-prefix=IR %s < %t.mlir && FileCheck --check-prefix=LONG %s < %t.mlir
import jax
import jax.numpy as jnp
from jax.scipy.stats import norm

N = (1 << 16) + 3
bits = lambda v: jax.lax.bitcast_convert_type(v, jnp.int32)
x = jnp.linspace(-12.5, 9, N) + 0 * jax.random.uniform(jax.random.key(0), (N,))


# The coefficients of f64's own exponential are not in this kernel, where those for 2^-33 are.
# IR: func.func private @k{{[0-9]+}}_fusion(%arg0: memref<65539xf32> {llvm.noalias}, %arg1: memref<65539xf32> {llvm.noalias}, %arg2: memref<65539xf32>
# IR-NOT: 2.0875329440668889E-9
# IR: 1.1036702483592818E-5
# IR-NOT: 2.0875329440668889E-9
# IR: func.func
@jax.jit
def both(x):
    return jax.vmap(jax.value_and_grad(norm.cdf))(x)


p, d = both(x)
with jax.enable_x64(True):
    exact = jax.block_until_ready(jax.vmap(jax.value_and_grad(norm.cdf))(x.astype(jnp.float64)))  # f64 is what is asked for
    exact = [v.astype(jnp.float32) for v in exact]
for y, e in zip((p, d), exact):
    off = jnp.abs(bits(y) - bits(e))
    print(jnp.max(off) <= 1, jnp.mean(off > 0) < 0.005)
# CHECK: True True
# CHECK: True True
special = x.at[:8].set(jnp.array([jnp.nan, jnp.inf, -jnp.inf, 0.0, -0.0, 40, -40, 1e-30]))
p, d = both(special)
print(p[:8], 2 * d[:8])
# CHECK: [nan 1. 0. 0.5 0.5 1. 0. 0.5] [ nan 0. 0. 0.7978846 0.7978846 0. 0.
# CHECK-NEXT: 0.7978846]


# What is added may cancel: not shortened.
# LONG: func.func private @k{{[0-9]+}}_fusion(%arg0: memref<4099xf32>
# LONG: 2.0875329440668889E-9
@jax.jit
def cancels(x):
    with jax.enable_x64(True):
        z = x.astype(jnp.float64)
        return (jnp.exp(z) - 1 - z).astype(jnp.float32)


z = jax.block_until_ready(x[:4099] * 1e-5)
print(jnp.max(jnp.abs(cancels(z) / (z * z * 0.5) - 1)) < 1e-3)
# CHECK: True
