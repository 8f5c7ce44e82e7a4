# Functions with derivative rules of their own run; named axes are known by name.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax import lax


@jax.custom_jvp
def f(x):
    return x * 2


f.defjvp(lambda primals, tangents: (f(primals[0]), 2.0 * tangents[0]))
print(f(1.0), jax.jit(f)(2.0), jax.vmap(f)(jnp.arange(2.0)), f.__name__)
g = jax.custom_vjp(lambda x: x)
try:
    g(1.0)
except AttributeError as e:
    print(e)
try:
    lax.psum(1.0, "i")
except NameError as e:
    print(e)

#CHECK{LITERAL}:2.0 4.0 [0. 2.] f
#CHECK-NEXT{LITERAL}:No VJP defined for custom_vjp function <lambda> using defvjp.
#CHECK-NEXT{LITERAL}:unbound axis name: i
