# jit: tracing once per signature, defaults, keywords, closures, structures, static arguments.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import functools

import jax
import jax.numpy as jnp


@jax.jit
def scale(x, k=2.0):
    print("tracing scale for", x.shape, x.dtype, x)
    return x * k


print(jax.jit(lambda x: x * 2)(jnp.arange(3)))
print(scale(jnp.arange(3)), scale(jnp.arange(3) + 5), scale(jnp.ones((2, 1)), k=0.5))
print(scale(1), scale(2), scale(1.0), scale(x=3))


@functools.partial(jax.jit, static_argnames=("mode", "times"))
def repeat(x, mode="add", *, times=1):
    print("tracing repeat", mode, times)
    for _ in range(times):
        x = x + 1 if mode == "add" else x * 2
    return x


a = jnp.array([1, 2])
print(repeat(a), repeat(a, times=3), repeat(a, mode="mul", times=4), repeat(a, "add", times=3))
c = jnp.arange(4.0)
print(jax.jit(lambda d: {"x": d["x"] + c, "y": (d["y"], None)})({"x": 1.0, "y": 2}))
print(jax.jit(lambda: (3, 2.5, True, None))(), jax.jit(jax.jit(jnp.sum))(c))
f = lambda x: x + c[0]
print(jax.jit(f)(1.0), jax.jit(f)(2.0), jax.jit(jax.jit(f))(3.0))
power = jax.jit(lambda x, n: x**n if n > 0 else 1 / x**-n, static_argnums=1)
print(power(a, 3), power(a * 1.0, -1), power(3.0, 2), power(2, 1) == power(2, True))
with jax.disable_jit():
    print(scale(jnp.arange(2)))
print(scale.__name__, power.__wrapped__ is not None)

#CHECK{LITERAL}:[0 2 4]
#CHECK-NEXT{LITERAL}:tracing scale for (3,) int32 JitTracer(int32[3])
#CHECK-NEXT{LITERAL}:tracing scale for (2, 1) float32 JitTracer(float32[2,1])
#CHECK-NEXT{LITERAL}:[0. 2. 4.] [10. 12. 14.] [[0.5]
#CHECK-NEXT{LITERAL}: [0.5]]
#CHECK-NEXT{LITERAL}:tracing scale for () int32 JitTracer(~int32[])
#CHECK-NEXT{LITERAL}:tracing scale for () float32 JitTracer(~float32[])
#CHECK-NEXT{LITERAL}:tracing scale for () int32 JitTracer(~int32[])
#CHECK-NEXT{LITERAL}:2.0 4.0 2.0 6.0
#CHECK-NEXT{LITERAL}:tracing repeat add 1
#CHECK-NEXT{LITERAL}:tracing repeat add 3
#CHECK-NEXT{LITERAL}:tracing repeat mul 4
#CHECK-NEXT{LITERAL}:tracing repeat add 3
#CHECK-NEXT{LITERAL}:[2 3] [4 5] [16 32] [4 5]
#CHECK-NEXT{LITERAL}:{'x': Array([1., 2., 3., 4.], dtype=float32), 'y': (Array(2, dtype=int32, weak_type=True), None)}
#CHECK-NEXT{LITERAL}:(Array(3, dtype=int32, weak_type=True), Array(2.5, dtype=float32, weak_type=True), Array(True, dtype=bool), None) 6.0
#CHECK-NEXT{LITERAL}:1.0 2.0 3.0
#CHECK-NEXT{LITERAL}:[1 8] [1.  0.5] 9.0 True
#CHECK-NEXT{LITERAL}:tracing scale for (2,) int32 [0 1]
#CHECK-NEXT{LITERAL}:[0. 2.]
#CHECK-NEXT{LITERAL}:scale True
