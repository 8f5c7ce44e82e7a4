# Reductions of much over the first dimension are made in 16 shares whatever the number of threads: the bits are those of one
# thread, and of each level of x86-64.
# RUN: cjaxc %s -o %t && env CJAX_NUM_THREADS=1 %t > %t.1 && env CJAX_NUM_THREADS=2 %t > %t.2 && env CJAX_NUM_THREADS=7 %t > %t.7
# RUN: cmp %t.1 %t.2 && cmp %t.1 %t.7 && FileCheck %s < %t.1
# RUN: cjaxc --cpu=x86-64-v3 %s -o %t.v3 && %t.v3 > %t.3 && cmp %t.1 %t.3
# RUN: cjaxc --all-threads %s -o %t.a && %t.a > %t.5 && env CJAX_NUM_THREADS=1 %t.a | cmp %t.5 -
# RUN: cjaxc --no-threads %s -o %t.n && %t.n > %t.4 && cmp %t.1 %t.4
# RUN: cjaxc -O0 %s -o %t.0 && %t.0 | FileCheck %s
# RUN: cjaxc --emit=linalg %s -o - | FileCheck --check-prefix=IR %s
import jax
import jax.numpy as jnp

N = 1 << 19
key = jax.random.key(1)
x = jax.random.normal(key, (N + 13,))
a = x[:N].reshape(1024, 512)
i = jax.random.randint(key, (N,), -100, 100)


@jax.jit
def flat(x):  # mean, then what is left of it: two stages and an elementwise one
    return jnp.std(x), (x - jnp.mean(x))[5], jnp.sum(jnp.sin(x)), jnp.max(jnp.abs(x)), jnp.argmin(x)


@jax.jit
def scaled(a):  # rows of which each has its factor: not of one dimension
    return jnp.sum(a * jnp.arange(1024.0)[:, None]), jnp.min(a), jnp.prod(1 + 1e-4 * a)


@jax.jit
def columns(a):
    return jnp.sum(a * a, 0), jnp.max(a, 0), jnp.sum(a.reshape(1024, 2, 256), (0, 1))


# IR-LABEL: func.func private @k{{.*}}(%{{.*}}: memref<524301xf32>
# IR: memref.alloc() {{.*}} : memref<16xf32>
# IR: scf.forall (%{{.*}}) in (16)
# IR: arith.extf {{.*}} : vector<32xf32> to vector<32xf64>
bits = lambda v: jax.lax.bitcast_convert_type(v, jnp.uint32)
for v in flat(x) + scaled(a):
    print(v if v.dtype == jnp.int32 else bits(v))
for v in columns(a):
    print(jnp.sum(bits(v) % 65521))
# What f64 would say.
import numpy as np
h = np.asarray(x).astype(np.float64)
s, q, e = columns(a)
close = lambda x, y: bool(np.all(np.abs(np.asarray(x, np.float64) - y) <= 2e-7 * np.abs(y) + 1e-9))
print(close(flat(x)[0], h.std()), close(s, (h[:N].reshape(1024, 512) ** 2).sum(0)), close(jnp.max(a), h[:N].max()))
# CHECK: True True True
print(jnp.sum(i) == np.asarray(i).sum(), jnp.max(i), jnp.all(i < 100), jnp.any(x[:N] > 100))
# CHECK: True 99 True False
print(jnp.sum(x.at[7].set(jnp.nan)), jnp.max(x.at[N + 12].set(jnp.nan)), jnp.min(x.at[3].set(-jnp.inf)))
# CHECK: nan nan -inf
print(jnp.sum(-0.0 * jnp.abs(x)), jnp.max(jnp.where(x > -100, -0.0, 0)))
# CHECK: 0.0 -0.0
