# make_jaxpr of functions with rules of their own and of checkpointed ones, as JAX prints them.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp


@jax.custom_jvp
def f(x):
    return jnp.sin(x)


def f_jvp(primals, tangents):
    return f(*primals), tangents[0]


f.defjvp(f_jvp)
print(jax.make_jaxpr(f)(1.0))


@jax.custom_vjp
def g(x):
    return jnp.sin(x)


def fwd(x):
    return g(x), x


def bwd(x, ct):
    return (x * ct,)


g.defvjp(fwd, bwd)
print(jax.make_jaxpr(g)(1.0))
print(jax.make_jaxpr(jax.checkpoint(jnp.sin))(1.0))

#CHECK{LITERAL}:{ lambda ; a:f32[]. let
#CHECK-NEXT{LITERAL}:    b:f32[] = custom_jvp_call[
#CHECK-NEXT{LITERAL}:      name=f
#CHECK-NEXT{LITERAL}:      call_jaxpr={ lambda ; c:f32[]. let d:f32[] = sin c in (d,) }
#CHECK-NEXT{LITERAL}:      jvp=f_jvp
#CHECK-NEXT{LITERAL}:      symbolic_zeros=False
#CHECK-NEXT{LITERAL}:    ] a
#CHECK-NEXT{LITERAL}:  in (b,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[]. let
#CHECK-NEXT{LITERAL}:    b:f32[] = custom_vjp_call[
#CHECK-NEXT{LITERAL}:      name=g
#CHECK-NEXT{LITERAL}:      bwd=bwd
#CHECK-NEXT{LITERAL}:      call_jaxpr={ lambda ; c:f32[]. let d:f32[] = sin c in (d,) }
#CHECK-NEXT{LITERAL}:      fwd=fwd
#CHECK-NEXT{LITERAL}:      symbolic_zeros=False
#CHECK-NEXT{LITERAL}:    ] a
#CHECK-NEXT{LITERAL}:  in (b,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[]. let
#CHECK-NEXT{LITERAL}:    b:f32[] = remat2[
#CHECK-NEXT{LITERAL}:      differentiated=False
#CHECK-NEXT{LITERAL}:      jaxpr={ lambda ; c:f32[]. let d:f32[] = sin c in (d,) }
#CHECK-NEXT{LITERAL}:      policy=None
#CHECK-NEXT{LITERAL}:      prevent_cse=True
#CHECK-NEXT{LITERAL}:    ] a
#CHECK-NEXT{LITERAL}:  in (b,) }
