# make_jaxpr: the text of each kind of equation.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax import lax
x = jnp.ones((2, 3))
v = jnp.arange(3.)
print(jax.make_jaxpr(lambda a, b: jnp.sin(a) * b + 1)(1.0, 2.0))
print(jax.make_jaxpr(lambda a: jnp.sin(a) * 3)(v))
print(jax.make_jaxpr(lambda a: a)(v))
print(jax.make_jaxpr(lambda: 3)())
print(jax.make_jaxpr(lambda a, b: jnp.tanh(a @ b))(v, jnp.ones((3, 2))))
print(jax.make_jaxpr(lambda a: jax.jit(lambda x: x + 1.0)(a))(1.0))
print(jax.make_jaxpr(lambda a: (a.sum(), a.max(axis=1), a.T, a.reshape(6), a.reshape(3, -1)))(x))
print(jax.make_jaxpr(lambda a: (a.astype(int), a[0], a[:, 1:], a ** 2, a ** 0.5, -a, a > 1))(x))
print(jax.make_jaxpr(lambda a, b: lax.cond(a, lambda y: y * 2, lambda y: y + 1, b))(True, 2.0))
print(jax.make_jaxpr(lambda a: lax.while_loop(lambda c: c < 10., lambda c: c * 2., a))(2.0))
print(jax.make_jaxpr(lambda a: v + a)(v))
print(jax.make_jaxpr(lambda a: lax.select(a > 1, a, -a))(v))
print(jax.make_jaxpr(lambda p: {"q": p["x"] + p["y"]})({"x": 1, "y": jnp.ones(2)}))
print(jax.make_jaxpr(lambda a: lax.dynamic_slice(a, (1,), (2,)))(v))
print(jax.make_jaxpr(lambda a: lax.sort(a))(v))
print(jax.make_jaxpr(jnp.exp)(v))
print(jax.make_jaxpr(lambda a: lax.fori_loop(0, 3, lambda i, y: y * 2, a))(1.0))
print(jax.make_jaxpr(lambda a: jax.vmap(jnp.sin)(a))(v))

#CHECK{LITERAL}:{ lambda ; a:f32[] b:f32[]. let
#CHECK-NEXT{LITERAL}:    c:f32[] = sin a
#CHECK-NEXT{LITERAL}:    d:f32[] = mul c b
#CHECK-NEXT{LITERAL}:    e:f32[] = add d 1.0:f32[]
#CHECK-NEXT{LITERAL}:  in (e,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[3]. let b:f32[3] = sin a; c:f32[3] = mul b 3.0:f32[] in (c,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[3]. let  in (a,) }
#CHECK-NEXT{LITERAL}:{ lambda ; . let  in (3:i32[],) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[3] b:f32[3,2]. let
#CHECK-NEXT{LITERAL}:    c:f32[2] = dot_general[
#CHECK-NEXT{LITERAL}:      dimension_numbers=(([0], [0]), ([], []))
#CHECK-NEXT{LITERAL}:      preferred_element_type=float32
#CHECK-NEXT{LITERAL}:    ] a b
#CHECK-NEXT{LITERAL}:    d:f32[2] = tanh c
#CHECK-NEXT{LITERAL}:  in (d,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[]. let
#CHECK-NEXT{LITERAL}:    b:f32[] = jit[
#CHECK-NEXT{LITERAL}:      name=<lambda>
#CHECK-NEXT{LITERAL}:      jaxpr={ lambda ; a:f32[]. let b:f32[] = add a 1.0:f32[] in (b,) }
#CHECK-NEXT{LITERAL}:    ] a
#CHECK-NEXT{LITERAL}:  in (b,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[2,3]. let
#CHECK-NEXT{LITERAL}:    b:f32[] = reduce_sum[axes=(0, 1) out_sharding=None] a
#CHECK-NEXT{LITERAL}:    c:f32[2] = reduce_max[axes=(1,)] a
#CHECK-NEXT{LITERAL}:    d:f32[3,2] = transpose[permutation=(1, 0)] a
#CHECK-NEXT{LITERAL}:    e:f32[6] = reshape[dimensions=None new_sizes=(6,) sharding=None] a
#CHECK-NEXT{LITERAL}:    f:f32[3,2] = reshape[dimensions=None new_sizes=(3, 2) sharding=None] a
#CHECK-NEXT{LITERAL}:  in (b, c, d, e, f) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[2,3]. let
#CHECK-NEXT{LITERAL}:    b:i32[2,3] = convert_element_type[new_dtype=int32 weak_type=False] a
#CHECK-NEXT{LITERAL}:    c:f32[1,3] = slice[limit_indices=(1, 3) start_indices=(0, 0) strides=None] a
#CHECK-NEXT{LITERAL}:    d:f32[3] = squeeze[dimensions=(0,)] c
#CHECK-NEXT{LITERAL}:    e:f32[2,2] = slice[limit_indices=(2, 3) start_indices=(0, 1) strides=None] a
#CHECK-NEXT{LITERAL}:    f:f32[2,3] = integer_pow[y=2] a
#CHECK-NEXT{LITERAL}:    g:f32[2,3] = pow a 0.5:f32[]
#CHECK-NEXT{LITERAL}:    h:f32[2,3] = neg a
#CHECK-NEXT{LITERAL}:    i:bool[2,3] = gt a 1.0:f32[]
#CHECK-NEXT{LITERAL}:  in (b, d, e, f, g, h, i) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:bool[] b:f32[]. let
#CHECK-NEXT{LITERAL}:    c:i32[] = convert_element_type[new_dtype=int32 weak_type=False] a
#CHECK-NEXT{LITERAL}:    d:f32[] = cond[
#CHECK-NEXT{LITERAL}:      branches=(
#CHECK-NEXT{LITERAL}:        { lambda ; e:f32[]. let f:f32[] = add e 1.0:f32[] in (f,) }
#CHECK-NEXT{LITERAL}:        { lambda ; g:f32[]. let h:f32[] = mul g 2.0:f32[] in (h,) }
#CHECK-NEXT{LITERAL}:      )
#CHECK-NEXT{LITERAL}:    ] c b
#CHECK-NEXT{LITERAL}:  in (d,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[]. let
#CHECK-NEXT{LITERAL}:    b:f32[] = while[
#CHECK-NEXT{LITERAL}:      body_jaxpr={ lambda ; c:f32[]. let d:f32[] = mul c 2.0:f32[] in (d,) }
#CHECK-NEXT{LITERAL}:      body_nconsts=0
#CHECK-NEXT{LITERAL}:      cond_jaxpr={ lambda ; e:f32[]. let f:bool[] = lt e 10.0:f32[] in (f,) }
#CHECK-NEXT{LITERAL}:      cond_nconsts=0
#CHECK-NEXT{LITERAL}:    ] a
#CHECK-NEXT{LITERAL}:  in (b,) }
#CHECK-NEXT{LITERAL}:{ lambda a:f32[3]; b:f32[3]. let c:f32[3] = add a b in (c,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[3]. let
#CHECK-NEXT{LITERAL}:    b:bool[3] = gt a 1.0:f32[]
#CHECK-NEXT{LITERAL}:    c:f32[3] = neg a
#CHECK-NEXT{LITERAL}:    d:f32[3] = select_n b c a
#CHECK-NEXT{LITERAL}:  in (d,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:i32[] b:f32[2]. let
#CHECK-NEXT{LITERAL}:    c:f32[] = convert_element_type[new_dtype=float32 weak_type=False] a
#CHECK-NEXT{LITERAL}:    d:f32[2] = add c b
#CHECK-NEXT{LITERAL}:  in (d,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[3]. let
#CHECK-NEXT{LITERAL}:    b:f32[2] = dynamic_slice[slice_sizes=(2,)] a 1:i32[]
#CHECK-NEXT{LITERAL}:  in (b,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[3]. let
#CHECK-NEXT{LITERAL}:    b:f32[3] = sort[dimension=0 is_stable=True num_keys=1] a
#CHECK-NEXT{LITERAL}:  in (b,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[3]. let b:f32[3] = exp a in (b,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[]. let
#CHECK-NEXT{LITERAL}:    _:i32[] b:f32[] = scan[
#CHECK-NEXT{LITERAL}:      jaxpr={ lambda ; c:i32[] d:f32[]. let
#CHECK-NEXT{LITERAL}:          e:i32[] = add c 1:i32[]
#CHECK-NEXT{LITERAL}:          f:f32[] = mul d 2.0:f32[]
#CHECK-NEXT{LITERAL}:        in (e, f) }
#CHECK-NEXT{LITERAL}:      length=3
#CHECK-NEXT{LITERAL}:      num_carry=2
#CHECK-NEXT{LITERAL}:      num_consts=0
#CHECK-NEXT{LITERAL}:      reverse=False
#CHECK-NEXT{LITERAL}:      unroll=1
#CHECK-NEXT{LITERAL}:    ] 0:i32[] a
#CHECK-NEXT{LITERAL}:  in (b,) }
#CHECK-NEXT{LITERAL}:{ lambda ; a:f32[3]. let b:f32[3] = sin a in (b,) }
