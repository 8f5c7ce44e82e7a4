# Functions made of others: in 64 bits where a formula cancels, with derivatives where it has none.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax.scipy import special as sp

x = jnp.array([-3.0, 0.0, 2.0])
for f in (jax.nn.softplus, jax.nn.log_sigmoid, sp.log_ndtr, jnp.sinc):
    print([f"{float(v):.5f}" for v in jax.vmap(jax.grad(f))(x)], f(x).dtype)
print(jax.grad(jnp.logaddexp)(1.0, 1.0), jax.grad(jnp.logaddexp2)(1.0, 1.0), jax.grad(jnp.hypot)(3.0, 4.0))
print(jnp.sinc(3.0), jnp.sinc(-2.0), sp.gamma(7.0), sp.kl_div(1.0, 1.0000001), sp.logit(jnp.float16(0.501)))
print(jax.jit(jnp.logaddexp)(-0.5, -0.93275213), sp.ndtr(-12.0), jnp.hypot(jnp.bfloat16(3), jnp.bfloat16(4)))

#CHECK{LITERAL}:['0.04743', '0.50000', '0.88080'] float32
#CHECK-NEXT{LITERAL}:['0.95257', '0.50000', '0.11920'] float32
#CHECK-NEXT{LITERAL}:['3.28310', '0.79788', '0.05525'] float32
#CHECK-NEXT{LITERAL}:['0.33333', '0.00000', '0.50000'] float32
#CHECK-NEXT{LITERAL}:0.5 0.5 0.6
#CHECK-NEXT{LITERAL}:0.0 0.0 720.0 7.105427e-15 0.003906
#CHECK-NEXT{LITERAL}:-1.1208301e-09 1.7764822e-33 5
