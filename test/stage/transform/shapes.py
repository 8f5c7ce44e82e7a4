# eval_shape, ShapeDtypeStruct, make_jaxpr, debug.print.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp

s = jax.ShapeDtypeStruct((2, 3), jnp.float32)
print(s, s.shape, s.dtype, s.size, s.ndim)
print(jax.eval_shape(lambda x, y: (x @ y, {"k": x.sum()}, 3), s, jnp.ones((3, 4))))
print(jax.make_jaxpr(lambda a, b: jnp.sin(a) * b + 1)(1.0, 2.0))
print(jax.make_jaxpr(lambda a: jnp.sin(a) * 3)(jnp.arange(3.0)))
print(jax.make_jaxpr(lambda n, a: a * n, static_argnums=0)(3, jnp.arange(3.0)))


@jax.jit
def f(x):
    jax.debug.print("x is {} and {y}", x, y=x * 2)
    return x + 1


print(f(1.0), f(2.0))
jax.debug.print("{}: {:.2f} {!r}", "text", 1.5, jnp.arange(2))
print(jax.vmap(lambda x: x * 2)(jnp.arange(2)), jax.block_until_ready(jnp.ones(1)), jax.devices(), jax.device_put(3))

#CHECK{LITERAL}:ShapeDtypeStruct(shape=(2, 3), dtype=float32) (2, 3) float32 6 2
#CHECK-NEXT{LITERAL}:(ShapeDtypeStruct(shape=(2, 4), dtype=float32), {'k': ShapeDtypeStruct(shape=(), dtype=float32)}, ShapeDtypeStruct(shape=(), dtype=int32, weak_type=True))
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[] b:f32[]. let
#CHECK-NEXT{LITERAL}:    c:f32[] = sin a
#CHECK-NEXT{LITERAL}:    d:f32[] = mul c b
#CHECK-NEXT{LITERAL}:    e:f32[] = add d 1.0:f32[]
#CHECK-NEXT{LITERAL}:  in (e,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[3]. let b:f32[3] = sin a; c:f32[3] = mul b 3.0:f32[] in (c,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[3]. let b:f32[3] = mul a 3.0:f32[] in (b,) }
#CHECK-NEXT{LITERAL}:x is 1.0 and 2.0
#CHECK-NEXT{LITERAL}:x is 2.0 and 4.0
#CHECK-NEXT{LITERAL}:2.0 3.0
#CHECK-NEXT{LITERAL}:text: 1.50 Array([0, 1], dtype=int32)
#CHECK-NEXT{LITERAL}:[0 2] [1.] [CpuDevice(id=0)] 3
